export type SortKey = string | number | undefined

/**
 * Rows in the order of a key, blanks last in either direction, equal ones as they were. Text is compared by the
 * language, each different text once: in 13,500 rows there are far fewer organisations than rows.
 */
export const sortedRows = <Row>(
  rows: readonly Row[], keyOf: (row: Row) => SortKey, collator: Intl.Collator, descending: boolean,
): readonly Row[] => {
  const keys = rows.map(keyOf)
  const texts = [...new Set(keys.filter((key) => typeof key === 'string'))].sort(collator.compare)
  const rankByText = new Map(texts.map((text, rank) => [text, rank]))
  const rankOf = (key: SortKey): number => (typeof key === 'string' ? rankByText.get(key) ?? 0 : key ?? 0)
  const isBlank = (key: SortKey): boolean => key === undefined || key === ''
  const entries = rows.map((row, index) => ({ row, blank: isBlank(keys[index]), rank: rankOf(keys[index]) }))
  const sign = descending ? -1 : 1
  entries.sort((a, b) => (a.blank === b.blank ? (a.rank - b.rank) * sign : Number(a.blank) - Number(b.blank)))
  return entries.map((entry) => entry.row)
}
