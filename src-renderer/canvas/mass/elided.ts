/** Shorter names keep their beginning alone: of a few letters two parts could not be told apart. */
const leastForEnd = 6

/**
 * A text of at most so many letters. Of several words the end is kept as well as the beginning, since that is where the
 * names of one estate differ: `Laboratory…stlandet`, not `Laboratory syst…` for each of them. A host has its domain there
 * and keeps its beginning. Nothing where not even three letters have room.
 */
export const elided = (text: string, letters: number): string => {
  if (text.length <= letters) return text
  if (letters < 3) return ''
  const end = letters < leastForEnd || !text.includes(' ') ? 0 : Math.floor((letters - 1) * 0.45)
  const begin = text.slice(0, letters - 1 - end).trimEnd()
  return `${begin}…${end === 0 ? '' : text.slice(-end).trimStart()}`
}
