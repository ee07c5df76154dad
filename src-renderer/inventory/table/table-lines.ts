import type { Translation } from '../../i18n/use-translate'
import { sortedByColumns } from '../sorted-rows'
import type { SortColumn } from '../sorted-rows'
import { filterTest, isFiltering } from './column-filter'
import type { ColumnFilter } from './column-filter'
import type { Field } from './field'
import { textOrder } from './text-order'

export type TableSort = { readonly field: string; readonly descending: boolean }

/** How the rows are looked at; never part of the plan. */
export type TableView = {
  /** Words that must be somewhere in the row. */
  readonly quick: string
  readonly filters: Readonly<Record<string, ColumnFilter>>
  readonly sorts: readonly TableSort[]
  readonly groups: readonly string[]
  /** Keys of groups that are folded up. */
  readonly closed: ReadonlySet<string>
}

export type GroupLine = {
  readonly type: 'group'
  /** Unique among the lines, and the same for the same group every time. */
  readonly id: string
  readonly field: string
  readonly depth: number
  /** As its column shows it; '' for none. */
  readonly text: string
  readonly count: number
  /** What the rows come to, by the field that has amounts. */
  readonly sums: ReadonlyMap<string, number>
  readonly isOpen: boolean
}

export type RowLine<Row> = { readonly type: 'row'; readonly id: string; readonly row: Row; readonly number: number }

export type Line<Row> = RowLine<Row> | GroupLine

type Fields<Row, Write> = ReadonlyMap<string, Field<Row, Write>>

/** The rows that pass the filters, in the order that they had. */
export const filteredRows = <Row, Write>(
  rows: readonly Row[], fields: Fields<Row, Write>, view: TableView, quickTest: ((row: Row) => boolean) | null, words: Translation,
): readonly Row[] => {
  const tests = Object.entries(view.filters).flatMap(([id, filter]) => {
    const field = fields.get(id)
    const test = field && isFiltering(filter) ? filterTest(field, filter, words) : null
    return test ? [test] : []
  })
  if (quickTest) tests.push(quickTest)
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)))
}

/** By the groups first, each in its column's order, then by the sorts. */
export const sortedForView = <Row, Write>(
  rows: readonly Row[], fields: Fields<Row, Write>, view: TableView, words: Translation,
): readonly Row[] => {
  const direction = new Map(view.sorts.map((sort) => [sort.field, sort.descending]))
  const ids = [...new Set([...view.groups, ...view.sorts.map((sort) => sort.field)])]
  const columns = ids.flatMap((id): SortColumn<Row>[] => {
    const field = fields.get(id)
    if (!field) return []
    return [{
      keyOf: field.sortKey, descending: direction.get(id) ?? false,
      ranksOf: (texts) => textOrder(words.collator, id).ranksOf(texts),
    }]
  })
  return sortedByColumns(rows, columns)
}

type OpenGroup = { -readonly [Key in keyof Omit<GroupLine, 'sums'>]: GroupLine[Key] } & { sums: Map<string, number> }

/**
 * Sorted rows as lines, with a line before each group of each level that says how many rows it has and what they come
 * to. Rows and groups below a closed one are left out, but counted.
 */
export const groupedLines = <Row, Write>(
  rows: readonly Row[], fields: Fields<Row, Write>, view: TableView, idOf: (row: Row) => string,
): readonly Line<Row>[] => {
  const levels = view.groups.flatMap((id) => fields.get(id) ?? [])
  if (levels.length === 0) return rows.map((row, index) => ({ type: 'row', id: idOf(row), row, number: index + 1 }))
  const summed = [...fields.values()].filter((field) => field.amount)
  const lines: Line<Row>[] = []
  const path: OpenGroup[] = []
  rows.forEach((row, index) => {
    const texts = levels.map((field) => field.text(row))
    const changed = texts.findIndex((text, depth) => path[depth]?.text !== text)
    if (changed >= 0) openGroups(levels.map((field) => field.id), texts, changed, path, view, lines)
    for (const group of path) {
      group.count += 1
      for (const field of summed) {
        const amount = field.amount?.(row)
        if (amount !== undefined) group.sums.set(field.id, (group.sums.get(field.id) ?? 0) + amount)
      }
    }
    if (path.every((group) => group.isOpen)) lines.push({ type: 'row', id: idOf(row), row, number: index + 1 })
  })
  return lines
}

const openGroups = <Row>(
  fieldIds: readonly string[], texts: readonly string[], from: number, path: OpenGroup[], view: TableView, lines: Line<Row>[],
): void => {
  path.length = from
  for (let depth = from; depth < texts.length; depth += 1) {
    const isShown = path.every((group) => group.isOpen)
    const id = `group:${JSON.stringify(texts.slice(0, depth + 1))}`
    const group: OpenGroup = {
      type: 'group', id, field: fieldIds[depth] ?? '', depth, text: texts[depth] ?? '', count: 0, sums: new Map(), isOpen: !view.closed.has(id),
    }
    path.push(group)
    if (isShown) lines.push(group)
  }
}
