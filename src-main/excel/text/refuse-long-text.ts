import type { ReadLimits } from '../read-limits'
import { tooLarge } from '../refusal'

const lineFeed = 10
const carriageReturn = 13
/** Shorter texts hold no more than we read. */
const worthACount = 1_000_000

/**
 * Refuses a text of too many lines or cells before it is taken apart. Not where quotation marks may hold line ends and separators:
 * there only the parser knows.
 */
export const refuseLongText = (text: string, separator: string, limits: ReadLimits): void => {
  if (text.length < worthACount || text.includes('"')) return
  const between = separator.charCodeAt(0)
  let [lines, cells, isFilled] = [0, 0, false]
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code !== between && code !== lineFeed) {
      if (code !== carriageReturn) isFilled = true
      continue
    }
    if (isFilled) cells++
    isFilled = false
    if (code === lineFeed) lines++
    if (lines > limits.rows) throw tooLarge('rows', limits.rows)
    if (cells > limits.cells) throw tooLarge('cells', limits.cells)
  }
}
