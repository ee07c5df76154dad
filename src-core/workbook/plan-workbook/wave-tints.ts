export type WaveTint = { readonly full: string; readonly light: string; readonly ink: string }

/**
 * The colours of waves on paper, `RRGGBB`: the light theme's sequence of the window, so that a wave has one colour
 * everywhere. Full carries white text, light carries `ink`.
 */
export const waveTints: readonly WaveTint[] = [
  { full: '1F6FB5', light: 'E4F0FA', ink: '123F66' },
  { full: '0B7F75', light: 'DCF3F0', ink: '07463F' },
  { full: '7A4DB3', light: 'F0E8F8', ink: '47286E' },
  { full: '66780F', light: 'EFF3D8', ink: '3A4507' },
  { full: '1787B8', light: 'DEF2FB', ink: '0B4A66' },
  { full: 'AB3C86', light: 'FAE6F2', ink: '661F4E' },
  { full: '2F8540', light: 'E2F3E4', ink: '174A22' },
  { full: '4145A0', light: 'E6E7F8', ink: '25286A' },
  { full: '5F6D7C', light: 'E9EDF1', ink: '333D47' },
  { full: '0D8A9E', light: 'DAF3F7', ink: '064B57' },
  { full: '8A63D2', light: 'EEE9FB', ink: '4B2F85' },
  { full: '80603F', light: 'F3ECE4', ink: '4A3621' },
]

/** Which of them a wave has, from 1 on. */
export const tintNumber = (waveNumber: number): number =>
  ((((waveNumber - 1) % waveTints.length) + waveTints.length) % waveTints.length) + 1

export const tintOf = (waveNumber: number): WaveTint =>
  waveTints[tintNumber(waveNumber) - 1] ?? { full: '77818C', light: 'F4F5F6', ink: '333D47' }
