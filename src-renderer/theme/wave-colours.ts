import type { Wave } from '@core/plan/wave'

/** How many colours there are before they come again. Colour never says alone which wave it is: the number does. */
export const waveColourCount = 12

export type WaveColour = {
  /** A quiet surface, safe behind `text`. */
  readonly background: string
  /** A strong line, told from `background` and from the page by 3:1 or more. */
  readonly border: string
  readonly text: string
  /** A full surface for small marks, and what is written on it. */
  readonly solid: string
  readonly onSolid: string
}

const variables = (name: string): WaveColour => ({
  background: `var(--wave-${name}-background)`,
  border: `var(--wave-${name}-border)`,
  text: `var(--wave-${name}-text)`,
  solid: `var(--wave-${name}-border)`,
  onSolid: `var(--wave-${name}-on-solid)`,
})

const colours: readonly WaveColour[] = Array.from({ length: waveColourCount }, (_, index) => variables(`${index + 1}`))

const unplanned = variables('none')

/**
 * CSS variables of the colour at `index` in the stable, colour-blind-safe sequence; null is for what is unplanned.
 * For a wave pass `wave.number - 1` (or use `colourOfWave`), so that it keeps its colour when others come and go.
 */
export const waveColour = (index: number | null): WaveColour => {
  if (index === null) return unplanned
  return colours[((index % waveColourCount) + waveColourCount) % waveColourCount] ?? unplanned
}

export const colourOfWave = (wave: Pick<Wave, 'number'> | null): WaveColour =>
  waveColour(wave ? wave.number - 1 : null)

/** The same as plain colour text (`#1f6fb5`) for canvases, which know no variables; read again when the theme changes. */
export const resolvedWaveColour = (index: number | null, element: Element = document.documentElement): WaveColour => {
  const style = getComputedStyle(element)
  const resolve = (variable: string): string => style.getPropertyValue(variable.slice(4, -1)).trim()
  const colour = waveColour(index)
  return {
    background: resolve(colour.background),
    border: resolve(colour.border),
    text: resolve(colour.text),
    solid: resolve(colour.solid),
    onSolid: resolve(colour.onSolid),
  }
}
