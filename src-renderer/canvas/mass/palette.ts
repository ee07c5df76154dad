import { waveColour } from '../../theme/wave-colours'
import type { Colouring } from './colour-classes'
import type { Palette } from './mass-messages'
import type { PictureLane } from './picture-types'
import { mixPixels, pixelOf } from './pixels'
import { colourOfTone, plainColourReader } from './tone-colour'

/** Any colour that a browser computes, as a pixel: a canvas knows how to read them all. */
const toPixels = (): ((colour: string) => number) => {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  return (colour) => {
    if (!pen) return 0
    pen.fillStyle = colour
    pen.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data
    return pixelOf(red, green, blue)
  }
}

/** Reads colours of the theme that is on. Each is asked of the browser once: asking makes it work out all styles at once. */
export class ThemeColours {
  private readonly texts = new Map<string, string>()
  private readonly pixels = new Map<string, number>()
  private readonly toPixel = toPixels()

  text(colour: string): string {
    const known = this.texts.get(colour)
    if (known !== undefined) return known
    const { read, end } = plainColourReader()
    const found = read(colour)
    end()
    this.texts.set(colour, found)
    return found
  }

  pixel(colour: string): number {
    const known = this.pixels.get(colour)
    if (known !== undefined) return known
    const found = this.toPixel(this.text(colour))
    this.pixels.set(colour, found)
    return found
  }
}

/** The colours of a theme for the worker, which knows no style sheet. */
export const paletteOf = (
  theme: ThemeColours, colouring: Colouring, lanes: readonly PictureLane[], waveNumberOf: (lane: PictureLane) => number | null,
): Palette => {
  const text = (name: string): string => theme.text(`var(${name})`)
  const pixel = (colour: string): number => theme.pixel(colour)
  const surface = pixel('var(--ww-surface)')
  const hasContrast = document.documentElement.dataset.contrast === 'more'
  return {
    page: pixel('var(--ww-page)'),
    surface,
    lane: surface,
    line: mixPixels(surface, pixel('var(--ww-line-strong)'), hasContrast ? 1 : 0.75),
    block: mixPixels(surface, pixel('var(--ww-line)'), hasContrast ? 0 : 0.35),
    hard: pixel('var(--violation)'),
    warning: pixel('var(--warning)'),
    selected: pixel('var(--ww-accent)'),
    found: pixel('var(--ww-focus)'),
    classes: colouring.classes.map(({ tone }) => {
      const full = pixel(colourOfTone(tone))
      return { full, quiet: mixPixels(surface, full, hasContrast ? 0.04 : 0.1), dim: mixPixels(surface, full, 0.2) }
    }),
    laneHues: lanes.map((lane) => {
      const number = waveNumberOf(lane)
      return number === null ? surface : mixPixels(surface, pixel(waveColour(number - 1).border), hasContrast ? 0 : 0.05)
    }),
    laneEdge: hasContrast ? pixel('var(--ww-line)') : null,
    text: text('--ww-text'),
    quietText: text('--ww-text-quiet'),
    onMark: text('--on-violation'),
  }
}
