import { waveColour } from '../../theme/wave-colours'
import type { Tone } from './colour-classes'

/** The colour of a class as a style sheet writes it, right in every theme. */
export const colourOfTone = (tone: Tone): string => {
  switch (tone.kind) {
    case 'hue':
      return waveColour(tone.index).border
    case 'none':
      return waveColour(null).border
    case 'step':
      return `color-mix(in srgb, var(--ramp-strong) ${Math.round(tone.strength * 100)}%, var(--ramp-quiet))`
  }
}

/** The same as plain text (`rgb(…)`) for a canvas, which knows no variables: asked of an element that is shown. */
export const plainColourReader = (): { readonly read: (colour: string) => string; readonly end: () => void } => {
  const probe = document.createElement('i')
  probe.hidden = true
  document.body.append(probe)
  return {
    read: (colour) => {
      probe.style.color = colour
      return getComputedStyle(probe).color
    },
    end: () => probe.remove(),
  }
}
