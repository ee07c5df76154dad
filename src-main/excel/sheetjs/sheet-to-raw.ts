import type { RawCell, RawFormula, RawRow, RawSheet } from '@core/workbook/raw-workbook'
import type { CellObject, WorkSheet } from 'xlsx'
import { utils } from 'xlsx'
import { fillMergedCells } from '../merged-cells'
import { damaged } from '../refusal'
import type { ReadLimits } from '../read-limits'
import { checkTally, type Tally } from '../read-tally'

export type SheetFacts = {
  readonly name: string
  readonly hidden: boolean
}

/** Only rows that hold something. Walks what is there and never a range, which a file can declare at will. */
export const sheetToRaw = (
  sheet: WorkSheet, facts: SheetFacts, toRaw: (cell: CellObject) => RawCell, limits: ReadLimits, tally: Tally,
): RawSheet => {
  const data: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet['!data'] ?? []
  if (data.length > limits.rows) throw damaged(facts.name)
  const rows: RawRow[] = []
  const formulas: RawFormula[] = []
  for (const [index, cells] of filled(data)) {
    if (cells.length > limits.columns) throw damaged(facts.name)
    collectFormulas(cells, index + 1, formulas)
    const row = rowToRaw(cells, index + 1, toRaw, tally)
    if (row) rows.push(row)
    checkTally(tally, limits)
  }
  const declaredRows = Math.max(declared(sheet), rows.at(-1)?.number ?? 0)
  const merges = (sheet['!merges'] ?? []).map(({ s, e }) => ({ top: s.r + 1, bottom: e.r + 1, left: s.c, right: e.c }))
  fillMergedCells(rows, merges)
  return { name: facts.name, hidden: facts.hidden, rows, declaredRows, formulas }
}

/** Entries of an array that may be a handful of rows spread over a million. */
function* filled<T>(list: readonly (T | undefined)[]): Generator<readonly [number, T]> {
  for (const key of Object.keys(list)) {
    const value = list[Number(key)]
    if (value !== undefined) yield [Number(key), value]
  }
}

const rowToRaw = (
  cells: readonly (CellObject | undefined)[], number: number, toRaw: (cell: CellObject) => RawCell, tally: Tally,
): RawRow | null => {
  const raw: RawCell[] = []
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column]
    const value = cell ? toRaw(cell) : null
    if (value === null) continue
    while (raw.length < column) raw.push(null)
    raw.push(value)
    tally.cells++
    if (typeof value === 'string') tally.text += value.length
  }
  tally.slots += raw.length
  return raw.length > 0 ? { number, cells: raw } : null
}

const collectFormulas = (cells: readonly (CellObject | undefined)[], row: number, formulas: RawFormula[]): void => {
  cells.forEach((cell, column) => {
    if (cell?.f === undefined && cell?.F === undefined) return
    formulas.push({ row, column, hasValue: cell.t !== 'z' && cell.v !== undefined && cell.v !== null })
  })
}

const declared = (sheet: WorkSheet): number => (sheet['!ref'] ? utils.decode_range(sheet['!ref']).e.r + 1 : 0)
