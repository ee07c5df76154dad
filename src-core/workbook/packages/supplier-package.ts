import type { CellValue, ExtraField, Item } from '../../estate/item'
import { translator, type Language } from '../../messages/translator'
import type { SentTable } from '../../plan/exchange'
import type { MoveGroup, PlanDocument } from '../../plan/plan-document'
import type { Wave } from '../../plan/wave'
import { itemHeadings, waveHeadings } from '../headings'
import { keptValue } from '../cell-text'
import { buildSheet, type ColumnOf } from '../sheet-builder'
import { dependencyColumns, freezeColumns, itemColumns, ruleColumns, waveColumns, type ItemSheetRow } from '../sheet-columns'
import { sheetNames } from '../sheet-names'
import { scopeToSupplier, type RelatedItem, type SupplierScope } from '../supplier-scope'
import { kindWords, yesNo } from '../value-words'
import type { ColumnModel, ColumnType, SheetModel, WrittenCell } from '../workbook-model'
import { answerChoices, answerColumns, answerFieldByHeading, answerFields } from './answer-columns'
import { headingLeaves, isIndispensable, isSchedule, itemLeaves, type RedactedTable, type RedactionProfile } from './redaction'

export type PackageOptions = {
  readonly supplier: string
  readonly profile: RedactionProfile
  readonly language: Language
}

/** One table that leaves, and what of it stays at home. */
export type PackageTable = {
  readonly table: RedactedTable | 'related'
  readonly sheet: SheetModel
  /** Headings with values that do not leave. */
  readonly withheld: readonly string[]
}

/** Exactly what a supplier gets: the preview shows it, the file is made of it, and the log keeps it. */
export type SupplierPackage = {
  readonly supplier: string
  readonly profile: RedactionProfile
  readonly language: Language
  readonly tables: readonly PackageTable[]
  readonly items: number
  /** Of others' items that theirs touch: how many are named, and how many only by how sensitive they are. */
  readonly named: number
  readonly redacted: number
  /** Own items of which only the schedule leaves. */
  readonly reduced: number
}

type Extra = { readonly extra?: readonly ExtraField[] }

/** The columns that may leave. What was withheld is named only where some row has a value for it. */
const tableOf = <Row extends Extra>(
  table: RedactedTable, name: string, columns: readonly ColumnOf<Row>[], rows: readonly Row[], { profile, language }: PackageOptions,
  hides: (row: Row, heading: string) => boolean = () => false,
): PackageTable => {
  const isFilled = (column: ColumnOf<Row>): boolean => rows.some((row) => (column.cell(row) ?? null) !== null)
  const isShown = (column: ColumnOf<Row>): boolean => isIndispensable(column.heading.en) || isFilled(column)
  const leaving = columns.filter((column) => headingLeaves(table, column.heading.en, profile))
  const staying = columns.filter((column) => !leaving.includes(column))
  const shown = leaving
    .map((column): ColumnOf<Row> => ({ ...column, cell: (row) => (hides(row, column.heading.en) ? null : column.cell(row)) }))
    .filter(isShown)
  const takesExtra = profile.level === 'confidential'
  const bare = takesExtra ? rows : rows.map(({ extra: _kept, ...row }) => row as Row)
  const extraHeadings = takesExtra ? [] : [...new Set(rows.flatMap((row) => row.extra?.map(([heading]) => heading) ?? []))]
  return {
    table,
    sheet: { ...buildSheet(name, shown, bare, language), isProtected: true },
    withheld: [...staying.filter(isFilled).map((column) => column.heading[language]), ...extraHeadings],
  }
}

/** What was answered before stays at home: beside the columns for new answers, nobody could tell which of the two is meant. */
const isAnswer = (heading: string): boolean => answerFieldByHeading.get(heading) !== undefined

const earlierAnswers = ({ items }: SupplierScope): readonly string[] =>
  [...new Set(items.flatMap(({ extra }) => extra?.map(([heading]) => heading).filter(isAnswer) ?? []))]

const itemRowsOf = (scope: SupplierScope): readonly ItemSheetRow[] => {
  const groupByItem = new Map(scope.scenario.groups.flatMap((group): readonly (readonly [string, MoveGroup])[] => group.itemIds.map((id) => [id, group])))
  const waveById = new Map(scope.scenario.waves.map((wave) => [wave.id, wave]))
  return scope.items.map((item) => {
    const group = groupByItem.get(item.id)
    const extra = item.extra?.filter(([heading]) => !isAnswer(heading))
    return { item, group, wave: waveById.get(group?.waveId ?? ''), ...(extra && { extra }) }
  })
}

/** When the wave of a row begins and ends, so that nobody has to look it up. */
const waveDates: readonly ColumnOf<{ readonly wave: Wave | null | undefined } & Extra>[] = (['start', 'end'] as const).map((edge) => ({
  heading: { en: `Wave ${edge}`, nb: edge === 'start' ? 'Bølgestart' : 'Bølgeslutt' },
  width: 12,
  type: 'date',
  cell: ({ wave }) => (wave?.[edge] === undefined ? null : { date: wave[edge] }),
}))

const answerModels = (language: Language): readonly ColumnModel[] => answerFields.map((field): ColumnModel => {
  const { heading, prompt, type, width } = answerColumns[field]
  return {
    heading: heading[language], width, type, input: { prompt: prompt[language] },
    ...(field === 'answer' && { choices: answerChoices(language) }),
  }
})

const itemsTable = (scope: SupplierScope, options: PackageOptions): PackageTable => {
  const { language, profile } = options
  const sensitive = new Set(scope.items.filter((item: Item) => !itemLeaves(item, profile)).map((item) => item.id))
  const own = tableOf('items', sheetNames.items[language], itemColumns(language, true).filter((column) => column.heading !== itemHeadings.moveGroupOrigin), itemRowsOf(scope), options,
    ({ item }, heading) => sensitive.has(item.id) && !isSchedule(heading))
  const dates = buildSheet('', waveDates, itemRowsOf(scope).map(({ wave }) => ({ wave })), language)
  return {
    ...own,
    withheld: [...own.withheld, ...earlierAnswers(scope)],
    sheet: {
      ...own.sheet,
      columns: [...own.sheet.columns, ...dates.columns, ...answerModels(language)],
      rows: own.sheet.rows.map((row, index) => [...Array.from(own.sheet.columns, (_, at) => row[at] ?? null), ...(dates.rows[index] ?? [])]),
      look: { frozen: { rows: 1, columns: 2 } },
    },
  }
}

/** What their items touch and others own: what it is, and when it moves. */
const relatedTable = (related: readonly RelatedItem[], language: Language): PackageTable => {
  const of = (heading: ColumnOf<RelatedItem>['heading'], width: number, type: ColumnModel['type'], cell: ColumnOf<RelatedItem>['cell']): ColumnOf<RelatedItem> =>
    ({ heading, width, type, cell })
  const columns = [
    of(itemHeadings.id, 12, 'text', (row) => row.id), of(itemHeadings.name, 36, 'text', (row) => row.name),
    of(itemHeadings.kind, 16, 'text', (row) => kindWords[row.kind][language]),
    of(itemHeadings.moveGroup, 28, 'text', (row) => row.group), of(waveHeadings.number, 10, 'integer', (row) => row.wave?.number),
  ]
  const sheet = buildSheet(translator(language)('package.related'), [...columns, ...waveDates], related, language)
  return { table: 'related', sheet: { ...sheet, isProtected: true }, withheld: [] }
}

/** What one supplier would get under a profile. */
export const supplierPackage = (document: PlanDocument, options: PackageOptions): SupplierPackage => {
  const { supplier, profile, language } = options
  const scope = scopeToSupplier(document, supplier, profile, language)
  const { waves, rules, freezeWindows } = scope.scenario
  const tables = [
    itemsTable(scope, options),
    relatedTable(scope.related, language),
    tableOf('dependencies', sheetNames.dependencies[language], dependencyColumns(language), scope.dependencies, options),
    tableOf('waves', sheetNames.waves[language], waveColumns(language), waves, options),
    tableOf('rules', sheetNames.rules[language], ruleColumns(language), rules, options),
    tableOf('freezeWindows', sheetNames.freezeWindows[language], freezeColumns(), freezeWindows, options),
  ]
  const redacted = scope.related.filter((one) => one.isRedacted).length
  return {
    supplier: scope.supplier, profile, language, items: scope.items.length, named: scope.related.length - redacted, redacted,
    reduced: scope.items.filter((item) => !itemLeaves(item, profile)).length,
    tables: tables.filter(({ table, sheet }) => table === 'items' || sheet.rows.length > 0),
  }
}

/** The tables as the log keeps them: as they are read from the file, in which yes and no are words. */
export const sentTables = ({ tables, language }: SupplierPackage): readonly SentTable[] => {
  const [yes, no] = yesNo(language)
  const sentCell = (cell: WrittenCell, type: ColumnType | undefined): CellValue | null =>
    (typeof cell === 'boolean' && type === 'yes-no' ? (cell ? yes : no) : keptValue(cell))
  return tables.map(({ sheet }) => ({
    sheet: sheet.name,
    headings: sheet.columns.map((column) => column.heading),
    rows: sheet.rows.map((row) => row.map((cell, column) => sentCell(cell, sheet.columns[column]?.type))),
  }))
}
