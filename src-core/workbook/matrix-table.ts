import { cellText } from './cell-text'
import type { SheetColumn } from './imported-workbook'
import { noName } from './no-name'
import type { RawRow, RawSheet } from './raw-workbook'
import type { SheetLayout } from './recognise-sheet'
import { strengthByWord, typeByWord, yesNoByWord } from './value-words'

/** The field of a column whose heading names an item, and whose marks say which rows depend on it, or it on them. */
export const markField = 'mark'

/** A matrix of who needs whom as a list of dependencies: one row for each mark, with the number of the row that it stands in. */
export type MatrixTable = {
  readonly sheet: RawSheet
  readonly layout: SheetLayout
  /** The first of the columns that were made. */
  readonly from: number
  /** All that stand down the side and along the top, also those without a mark. */
  readonly names: readonly string[]
}

/** Whether a cell of a matrix says anything: `x`, `1` and `Data flow` do, `-`, `0` and `No` do not. */
export const isMarked = (text: string): boolean =>
  text !== '' && (yesNoByWord.get(text) === 'yes' || (yesNoByWord.get(text) === undefined && noName(text) !== 'none') || /^[✓✔√●•■◼*]$/u.test(text))

/** What a mark says beyond being there. */
const wordOf = (text: string): { readonly type?: string; readonly strength?: string; readonly notes?: string } => {
  if (typeByWord.get(text) !== undefined) return { type: text }
  if (strengthByWord.get(text) !== undefined) return { strength: text }
  return yesNoByWord.get(text) === 'yes' || /^[^\p{L}\p{N}]+$/u.test(text) ? {} : { notes: text }
}

const otherEnd = (columns: readonly SheetColumn[]): 'from' | 'to' => (columns.some(({ field }) => field === 'to') ? 'from' : 'to')

/** What a matrix says; null for any other sheet. A row without a name keeps its place in the list, and its marks have one end only. */
export const matrixTable = (sheet: RawSheet, layout: SheetLayout): MatrixTable | null => {
  const marks = layout.columns.filter(({ field }) => field === markField)
  if (layout.role !== 'dependencies' || marks.length === 0) return null
  const below = sheet.rows.slice(layout.headerIndex + 1)
  const from = below.reduce((widest, { cells }) => Math.max(widest, cells.length), layout.columns.length)
  const made = [otherEnd(layout.columns), 'type', 'strength', 'notes'] as const
  const isMark = new Set(marks.map(({ column }) => column))
  const listed = below.flatMap(({ number, cells }): readonly RawRow[] => marks.flatMap(({ heading, column }) => {
    const text = cellText(cells[column])
    if (!isMarked(text)) return []
    const { type = null, strength = null, notes = null } = wordOf(text)
    const own = Array.from({ length: from }, (_, place) => (isMark.has(place) ? null : (cells[place] ?? null)))
    return { number, cells: [...own, heading, type, strength, notes] }
  }))
  const side = layout.columns.find(({ field }) => field === 'from' || field === 'to')?.column ?? -1
  const names = new Set([...below.map(({ cells }) => cellText(cells[side])), ...marks.map(({ heading }) => heading)])
  names.delete('')
  const unnamed = Array.from({ length: from - layout.columns.length }, (_, index) => ({ heading: '', column: layout.columns.length + index, field: null }))
  const taken = new Set(layout.columns.map(({ field }) => field))
  const columns = layout.columns.map((column) => (column.field === markField ? { ...column, field: null } : column))
  return {
    sheet: { ...sheet, rows: [...sheet.rows.slice(0, layout.headerIndex + 1), ...listed] },
    layout: { ...layout, columns: [...columns, ...unnamed, ...made.map((field, index) => ({ heading: '', column: from + index, field: taken.has(field) ? null : field }))] },
    from, names: [...names],
  }
}
