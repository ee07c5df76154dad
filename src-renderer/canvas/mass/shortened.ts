import { elided } from './elided'

const fonts = {
  name: `600 13.5px 'Source Sans 3 Variable', 'Segoe UI', system-ui, sans-serif`,
  field: `11.5px 'Source Sans 3 Variable', 'Segoe UI', system-ui, sans-serif`,
} as const

export type CardFont = keyof typeof fonts

/** Beyond so many texts the memory of them is begun anew. */
const mostKnown = 20_000

let pen: CanvasRenderingContext2D | null = null
const known = new Map<string, string>()

const fits = (text: string, font: CardFont, room: number): boolean => {
  pen ??= document.createElement('canvas').getContext('2d')
  if (!pen) return true
  pen.font = fonts[font]
  return pen.measureText(text).width <= room
}

/** Names differ at their ends; of fields in a row the first ones say most. */
const cutTo = (text: string, font: CardFont, letters: number): string =>
  font === 'name' ? elided(text, letters + 1) : `${text.slice(0, letters).trimEnd()}…`

/** As many letters as fit, by halving what is unknown. */
const cut = (text: string, font: CardFont, room: number): string => {
  let [least, most] = [0, text.length]
  while (most - least > 1) {
    const letters = (least + most) >> 1
    if (fits(cutTo(text, font, letters), font, room)) least = letters
    else most = letters
  }
  return cutTo(text, font, least)
}

/**
 * A text for `room` pixels of a card, with an ellipsis where it is longer. Measured here because a style sheet could only
 * clip it, and each clipped text is one more part that the browser sorts in every frame of a movement.
 */
export const shortened = (text: string, font: CardFont, room: number): string => {
  const key = `${font}${room} ${text}`
  const before = known.get(key)
  if (before !== undefined) return before
  const made = fits(text, font, room) ? text : cut(text, font, room)
  if (known.size >= mostKnown) known.clear()
  known.set(key, made)
  return made
}
