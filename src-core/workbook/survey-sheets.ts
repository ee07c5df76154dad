import { cellText } from './cell-text'
import { mayBeBlocks } from './content/block-columns'
import { kindOfHeading, kindOfIdHeading, namesProviders } from './content/kind-headings'
import type { FindingLog } from './finding-log'
import { fold } from './fold'
import type { SheetReport, SheetRole } from './imported-workbook'
import type { SheetMapping } from './corrections'
import { hasAllHeadings } from './match-columns'
import { markField } from './matrix-table'
import { columnName, type RawSheet, type RawWorkbook } from './raw-workbook'
import { builtInPresets } from './presets/built-in-presets'
import type { Preset } from './presets/preset'
import { layoutsOfReading, type FoundLayout, type Recognised, type SheetLayout } from './recognise-sheet'
import { recogniseWorkbook } from './recognise-workbook'
import { TableColumns } from './row-reader'
import type { SheetReading } from './sheet-reading'

export type SurveyedSheet = {
  readonly sheet: RawSheet
  readonly report: SheetReport
  /** Empty where the sheet is kept or empty. */
  readonly tables: readonly TableColumns[]
  readonly headerIndex: number
}

/** As it was recognised, or as the planner wants it read. */
type SurveyedAs =
  | Exclude<Recognised, { readonly type: 'table' }>
  | { readonly type: 'table'; readonly layouts: readonly SheetLayout[] }

const roleOf = (recognised: SurveyedAs, rows: number, sheet: RawSheet): SheetRole => {
  if (recognised.type === 'table') return rows === 0 ? 'empty' : (recognised.layouts[0]?.role ?? 'kept')
  return recognised.type === 'empty' || sheet.rows.length === 0 ? 'empty' : 'kept'
}

const reportOf = (sheet: RawSheet, recognised: SurveyedAs): SheetReport => {
  const layout: SheetLayout | undefined = recognised.type === 'table' ? recognised.layouts[0] : undefined
  const rows = sheet.rows.length - (layout ? layout.headerIndex + 1 : 0)
  const headerRow = layout ? (sheet.rows[layout.headerIndex]?.number ?? null) : null
  return {
    name: sheet.name, ...(sheet.partOf !== undefined && { partOf: sheet.partOf }), hidden: sheet.hidden, role: roleOf(recognised, rows, sheet), kind: layout?.kind ?? null,
    preset: layout?.preset?.id ?? null, headerRow, rows, ...(layout?.preset && { presetName: layout.preset.name }),
    ...(recognised.type === 'kept' && recognised.housekeeping && { isHousekeeping: true }),
    columns: layout?.columns.filter((column) => column.heading !== '' || column.field !== null) ?? [],
  }
}

/** Two columns of the same heading: the first is read, the other kept. */
const reportRepeatedHeadings = (sheet: RawSheet, report: SheetReport, log: FindingLog): void => {
  const fieldByName = new Map<string, string>()
  for (const { heading, column, field } of report.columns) {
    const known = fieldByName.get(fold(heading))
    if (heading === '') continue
    if (field) fieldByName.set(fold(heading), field)
    else if (known) log.add('repeated-heading', { sheet: sheet.name, row: report.headerRow ?? 1, column }, { heading })
  }
}

/** What was guessed by content is said, so that nobody has to look for it. */
const reportGuesses = (sheet: RawSheet, recognised: Recognised, log: FindingLog): void => {
  const [layout] = recognised.type === 'table' ? recognised.layouts : []
  if (!layout) return
  if (recognised.type === 'table' && recognised.byContent) log.add('sheet-by-content', { sheet: sheet.name }, { role: layout.role, ...(recognised.byContent === 'headed' && { headed: 1 }) })
  const marks = layout.columns.filter(({ field }) => field === markField).length
  if (marks > 0) {
    const rowsNeed = layout.columns.some(({ field }) => field === 'from')
    log.add('matrix', { sheet: sheet.name, row: sheet.rows[layout.headerIndex]?.number ?? 1 }, { count: marks, needs: rowsNeed ? 'rows' : 'columns' })
  }
  for (const { column, heading, field, reason } of layout.columns) {
    if (reason !== 'content' || field === null || field === markField) continue
    const row = sheet.rows[layout.headerIndex]?.number ?? sheet.rows[0]?.number ?? 1
    log.add('column-by-content', { sheet: sheet.name, row, column }, { heading: heading || columnName(column), field })
  }
}

/** A heading that says that its cells name items, over cells that name none. */
const reportKeptLinks = (sheet: RawSheet, { role, kind, preset, headerIndex, columns }: FoundLayout, log: FindingLog): void => {
  if ((role !== 'items' && role !== 'waves') || preset?.source !== undefined || hasAllHeadings(columns, role)) return
  for (const { heading, column, field } of columns) {
    const linked = kindOfHeading(heading) ?? kindOfIdHeading(heading)
    if (field !== null || !(namesProviders(heading) || (linked !== undefined && (role === 'waves' || (kind !== null && linked !== kind))))) continue
    const row = sheet.rows[headerIndex]?.number ?? 1
    if (sheet.rows.slice(headerIndex + 1).some(({ cells }) => cellText(cells[column]) !== '')) log.add('link-kept', { sheet: sheet.name, row, column }, { heading })
  }
}

const reportBlanks = (sheet: RawSheet, { role, preset, headerIndex, columns }: FoundLayout, log: FindingLog): void => {
  if (preset?.source !== undefined) return
  const row = sheet.rows[headerIndex]?.number ?? 1
  for (const { column: { column, heading }, blank } of mayBeBlocks(sheet.rows.slice(headerIndex + 1), columns, role)) {
    log.add('maybe-blocks', { sheet: sheet.name, row, column }, { heading, count: blank })
  }
}

const reportFormulas = (sheet: RawSheet, log: FindingLog): void => {
  for (const { row, column, hasValue } of sheet.formulas) {
    log.add(hasValue ? 'formula' : 'formula-without-value', { sheet: sheet.name, row, column })
  }
}

const reportSheet = (sheet: RawSheet, recognised: SurveyedAs, report: SheetReport, log: FindingLog): void => {
  if (recognised.type === 'missing-heading') log.add('missing-heading', { sheet: sheet.name }, { role: recognised.role })
  else if (recognised.type === 'kept' && recognised.housekeeping) return
  else if (recognised.type === 'kept' && recognised.turned !== undefined) log.add('turned-sheet', { sheet: sheet.name }, { texts: recognised.turned })
  else if (report.role === 'kept') log.add('unknown-sheet', { sheet: sheet.name }, { rows: sheet.rows.length })
  else if (report.role === 'empty' && (sheet.rows.length > 0 || sheet.declaredRows > 0)) {
    log.add('no-data-rows', { sheet: sheet.name }, { declared: sheet.declaredRows })
  }
  // What was not understood is kept whole: that nobody sees it in the workbook is all the more worth a word.
  if (sheet.hidden && report.role !== 'empty') log.add('hidden-sheet', { sheet: sheet.name }, { kept: report.role === 'kept' ? 1 : 0 })
  reportRepeatedHeadings(sheet, report, log)
  reportFormulas(sheet, log)
}

/** The tabs of a known export that nobody plans with: one note for all of them. */
const reportHousekeeping = (surveyed: readonly { readonly sheet: RawSheet; readonly recognised: SurveyedAs }[], log: FindingLog): void => {
  const names = surveyed.flatMap(({ sheet, recognised }) => (recognised.type === 'kept' && recognised.housekeeping ? sheet.name : []))
  if (names.length > 0) log.add('housekeeping-sheets', { sheet: '' }, { count: names.length, sheets: names.join(', ') })
}

/** Each sheet that holds several tables: by which names these go here. */
const reportTables = (sheets: readonly RawSheet[], log: FindingLog): void => {
  for (const sheet of new Set(sheets.flatMap(({ partOf }) => partOf ?? []))) {
    const names = sheets.filter(({ partOf }) => partOf === sheet).map(({ name }) => name)
    log.add('several-tables', { sheet }, { count: names.length, names: names.join(', ') })
  }
}

/** As the planner wants it read, without a question whether that can be right. */
const asRead = (sheet: RawSheet, reading: SheetReading, presets: readonly Preset[]): SurveyedAs => {
  const layouts = layoutsOfReading(sheet, reading, presets)
  return layouts.length > 0 ? { type: 'table', layouts } : { type: 'kept' }
}

/**
 * What each sheet is, before any of its rows is read. `presets`: the known exports, the first that fits. `mappings`: how the
 * planner wants some of them read.
 */
export const surveySheets = (
  raw: RawWorkbook, log: FindingLog, presets: readonly Preset[] = builtInPresets, mappings: readonly SheetMapping[] = [],
): readonly SurveyedSheet[] => {
  const readingByName = new Map(mappings.map(({ sheet, reading }) => [sheet, reading]))
  const recognisedBySheet = new Map(recogniseWorkbook(raw, presets, mappings).map((one) => [one.sheet, one.recognised]))
  const recognitions = raw.sheets.flatMap((sheet): readonly { readonly sheet: RawSheet; readonly recognised: SurveyedAs }[] => {
    const reading = readingByName.get(sheet.name)
    const as = reading ? asRead(sheet, reading, presets) : recognisedBySheet.get(sheet)
    return as ? [{ sheet, recognised: as }] : []
  })
  reportHousekeeping(recognitions, log)
  reportTables(raw.sheets, log)
  return recognitions.map(({ sheet, recognised }) => {
    const found = readingByName.has(sheet.name) ? undefined : recognisedBySheet.get(sheet)
    if (found) reportGuesses(sheet, found, log)
    if (found?.type === 'table') for (const layout of found.layouts) {
      reportKeptLinks(sheet, layout, log)
      reportBlanks(sheet, layout, log)
    }
    const report = reportOf(sheet, recognised)
    // Where the planner has said what a sheet is, that it was not understood is no news.
    if (!readingByName.has(sheet.name) || recognised.type === 'table') reportSheet(sheet, recognised, report, log)
    const layouts = recognised.type === 'table' ? recognised.layouts : []
    return {
      sheet, report, tables: layouts.map((layout) => new TableColumns(sheet, layout)),
      headerIndex: layouts[0]?.headerIndex ?? 0,
    }
  })
}
