import type { Dependency, UnresolvedDependency } from '../estate/dependency'
import type { Estate, ExtraSheet } from '../estate/estate'
import { itemKinds, type IsoDate, type Item, type ItemKind } from '../estate/item'
import type { NewId } from '../ids'
import { noPlanLists, type PlanDocument, type Scenario } from '../plan/plan-document'
import type { FreezeWindow, Rule } from '../plan/rule'
import { asWritten } from './as-written'
import { addToItems } from './added-rows'
import { placeGroupsOfRows, reportMissingEffort, setAsideImmovable } from './place-groups'
import { correctedWorkbook, noCorrections, type Corrections } from './corrections'
import { FindingLog } from './finding-log'
import type { Finding } from './finding'
import type { TableRole } from './headings'
import type { ImportCounts, ImportedWorkbook, ItemPlace, SheetReport } from './imported-workbook'
import { ItemsOfLists } from './known-items'
import { keptSheet, restSheet } from './kept-sheets'
import type { RawRow, RawSheet, RawWorkbook } from './raw-workbook'
import { endNames, readDependencies } from './read-dependencies'
import { readItems, type ItemRow, type SaidElsewhere } from './read-items'
import { readFreezeWindows, readRules, readWaves } from './read-plan-sheets'
import { reportUnknownRecords } from './record-types'
import { linkItems, makeTargets } from './linked-items'
import { listsAbout } from './lists-about'
import { packageSign } from './packages/lost-key'
import { builtInPresets } from './presets/built-in-presets'
import type { Preset } from './presets/preset'
import { someNames } from './quoted-names'
import { References } from './references'
import { cellOf, type TableColumns } from './row-reader'
import { SheetTally } from './sheet-tally'
import { sourceIndexes, sourceSheets } from './sources'
import { surveySheets, type SurveyedSheet } from './survey-sheets'
import { madeId, UniqueIds } from './unique-ids'
import { reportUnlistedEnds } from './unlisted-ends'
import { WaveBook } from './wave-book'

export type InterpretOptions = {
  /** Recorded as the day of the import. */
  readonly today: IsoDate
  readonly newId: NewId
  /** Known exports of the planner's own, asked before ours. */
  readonly presets?: readonly Preset[]
  /** How the planner wants sheets, cells and rows read. */
  readonly corrections?: Corrections
  /** Files that were meant as such and are none; each becomes a finding. */
  readonly unusablePresets?: readonly { readonly file: string; readonly problem: string }[]
}

/** Everything that is at hand while one workbook is being understood. */
type Import = {
  readonly raw: RawWorkbook
  readonly options: InterpretOptions
  readonly log: FindingLog
  readonly surveyed: readonly SurveyedSheet[]
  readonly ids: UniqueIds
  readonly notTaken: Map<RawSheet, RawRow[]>
  readonly tally: SheetTally
  readonly sheetIndexes: ReadonlyMap<string, number>
  /** Ids of items that are only named, by an export that describes them in another file. */
  readonly undescribed: Set<string>
  /** Names of sheets that say more about the items of others. */
  readonly aboutOthers: Set<string>
}

const tablesOf = (run: Import, role: TableRole): readonly TableColumns[] =>
  run.surveyed.flatMap((one) => one.tables.filter((table) => table.layout.role === role))

const leave = (run: Import, { sheet, written }: TableColumns, rows: readonly RawRow[]): void => {
  if (rows.length === 0) return
  const numbers = new Set(rows.map((row) => row.number))
  const asWritten = sheet === written ? rows : written.rows.filter((row) => numbers.has(row.number))
  run.notTaken.set(written, [...(run.notTaken.get(written) ?? []), ...asWritten])
}

const itemRows = (run: Import): ItemRow[] => {
  const rows: ItemRow[] = []
  const [described, adding] = [false, true].map((adds) =>
    tablesOf(run, 'items').filter((table) => (table.layout.preset?.onlyAdds === true) === adds))
  const about = listsAbout(described ?? [])
  const placesByTable = new Map<TableColumns, readonly number[]>()
  for (const table of (described ?? []).toSorted((a, b) => Number(about.has(a)) - Number(about.has(b)))) {
    const saysMore = about.get(table)
    const known = saysMore && new ItemsOfLists(rows, saysMore, (list) => placesByTable.get(list) ?? [], run.log)
    const read = readItems(table, run.ids, run.log, known)
    known?.finish(table.sheet.name)
    if (known) run.aboutOthers.add(table.sheet.name)
    placesByTable.set(table, read.rows.map((row) => rows.push(row) - 1))
    leave(run, table, read.notTaken)
  }
  for (const table of adding ?? []) {
    const read = readItems(table, new UniqueIds(), run.log)
    reportUndescribed(run, table, addToItems(rows, read.rows, run.ids))
    leave(run, table, read.notTaken)
  }
  return rows
}

const reportUndescribed = (run: Import, { sheet }: TableColumns, ids: readonly string[]): void => {
  for (const id of ids) run.undescribed.add(id)
  if (ids.length > 0) run.log.add('only-ids', { sheet: sheet.name }, { count: ids.length })
}

/** A list of dependencies without any inventory: what they join becomes the items. */
const itemsOfEnds = (run: Import): ItemRow[] => {
  if (tablesOf(run, 'items').length > 0) return []
  const rows: ItemRow[] = []
  const seen = new Set<string>()
  for (const table of tablesOf(run, 'dependencies')) {
    const kind = table.layout.preset?.kind ?? 'application'
    const names = endNames(table, new FindingLog()).filter((name) => !seen.has(name))
    for (const name of names) {
      seen.add(name)
      const place = { sheet: table.sheet.name, row: 0, columns: table.columnByField }
      rows.push({ item: { id: run.ids.take(madeId(kind, name)), name, kind }, place, runsHere: [] })
    }
    if (table.layout.preset?.onlyAdds) for (const { item } of rows.slice(-names.length)) run.undescribed.add(item.id)
    if (names.length > 0) run.log.add('items-made-from-dependencies', { sheet: table.sheet.name }, { count: names.length })
  }
  return rows
}

const resolveConsolidations = (rows: readonly ItemRow[], references: References, log: FindingLog): void => {
  for (const row of rows) {
    if (row.consolidateInto === undefined) continue
    const found = references.find(row.consolidateInto)
    if (found.type === 'found') {
      row.item = { ...row.item, consolidateInto: found.id }
      continue
    }
    const type = found.type === 'none' ? 'dangling-reference' : 'ambiguous-reference'
    log.add(type, cellOf(row.place, 'consolidateInto'), { text: row.consolidateInto })
    row.item = { ...row.item, extra: [...(row.item.extra ?? []), [asWritten('Consolidate into'), row.consolidateInto]] }
  }
}

const dependenciesOf = (
  run: Import, items: readonly Item[], references: References, made: readonly Dependency[], ids: UniqueIds,
): { dependencies: readonly Dependency[]; unresolved: readonly UnresolvedDependency[] } => {
  const dependencies: Dependency[] = [...made]
  const unresolved: UnresolvedDependency[] = []
  const itemById = new Map(items.map((item) => [item.id, item]))
  const itemSheets = [...new Set(tablesOf(run, 'items').map(({ sheet }) => sheet.name))]
  for (const table of tablesOf(run, 'dependencies')) {
    const read = readDependencies(table, { references, itemById, ids, log: run.log, sheetIndex: run.sheetIndexes.get(table.sheet.name) ?? 0 })
    for (const dependency of read.dependencies) dependencies.push(dependency)
    run.tally.add(table.sheet.name, 'dependencies', read.dependencies.length)
    reportUnlistedEnds({
      sheet: table.sheet.name, rows: read.dependencies.length + read.unresolved.length, unresolved: read.unresolved, itemSheets,
    }, references, run.log)
    for (const dependency of read.unresolved) unresolved.push(dependency)
  }
  return { dependencies, unresolved }
}

const wavesOf = (run: Import): WaveBook => {
  const book = new WaveBook(run.options.newId)
  for (const table of tablesOf(run, 'waves')) leave(run, table, readWaves(table, book, run.log))
  return book
}

const rulesOf = (run: Import, references: References): readonly Rule[] =>
  tablesOf(run, 'rules').flatMap((table) => {
    const read = readRules(table, references, run.options.newId, run.log)
    leave(run, table, read.notTaken)
    return read.rules
  })

const freezeWindowsOf = (run: Import): readonly FreezeWindow[] =>
  tablesOf(run, 'freeze-windows').flatMap((table) => {
    const read = readFreezeWindows(table, run.options.newId, run.log)
    leave(run, table, read.notTaken)
    return read.windows
  })

const extraSheetsOf = (run: Import): readonly ExtraSheet[] => {
  for (const { tables } of run.surveyed) leaveUnknownRecords(run, tables)
  for (const { tables } of run.surveyed) for (const table of tables) leaveSideRows(run, table)
  return run.surveyed.flatMap(({ sheet, tables, headerIndex }) => {
    const kept = tables.length === 0 ? keptSheet(sheet) : restSheet(sheet, headerIndex, [...run.notTaken.get(sheet) ?? []].sort((a, b) => a.number - b.number))
    return kept ?? []
  })
}

/** Headings that stand in a list again say nothing new. */
const leaveSideRows = (run: Import, table: TableColumns): void => {
  const { byNumber } = table.sides
  if (byNumber.size === 0) return
  leave(run, table, table.sheet.rows.filter(({ number }) => byNumber.has(number) && byNumber.get(number)?.type !== 'headings'))
}

const leaveUnknownRecords = (run: Import, tables: readonly TableColumns[]): void => {
  const first = tables[0]
  if (first) leave(run, first, reportUnknownRecords(tables, run.log))
}

const refuseWithoutItems = (run: Import, items: readonly Item[]): void => {
  if (items.length > 0) return
  const sheets = run.raw.sheets.map((sheet) => sheet.name)
  const shown = sheets.slice(0, 6).join(', ') + (sheets.length > 6 ? ', …' : '')
  const withHeadings = run.surveyed.find((one) => one.tables.some((table) => table.layout.role === 'items'))
  run.log.add('no-items', { sheet: withHeadings?.sheet.name ?? '' }, {
    sheets: shown, reason: reasonOf(run, withHeadings),
  })
}

const reasonOf = (run: Import, withHeadings: SurveyedSheet | undefined): string => {
  if (run.surveyed.every(({ sheet }) => sheet.rows.length === 0)) return 'no-sheets'
  if (!withHeadings) return 'no-sheet'
  return withHeadings.report.rows > 0 ? 'none-taken' : 'no-rows'
}

const countsOf = (estate: Estate, scenario: Scenario, findings: readonly Finding[]): ImportCounts => {
  const itemsByKind = Object.fromEntries(itemKinds.map((kind) => [kind, 0])) as Record<ItemKind, number>
  for (const item of estate.items) itemsByKind[item.kind] += 1
  const of = (severity: Finding['severity']): number =>
    findings.reduce((sum, one) => sum + (one.severity === severity ? weight(one) : 0), 0)
  return {
    items: estate.items.length, itemsByKind, dependencies: estate.dependencies.length, unresolved: estate.unresolved.length,
    moveGroups: scenario.groups.length, waves: scenario.waves.length, rules: scenario.rules.length,
    freezeWindows: scenario.freezeWindows.length, errors: of('error'), warnings: of('warning'), notes: of('note'),
  }
}

const weight = (finding: Finding): number => (finding.type === 'more-of-the-same' ? Number(finding.params['count']) : 1)

const planName = (fileName: string): string => fileName.replace(/\.[^.]+$/, '') || fileName

/** Items that rows name in their columns, said once for each sheet: otherwise the sheets hold fewer items than there are. */
const reportOnlyNamed = (run: Import, made: readonly ItemRow[]): void => {
  for (const sheet of new Set(made.map(({ place }) => place.sheet))) {
    const names = made.filter(({ place }) => place.sheet === sheet).map(({ item }) => item.name)
    run.log.add('items-only-named', { sheet }, { count: names.length, names: someNames(names) })
  }
}

/** With what comes from the sheet, where its rows are read by themselves. */
const reportWith = ({ tally, aboutOthers }: Import, { report, tables }: SurveyedSheet): SheetReport => {
  const gives = tally.of(report.name)
  const isSilent = aboutOthers.has(report.name) && gives.items + gives.named + gives.dependencies === 0
  const isRead = (report.role === 'items' || report.role === 'dependencies') && !isSilent
  return isRead && !tables.some(({ layout }) => layout.preset?.onlyAdds) ? { ...report, gives } : report
}

const readEstate = (run: Import): { estate: Estate; rows: readonly ItemRow[]; references: References } => {
  const rows = [...itemRows(run), ...itemsOfEnds(run)]
  const dependencyIds = new UniqueIds()
  const before = rows.length
  makeTargets(tablesOf(run, 'dependencies'), rows, run.ids)
  const made = linkItems(rows, { ids: run.ids, dependencyIds, tally: run.tally, sheetIndexes: run.sheetIndexes, log: run.log })
  reportOnlyNamed(run, rows.slice(before))
  for (const { place } of rows) run.tally.add(place.sheet, place.row > 0 ? 'items' : 'named')
  const references = new References(rows.map((row) => row.item))
  resolveConsolidations(rows, references, run.log)
  setAsideImmovable(rows, run.log)
  const items = rows.map((row) => row.item)
  const { dependencies, unresolved } = dependenciesOf(run, items, references, made, dependencyIds)
  const day = run.options.today
  const sheets = sourceSheets(run.surveyed.map(({ report, tables }) => ({ report, properties: tables.flatMap(({ properties }) => properties ?? []) })))
  const record = { fileName: run.raw.fileName, day, items: items.length, dependencies: dependencies.length, sheets }
  return { estate: { items, dependencies, unresolved, extraSheets: [], imports: [record] }, rows, references }
}

/** Where each item stood, as `sourceSheets` counts the sheets. */
const placesOf = (run: Import, rows: readonly ItemRow[]): Pick<ImportedWorkbook, 'itemPlaces' | 'morePlaces'> => {
  const placeOf = (sheet: string, row: number, except: readonly string[]): ItemPlace => [run.sheetIndexes.get(sheet) ?? 0, row, ...except]
  const said = (row: ItemRow, but?: SaidElsewhere): readonly string[] =>
    (row.elsewhere ?? []).filter((one) => one !== but).flatMap(({ fields }) => fields)
  const more = rows.flatMap((row) => (row.elsewhere ?? []).map((one) => [row.item.id, placeOf(one.sheet, one.row, said(row, one))] as const))
  return {
    itemPlaces: rows.map((row) => placeOf(row.place.sheet, row.place.row, said(row))), ...(more.length > 0 && { morePlaces: more }),
  }
}

/** Understands a workbook as a plan. Never fails: what it cannot read is kept, and a finding says so. */
export const interpretWorkbook = (written: RawWorkbook, options: InterpretOptions): ImportedWorkbook => {
  const { corrections = noCorrections } = options
  const raw = correctedWorkbook(written, corrections)
  const log = new FindingLog()
  for (const { file, problem } of options.unusablePresets ?? []) log.add('preset-unusable', { sheet: '' }, { file, problem })
  const packageId = packageSign(raw)
  if (packageId !== undefined) log.add(packageId === null ? 'package-without-key' : 'supplier-package', { sheet: '' })
  const surveyed = surveySheets(raw, log, [...(options.presets ?? []), ...builtInPresets], corrections.mappings)
  const run: Import = { raw, options, log, surveyed, ids: new UniqueIds(), notTaken: new Map(), tally: new SheetTally(), sheetIndexes: sourceIndexes(surveyed), undescribed: new Set(), aboutOthers: new Set() }
  const { estate: bare, rows, references } = readEstate(run)
  const book = wavesOf(run)
  const rules = rulesOf(run, references)
  const freezeWindows = freezeWindowsOf(run)
  const { newId } = options
  const { groups, ...placed } = placeGroupsOfRows({
    rows, estate: bare, rules, book, hasWaveSheet: tablesOf(run, 'waves').length > 0, newId, log,
  })
  reportMissingEffort(rows, log)
  const estate = { ...bare, extraSheets: extraSheetsOf(run) }
  refuseWithoutItems(run, estate.items)
  const scenario: Scenario = { id: newId('scenario'), name: 'Plan', groups, waves: book.list(), rules, freezeWindows }
  const document: PlanDocument = {
    id: newId('plan'), name: planName(raw.fileName), estate, scenarios: [scenario], activeScenarioId: scenario.id, ...noPlanLists,
  }
  const findings = log.list()
  return {
    fileName: raw.fileName, document, ...placesOf(run, rows), sheets: surveyed.map((one) => reportWith(run, one)), findings,
    counts: countsOf(estate, scenario, findings), ...(packageId !== undefined && { packageId }), ...placed,
    ...(run.undescribed.size > 0 && { undescribed: [...run.undescribed] }),
  }
}
