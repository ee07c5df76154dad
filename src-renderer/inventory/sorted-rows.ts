export type SortKey = string | number | undefined

/** One column to sort by. `ranksOf` gives texts their places in the language. */
export type SortColumn<Row> = {
  readonly keyOf: (row: Row) => SortKey
  readonly descending: boolean
  readonly ranksOf: (texts: Iterable<string>) => ReadonlyMap<string, number>
}

const isBlank = (key: SortKey): boolean => key === undefined || key === ''

/** Blanks are NaN; text by its place, and behind all numbers where a column holds both. */
const ranksOfColumn = <Row>(rows: readonly Row[], { keyOf, ranksOf }: SortColumn<Row>): Float64Array => {
  const keys = rows.map(keyOf)
  const texts = new Set<string>()
  for (const key of keys) if (typeof key === 'string' && key !== '') texts.add(key)
  const rankByText = texts.size > 0 ? ranksOf(texts) : new Map<string, number>()
  const behind = keys.reduce<number>((most, key) => (typeof key === 'number' && key > most ? key : most), -1) + 1
  return Float64Array.from(keys, (key) => {
    if (isBlank(key)) return Number.NaN
    return typeof key === 'number' ? key : behind + (rankByText.get(key ?? '') ?? 0)
  })
}

const compareRanks = (a: number, b: number, descending: boolean): number => {
  if (a === b) return 0
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : 1
  if (Number.isNaN(b)) return -1
  return descending ? b - a : a - b
}

/** Rows by several columns, the first counting most; blanks last in either direction, equal rows as they were. */
export const sortedByColumns = <Row>(rows: readonly Row[], columns: readonly SortColumn<Row>[]): readonly Row[] => {
  if (columns.length === 0) return rows
  const sorting = columns.map((column) => ({ ranks: ranksOfColumn(rows, column), descending: column.descending }))
  const places = Uint32Array.from(rows, (_, index) => index)
  places.sort((a, b) => {
    for (const { ranks, descending } of sorting) {
      const order = compareRanks(ranks[a] ?? 0, ranks[b] ?? 0, descending)
      if (order !== 0) return order
    }
    return a - b
  })
  return Array.from(places, (place) => rows[place] as Row)
}

/** Rows in the order of a key in a language. */
export const sortedRows = <Row>(
  rows: readonly Row[], keyOf: (row: Row) => SortKey, collator: Intl.Collator, descending: boolean,
): readonly Row[] => {
  const ranksOf = (texts: Iterable<string>): ReadonlyMap<string, number> =>
    new Map([...texts].sort(collator.compare).map((text, rank) => [text, rank]))
  return sortedByColumns(rows, [{ keyOf, descending, ranksOf }])
}
