export type WaveTint = { readonly full: string; readonly light: string; readonly ink: string }

/**
 * The colours of waves on paper, `RRGGBB`: the light theme's sequence of the window, so that a wave has one colour
 * everywhere. Full carries white text, light carries `ink`.
 */
export const waveTints: readonly WaveTint[] = [
  { full: '2374D9', light: 'E4F0FA', ink: '123F66' },
  { full: '256C64', light: 'DCF3F0', ink: '07463F' },
  { full: '4340CA', light: 'E9E8FA', ink: '29277A' },
  { full: '6B7706', light: 'EFF3D8', ink: '3A4507' },
  { full: '133F64', light: 'E2EDF6', ink: '0D2C46' },
  { full: 'A0459A', light: 'FAE6F2', ink: '661F4E' },
  { full: '577F44', light: 'E2F3E4', ink: '174A22' },
  { full: '63399E', light: 'EFE8F8', ink: '3B2163' },
  { full: '42546D', light: 'E9EDF1', ink: '333D47' },
  { full: '3C7F8A', light: 'DAF3F7', ink: '064B57' },
  { full: '786BBB', light: 'EEE9FB', ink: '4B2F85' },
  { full: '7D614B', light: 'F3ECE4', ink: '4A3621' },
]

/** Which of them a wave has, from 1 on. */
export const tintNumber = (waveNumber: number): number =>
  ((((waveNumber - 1) % waveTints.length) + waveTints.length) % waveTints.length) + 1

export const tintOf = (waveNumber: number): WaveTint =>
  waveTints[tintNumber(waveNumber) - 1] ?? { full: '77818C', light: 'F4F5F6', ink: '333D47' }
