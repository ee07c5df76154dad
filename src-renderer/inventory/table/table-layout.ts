/** Which columns are shown, in what order and how wide: a person's own, whatever plan is open. */
export type ColumnLayout = { readonly id: string; readonly width: number; readonly isHidden: boolean }
export type TableLayout = readonly ColumnLayout[]

type Measured = { readonly id: string; readonly width: number }

export const leastColumnWidth = 44
export const mostColumnWidth = 900

/** The layout for these fields: remembered columns in their order, then those that nobody has seen yet. */
export const layoutFor = (fields: readonly Measured[], remembered: TableLayout): TableLayout => {
  const isField = new Map(fields.map((field) => [field.id, field]))
  const known = remembered.filter((column) => isField.has(column.id))
  const names = new Set(known.map((column) => column.id))
  const added = fields.filter((field) => !names.has(field.id)).map(({ id, width }) => ({ id, width, isHidden: false }))
  return [...known, ...added]
}

const changed = (layout: TableLayout, id: string, change: Partial<ColumnLayout>): TableLayout =>
  layout.map((column) => (column.id === id ? { ...column, ...change } : column))

export const withWidth = (layout: TableLayout, id: string, width: number): TableLayout =>
  changed(layout, id, { width: Math.round(Math.min(mostColumnWidth, Math.max(leastColumnWidth, width))) })

/** The last column that is shown cannot be hidden. */
export const withHidden = (layout: TableLayout, id: string, isHidden: boolean): TableLayout => {
  const next = changed(layout, id, { isHidden })
  return next.some((column) => !column.isHidden) ? next : layout
}

/** Puts a column before another of those shown, or behind all (null). */
export const withOrder = (layout: TableLayout, id: string, before: string | null): TableLayout => {
  const moved = layout.find((column) => column.id === id)
  if (!moved || id === before) return layout
  const others = layout.filter((column) => column !== moved)
  const place = before === null ? others.length : others.findIndex((column) => column.id === before)
  return place < 0 ? layout : others.toSpliced(place, 0, moved)
}

/** One place to the left or right among the columns that are shown. */
export const withStep = (layout: TableLayout, id: string, step: 1 | -1): TableLayout => {
  const shown = layout.filter((column) => !column.isHidden)
  const place = shown.findIndex((column) => column.id === id)
  const target = shown[place + step]
  if (place < 0 || !target) return layout
  return step === -1 ? withOrder(layout, id, target.id) : withOrder(layout, id, shown[place + 2]?.id ?? null)
}

const version = 1

/** What is kept between runs; anything else than what we wrote is no layout. */
export const parseLayout = (stored: string | null): TableLayout => {
  try {
    const read: unknown = JSON.parse(stored ?? 'null')
    if (typeof read !== 'object' || read === null || !('version' in read) || read.version !== version) return []
    if (!('columns' in read) || !Array.isArray(read.columns)) return []
    return read.columns.filter(isColumn).map(({ id, width, isHidden }) => ({ id, width, isHidden }))
  } catch {
    return []
  }
}

const isColumn = (value: unknown): value is ColumnLayout => {
  if (typeof value !== 'object' || value === null) return false
  const { id, width, isHidden } = value as Partial<ColumnLayout>
  return typeof id === 'string' && typeof width === 'number' && width >= leastColumnWidth && typeof isHidden === 'boolean'
}

/** The present layout, and behind it what is remembered of columns that this plan does not have. */
export const formatLayout = (layout: TableLayout, remembered: TableLayout): string => {
  const names = new Set(layout.map((column) => column.id))
  const others = remembered.filter((column) => !names.has(column.id)).slice(0, 200)
  return JSON.stringify({ version, columns: [...layout, ...others] })
}
