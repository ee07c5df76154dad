import Papa from 'papaparse'

/** In the order in which they win a tie: a comma also stands in numbers and sentences. */
const candidates = ['\t', ';', ',', '|'] as const
const rowsLookedAt = 50

/** A first line `sep=;`, as Excel writes and understands it, and the text after it. */
export const separatorLine = (text: string): { readonly separator: string; readonly rest: string } | null => {
  const match = /^sep=([;,|\t])\r?\n/i.exec(text)
  return match?.[1] ? { separator: match[1], rest: text.slice(match[0].length) } : null
}

/**
 * What separates the cells, whatever the file is called: the candidate that splits the most rows as it splits the
 * header. Comma where none splits anything, as in a list of one column.
 */
export const guessSeparator = (text: string): string => {
  const head = text.slice(0, 256 * 1024)
  const scored = candidates.map((separator) => ({ separator, score: scoreOf(head, separator) }))
  const best = scored.reduce((left, right) => (right.score > left.score ? right : left))
  return best.score > 0 ? best.separator : ','
}

/** Columns of the header times the share of rows that have as many, with ragged rows counted half. */
const scoreOf = (head: string, separator: string): number => {
  const { data } = Papa.parse<string[]>(head, { delimiter: separator, preview: rowsLookedAt, skipEmptyLines: 'greedy' })
  const counts = data.map((row) => row.length)
  const columns = Math.max(counts[0] ?? 1, median(counts))
  if (columns < 2) return 0
  const alike = counts.filter((count) => count === columns).length
  const split = counts.filter((count) => count > 1).length
  return (columns - 1) * ((alike + split) / (2 * counts.length))
}

const median = (counts: readonly number[]): number =>
  [...counts].sort((left, right) => left - right)[counts.length >> 1] ?? 1
