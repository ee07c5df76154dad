import type { RawRow, RawSheet, RawWorkbook } from '@core/workbook/raw-workbook'
import { fillMergedCells } from '../merged-cells'
import type { ReadContext } from '../read-context'
import { newTally } from '../read-tally'
import { Refusal, tooLarge } from '../refusal'
import type { PackedPart } from '../zip/unpack-parts'
import type { WorkbookFacts } from './cell-values'
import { readNumberFormats } from './number-formats'
import { refuseTooManyCells } from './refuse-cells'
import { SharedStrings } from './shared-strings'
import { SheetReader, type ReadSheetOptions } from './sheet-reader'
import { workbookParts, type SheetPart } from './workbook-sheets'

/**
 * xlsx and xlsm by our own scan of their bytes, several times as fast as a general parser. One sheet is unpacked at a time:
 * what is beyond the limits is never reached.
 */
export const readOoxml = (parts: readonly PackedPart[], context: ReadContext): RawWorkbook => {
  const { limits } = context
  const workbook = workbookParts(parts)
  if (workbook.sheets.length > limits.sheets) throw tooLarge('sheets', limits.sheets)
  const facts: WorkbookFacts = {
    strings: workbook.strings ? new SharedStrings(workbook.strings.unpack().content, limits.cells) : null,
    formats: readNumberFormats(workbook.styles?.unpack()),
    date1904: workbook.date1904,
  }
  const tally = newTally()
  showFirstRows(workbook.sheets, facts, context)
  const sheets = workbook.sheets.map((sheet, index) => {
    const options = { name: sheet.name, facts, limits, tally }
    const read = readSheet(sheet, workbook.sheets.slice(index + 1), options)
    context.onProgress({ phase: 'reading', fraction: 0.2 + (0.5 * (index + 1)) / workbook.sheets.length })
    return read
  })
  return { fileName: context.fileName, sheets }
}

/** A thousand rows of fifty columns are in them. */
const firstPackedBytes = 256 * 1024
/** A row is no shorter. */
const leastRowBytes = 32
/** Sheets that are begun in vain at most: they are read again. */
const mostBegun = 4

/** Shows the beginning of the first sheet that has enough rows, before all of any sheet is unpacked. */
const showFirstRows = (sheets: readonly SheetPart[], facts: WorkbookFacts, { firstRows, limits }: ReadContext): void => {
  if (!firstRows) return
  const long = sheets.filter(({ part }) => part.size >= firstRows.count * leastRowBytes)
  for (const { name, part } of long.slice(0, mostBegun)) {
    const rows = firstRowsOf(part, firstRows.count, { name, facts, limits, tally: newTally() })
    if (rows) return firstRows.show({ sheet: name, from: 0, rows, all: rows.length })
  }
}

/** null as well where something is wrong with the sheet: that is said when all of it is read. */
const firstRowsOf = (part: PackedPart, count: number, options: ReadSheetOptions): readonly RawRow[] | null => {
  try {
    return new SheetReader(part.begin(firstPackedBytes).content, options).begin(count)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

const readSheet = (sheet: SheetPart, later: readonly SheetPart[], options: ReadSheetOptions): RawSheet => {
  const xml = sheet.part.unpack().content
  const bytes = later.reduce((sum, { part }) => sum + part.size, xml.length)
  refuseTooManyCells(xml, later.map(({ part }) => () => part.unpack().content), bytes, options.tally, options.limits)
  const reader = new SheetReader(xml, options).read()
  const rows = reader.unsorted ? inOrder(reader.rows) : reader.rows
  return {
    name: sheet.name, hidden: sheet.hidden, rows: fillMergedCells(rows, reader.merges),
    declaredRows: reader.declaredRows, formulas: reader.formulas,
  }
}

/** Rows as they stand, those of one number in one: the later cell wins. */
const inOrder = (rows: readonly RawRow[]): RawRow[] => {
  const byNumber = new Map<number, RawRow>()
  for (const row of rows) {
    const before = byNumber.get(row.number)
    byNumber.set(row.number, before ? { number: row.number, cells: laid(before, row) } : row)
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number)
}

const laid = (before: RawRow, after: RawRow): RawRow['cells'] =>
  Array.from({ length: Math.max(before.cells.length, after.cells.length) }, (_, column) =>
    after.cells[column] ?? before.cells[column] ?? null)
