import Papa from 'papaparse'

/** In the order in which they win a tie: a comma also stands in numbers and sentences. */
const candidates = ['\t', ';', ',', '|'] as const
/** Asked only where none of those splits anything, since all of them stand within names and times. */
const rare = ['^', '~', '¦', '§', '#', ':'] as const
/** So much of the rows, the headings among them, must be split alike. */
const nearlyAll = 0.9
const rowsLookedAt = 50

/** A first line `sep=;`, as Excel writes and understands it, and the text after it. */
export const separatorLine = (text: string): { readonly separator: string; readonly rest: string } | null => {
  const match = /^sep=([^\p{L}\p{N}"\s]|\t)\r?\n/iu.exec(text)
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
  return best.score > 0 ? best.separator : (rareSeparator(head) ?? ',')
}

const countsOf = (head: string, separator: string): readonly number[] => {
  const { data } = Papa.parse<string[]>(head, { delimiter: separator, preview: rowsLookedAt, skipEmptyLines: 'greedy' })
  return data.map((row) => row.length)
}

const rareSeparator = (head: string): string | null => {
  const splitting = rare.find((separator) => {
    const counts = countsOf(head, separator)
    const columns = counts[0] ?? 1
    return counts.length > 1 && columns > 1 && counts.filter((count) => count === columns).length >= counts.length * nearlyAll
  })
  return splitting ?? null
}

/** Columns of the header times the share of rows that have as many, with ragged rows counted half. */
const scoreOf = (head: string, separator: string): number => {
  const counts = countsOf(head, separator)
  const columns = Math.max(counts[0] ?? 1, median(counts))
  if (columns < 2) return 0
  const alike = counts.filter((count) => count === columns).length
  const split = counts.filter((count) => count > 1).length
  return (columns - 1) * ((alike + split) / (2 * counts.length))
}

const median = (counts: readonly number[]): number =>
  [...counts].sort((left, right) => left - right)[counts.length >> 1] ?? 1
