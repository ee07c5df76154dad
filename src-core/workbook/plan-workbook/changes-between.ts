import type { Language } from '../../messages/translator'
import { activeScenario, type PlanDocument } from '../../plan/plan-document'
import { cellText } from '../cell-text'
import { itemRows } from '../item-rows'
import { buildSheet } from '../sheet-builder'
import { dependencyColumns, freezeColumns, itemColumns, ruleColumns, waveColumns } from '../sheet-columns'
import { itemHeadings } from '../headings'
import type { SheetModel, WrittenCell } from '../workbook-model'

export type ChangedTable = 'item' | 'dependency' | 'wave' | 'rule' | 'freeze'

/** One difference between two plans: a row that came or went, or one field of a row that stayed. */
export type PlanDifference = {
  readonly table: ChangedTable
  readonly kind: 'added' | 'removed' | 'changed'
  readonly id: string
  readonly name: string
  readonly field?: string
  readonly before?: WrittenCell
  readonly after?: WrittenCell
}

/** A table as an export writes it, with a key a row that is the same in both plans. */
type Keyed = { readonly table: ChangedTable; readonly sheet: SheetModel; readonly keys: readonly string[]; readonly nameColumn: number }

const distinct = (keys: readonly string[]): readonly string[] => {
  const seen = new Map<string, number>()
  return keys.map((key) => {
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return times === 1 ? key : `${key} (${times})`
  })
}

const tablesOf = (document: PlanDocument, language: Language): readonly Keyed[] => {
  const { waves, rules, freezeWindows } = activeScenario(document)
  const { items, dependencies } = document.estate
  const columns = itemColumns(language, true).filter((column) => column.heading !== itemHeadings.moveGroupOrigin)
  const all = (table: ChangedTable, sheet: SheetModel, keys: readonly string[], nameColumn: number): Keyed =>
    ({ table, sheet, keys: distinct(keys), nameColumn })
  return [
    all('item', buildSheet('', columns, itemRows(document), language), items.map((item) => item.id), 1),
    all('dependency', buildSheet('', dependencyColumns(language), dependencies, language),
      dependencies.map(({ from, to, type }) => `${from} → ${to} (${type})`), 0),
    all('wave', buildSheet('', waveColumns(language), waves, language), waves.map((wave) => String(wave.number)), 1),
    all('rule', buildSheet('', ruleColumns(language), rules, language), rules.map((rule) => rule.id), 0),
    all('freeze', buildSheet('', freezeColumns(), freezeWindows, language), freezeWindows.map((freeze) => freeze.id), 0),
  ]
}

const isSame = (a: WrittenCell, b: WrittenCell): boolean => a === b || cellText(a) === cellText(b)

/** Each heading's cell; of repeated headings the first, which is all that a person could point at. */
const cellsByHeading = ({ columns }: SheetModel, row: readonly WrittenCell[]): ReadonlyMap<string, WrittenCell> => {
  const cells = new Map<string, WrittenCell>()
  for (const [index, { heading }] of columns.entries()) if (!cells.has(heading)) cells.set(heading, row[index] ?? null)
  return cells
}

const differencesOf = (before: Keyed, after: Keyed): readonly PlanDifference[] => {
  const { table } = after
  const rowBefore = new Map(before.keys.map((key, index) => [key, before.sheet.rows[index] ?? []]))
  const kept = new Set(after.keys)
  const nameOf = (keyed: Keyed, row: readonly WrittenCell[]): string => cellText(row[keyed.nameColumn] ?? null)
  // Rules and freeze windows have ids that no workbook shows.
  const idOf = (key: string): string => (table === 'rule' || table === 'freeze' ? '' : key)
  const differences: PlanDifference[] = []
  for (const [index, key] of after.keys.entries()) {
    const row = after.sheet.rows[index] ?? []
    const old = rowBefore.get(key)
    const common = { table, id: idOf(key), name: nameOf(after, row) }
    if (!old) {
      differences.push({ ...common, kind: 'added' })
      continue
    }
    const was = cellsByHeading(before.sheet, old)
    const is = cellsByHeading(after.sheet, row)
    for (const field of new Set([...is.keys(), ...was.keys()])) {
      const [from, to] = [was.get(field) ?? null, is.get(field) ?? null]
      if (!isSame(from, to)) differences.push({ ...common, kind: 'changed', field, before: from, after: to })
    }
  }
  for (const [index, key] of before.keys.entries()) {
    if (!kept.has(key)) differences.push({ table, kind: 'removed', id: idOf(key), name: nameOf(before, before.sheet.rows[index] ?? []) })
  }
  return differences
}

/** What is different between two states of a plan, table by table, in the words of the export. */
export const changesBetween = (before: PlanDocument, after: PlanDocument, language: Language): readonly PlanDifference[] => {
  const old = tablesOf(before, language)
  return tablesOf(after, language).flatMap((table, index) => {
    const counterpart = old[index]
    return counterpart ? differencesOf(counterpart, table) : []
  })
}
