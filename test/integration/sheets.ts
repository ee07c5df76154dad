import { countingIds } from '@core/ids'
import { activeScenario } from '@core/plan/plan-document'
import { lookup } from '@core/plan/lookup'
import { evaluate } from '@core/violations/evaluate'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { RawCell, RawWorkbook } from '@core/workbook/raw-workbook'

export type Sheets = Readonly<Record<string, readonly (readonly RawCell[])[]>>

/** Sheets as one would type them: the first row is the headings. */
export const rawWorkbook = (sheets: Sheets): RawWorkbook => ({
  fileName: 'typed.xlsx',
  sheets: Object.entries(sheets).map(([name, rows]) => ({
    name,
    hidden: false,
    declaredRows: rows.length,
    formulas: [],
    rows: rows.map((cells, index) => ({ number: index + 1, cells })).filter((row) => row.cells.some((cell) => cell !== null)),
  })),
})

export const importSheets = (sheets: Sheets): ImportedWorkbook =>
  interpretWorkbook(rawWorkbook(sheets), { today: '2027-01-15', newId: countingIds() })

/** Members of each move group by id, each list and the whole sorted. */
export const groupsOf = ({ document }: ImportedWorkbook): readonly string[] =>
  activeScenario(document).groups.map((group) => [...group.itemIds].sort().join('+')).sort()

/** `type:items` of each violation, hard ones only unless told. */
export const violationsOf = ({ document }: ImportedWorkbook, severity: 'hard' | 'warning' = 'hard'): readonly string[] =>
  evaluate(document)
    .violations.filter((violation) => violation.severity === severity)
    .map((violation) => `${violation.type}:${[...violation.itemIds].sort().join('+')}`)
    .sort()

export const waveNumberOf = ({ document }: ImportedWorkbook, itemId: string): number | null =>
  lookup(document).waveOfItem(itemId)?.number ?? null
