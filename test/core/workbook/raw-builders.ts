import { countingIds } from '@core/ids'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { noCorrections } from '@core/workbook/corrections'
import type { RawCell, RawSheet } from '@core/workbook/raw-workbook'
import type { SheetReading } from '@core/workbook/sheet-reading'

/** A sheet whose first line is row `from`; null lines are blank rows. */
export const rawSheet = (
  name: string, lines: readonly (readonly RawCell[] | null)[], more: Partial<RawSheet> & { readonly from?: number } = {},
): RawSheet => {
  const { from = 1, ...fields } = more
  const rows = lines.flatMap((cells, index) => (cells === null ? [] : [{ number: from + index, cells }]))
  return { name, hidden: false, rows, declaredRows: lines.length, formulas: [], ...fields }
}

/** What the import makes of sheets, with counted ids. */
export const importSheets = (...sheets: readonly RawSheet[]): ImportedWorkbook => importFile('estate.xlsx', ...sheets)

export const importFile = (fileName: string, ...sheets: readonly RawSheet[]): ImportedWorkbook =>
  interpretWorkbook({ fileName, sheets }, { today: '2026-11-21', newId: countingIds() })

/** A sheet that a planner has said how to read. */
export const importAs = (reading: SheetReading, sheet: RawSheet): ImportedWorkbook => interpretWorkbook(
  { fileName: 'estate.xlsx', sheets: [sheet] },
  { today: '2026-11-21', newId: countingIds(), corrections: { ...noCorrections, mappings: [{ sheet: sheet.name, reading }] } },
)

/** Type and place of every finding, except the one about missing effort. */
export const findingsOf = (imported: ImportedWorkbook): readonly string[] =>
  imported.findings
    .filter((finding) => finding.type !== 'effort-missing')
    .map((finding) => [finding.severity, finding.type, finding.sheet, finding.cell ?? finding.row ?? ''].join(' ').trim())
