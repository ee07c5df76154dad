import { tooLarge } from '../refusal'
import type { ReadLimits } from '../read-limits'

const rowOrCell = /<(?:\w+:)?(table-row|table-cell|covered-table-cell)\b([^>]*)>/g
const rowRepeat = /number-rows-repeated\s*=\s*["'](\d+)["']/
const columnRepeat = /number-columns-repeated\s*=\s*["'](\d+)["']/

/**
 * One ods cell can stand for thousands (`number-columns-repeated`), and the parser makes every one of them. Counts
 * the filled ones and says how many formulas-free cells would come of it; throws a Refusal beyond the limits.
 */
export const checkRepeats = (content: string, limits: ReadLimits): number => {
  let filled = 0
  let rows = 1
  for (const match of content.matchAll(rowOrCell)) {
    const attributes = match[2] ?? ''
    if (match[1] === 'table-row') {
      rows = repeat(rowRepeat, attributes)
      continue
    }
    if (isEmpty(content, match.index + match[0].length, attributes)) continue
    const columns = repeat(columnRepeat, attributes)
    if (columns > limits.columns) throw tooLarge('columns', limits.columns)
    if (rows > limits.rows) throw tooLarge('rows', limits.rows)
    filled += rows * columns
    if (filled > limits.cells) throw tooLarge('cells', limits.cells)
  }
  return filled
}

const isEmpty = (content: string, after: number, attributes: string): boolean =>
  attributes.endsWith('/') || content.startsWith('</', after)

const repeat = (pattern: RegExp, attributes: string): number => {
  if (!attributes.includes('repeated')) return 1
  return Number(pattern.exec(attributes)?.[1] ?? 1)
}
