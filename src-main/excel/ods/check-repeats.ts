import { tooLarge, unsafe } from '../refusal'
import type { ReadLimits } from '../read-limits'

/** Also under the names that the parser takes for the same thing (UOF, and anything after a low line). */
const rowOrCell =
  /<(?:[^\s<>/:"']*:)?(table-row|行|table-cell|数据|covered-table-cell)(?:_[^\s<>/]*)?(?=[\s/>])((?:[^<>"']|"[^"]*"|'[^']*')*)>/g
const rowRepeat = /number-rows-repeated\s*=\s*["']([^"']*)["']/g
const columnRepeat = /number-columns-repeated\s*=\s*["']([^"']*)["']/g

/** Spaces within a text. */
const spaceRepeat = /\bc\s*=\s*["'](\d[^"']*)["']/g
const longestSpace = 10_000

/** The parser looks at each of them, and keeps nothing. */
const blankAsFilled = 2

/**
 * One ods cell can stand for thousands (`number-columns-repeated`), and the parser makes every one of them. Counts
 * the filled ones, and the blank ones that are written out, and throws a Refusal beyond the limits.
 */
export const checkRepeats = (content: string, limits: ReadLimits): void => {
  for (const [, written] of content.matchAll(spaceRepeat)) if (repeatOf(written ?? '') > longestSpace) throw unsafe('content.xml: text:s')
  const most = Math.min(limits.cells, limits.odsCells)
  let filled = 0
  let blank = 0
  let rows = 1
  for (const match of content.matchAll(rowOrCell)) {
    const attributes = match[2] ?? ''
    if (match[1] === 'table-row' || match[1] === '行') {
      rows = repeat(rowRepeat, attributes)
      continue
    }
    if (isEmpty(content, match.index + match[0].length, attributes)) {
      blank += 1
      if (filled + blank / blankAsFilled > most) throw tooLarge('cells', most)
      continue
    }
    const columns = repeat(columnRepeat, attributes)
    if (columns > limits.columns) throw tooLarge('columns', limits.columns)
    if (rows > limits.rows) throw tooLarge('rows', limits.rows)
    filled += rows * columns
    if (filled + blank / blankAsFilled > most) throw tooLarge('cells', most)
  }
}

const isEmpty = (content: string, after: number, attributes: string): boolean =>
  attributes.endsWith('/') || content.startsWith('</', after)

const repeat = (pattern: RegExp, attributes: string): number => {
  if (!attributes.includes('repeated')) return 1
  // All of them: a quotation within another attribute must not hide the real one.
  return [...attributes.matchAll(pattern)].reduce((most, match) => Math.max(most, repeatOf(match[1] ?? '')), 1)
}

/** The parser would take `1e9` or ` +12` for a number as well; no office program writes that. */
const repeatOf = (written: string): number => {
  if (!/^\d{1,12}$/.test(written)) throw unsafe(`content.xml: ${written.slice(0, 40)}`)
  return Number(written)
}
