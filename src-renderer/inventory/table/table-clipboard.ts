import { announce } from '../../app/announcer'
import { notifyProblem } from '../../app/notify'
import { currentTranslate } from '../../i18n/words'
import { plainText } from './field'
import type { Field } from './field'
import { columnsNamed, pastedGrid } from './plan-paste'
import type { CellRange } from './cell-range'
import type { CellProblem, Target } from './plan-paste'
import { act, clearRange } from './table-acts'
import { keyOf, rangeOf } from './table-model'
import type { TableModel } from './table-model'
import { parseTsv, toHtml, toTsv } from './tsv'
import type { CopiedCell } from './tsv'

const copiedCell = <Row, Write>(field: Field<Row, Write>, row: Row): CopiedCell => {
  const number = field.value?.(row)
  const text = plainText(field, row)
  if (number !== undefined) return { text, number }
  const day = field.type === 'day' ? field.sortKey(row) : undefined
  return typeof day === 'string' ? { text, day } : { text }
}

/** The cells of the range, without the lines of groups. */
export const copiedCells = <Row, Write>(model: TableModel<Row, Write>, withHeadings: boolean): readonly (readonly CopiedCell[])[] => {
  const range = rangeOf(model, model.store.getState())
  const fields = model.columns.slice(range.left, range.right + 1).map(({ field }) => field)
  const rows = model.lines.slice(range.top, range.bottom + 1).flatMap((line) =>
    line.type === 'row' ? [fields.map((field) => copiedCell(field, line.row))] : [])
  return withHeadings ? [fields.map(({ heading }) => ({ text: heading })), ...rows] : rows
}

/** Puts the range on the clipboard, as text and as a table, the way that spreadsheets pass cells to each other. */
export const copyRange = <Row, Write>(model: TableModel<Row, Write>, clipboard: DataTransfer, withHeadings = false): void => {
  const cells = copiedCells(model, withHeadings)
  clipboard.setData('text/plain', toTsv(cells))
  clipboard.setData('text/html', toHtml(cells))
  announce(currentTranslate()('table.copied', { count: cells.reduce((sum, row) => sum + row.length, 0) }))
}

/** Copies, then empties: the clipboard is the only place that holds it, apart from undo. */
export const cutRange = <Row, Write>(model: TableModel<Row, Write>, clipboard: DataTransfer): void => {
  copyRange(model, clipboard)
  clearRange(model)
}

type Grid = readonly (readonly string[])[]

/** Cells that lie to the right of the last column: there is nothing that they could be. */
const beyondLast = (grid: Grid, columns: number): readonly CellProblem[] => {
  const t = currentTranslate()
  return grid.flatMap((texts, index) => texts.slice(columns).filter((text) => text.trim() !== '').map((text) => ({
    rowId: `beyond ${index}`, fieldId: '', row: t('table.pastedRow', { number: index + 1 }), heading: '–', text, problem: t('table.beyond', { text }),
  })))
}

const start: CellRange = { top: 0, bottom: 0, left: 0, right: 0 }

/** Where one pastes: into a table without rows, from its first column. */
const pasteRange = <Row, Write>(model: TableModel<Row, Write>): CellRange =>
  model.lines.length === 0 ? start : rangeOf(model, model.store.getState())

/** Where each pasted cell goes: rows one after the other, those beyond the last become new ones. */
const pasteTargets = <Row, Write>(model: TableModel<Row, Write>, grid: Grid, columnOf: (offset: number) => number): readonly Target<Row, Write>[] => {
  const range = pasteRange(model)
  const below = model.lines.slice(range.top).flatMap((line) => (line.type === 'row' ? [line.row] : []))
  const isAdding = model.lines[range.top]?.type === 'draft'
  return grid.flatMap((texts, index) => {
    const row = isAdding ? null : below[index] ?? null
    const added = isAdding ? index : index - below.length
    return texts.flatMap((text, offset): Target<Row, Write>[] => {
      const field = model.columns[columnOf(offset)]?.field
      return field ? [row === null ? { row, added, field, text } : { row, field, text }] : []
    })
  })
}

/** Takes what is on the clipboard as one step, or says of each cell why it cannot be. */
export const pasteText = <Row, Write>(model: TableModel<Row, Write>, text: string): void => {
  const t = currentTranslate()
  const cells = parseTsv(text)
  if (cells.length === 0) return notifyProblem(t('table.paste'), t('table.nothingToPaste'))
  const range = pasteRange(model)
  const headings = model.columns.map(({ field }) => field.heading)
  const named = columnsNamed(cells, headings)
  const left = named ? Math.min(...named) : range.left
  const grid = named ? cells.slice(1) : pastedGrid(cells, range, headings)
  const columnOf = (offset: number): number => (named ? named[offset] ?? model.columns.length : left + offset)
  const targets = pasteTargets(model, grid, columnOf)
  const isDone = act(model, targets, 'paste', beyondLast(grid, named ? named.length : model.columns.length - left))
  if (isDone && model.store.getState().draft) model.store.setState({ draft: null })
  const last = targets.at(-1)
  const line = isDone && last?.row ? model.adapter.idOf(last.row) : null
  // What was pasted stays selected, as in Excel.
  if (last && line !== null) {
    const field = named ? model.columns[Math.max(...named)]?.field.id ?? '' : last.field.id
    model.store.setState({ base: keyOf(model, { line: range.top, column: left }), extent: { line, field } })
  }
}
