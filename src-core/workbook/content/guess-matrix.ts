import type { ItemKind } from '../../estate/item'
import { cellText } from '../cell-text'
import { fieldByHeading } from '../headings'
import { isMarked, markField } from '../matrix-table'
import { noName } from '../no-name'
import type { RawCell, RawSheet } from '../raw-workbook'
import type { FoundLayout } from '../recognise-sheet'
import type { ColumnReading } from '../sheet-reading'
import { strengthByWord, typeByWord, yesNoByWord } from '../value-words'
import type { KnownNames } from './known-names'
import { turned } from './turned-ends'

/** Titles stand above the matrix. */
const searchedRows = 40

/** Which end the rows of a matrix are, by its corner: `From \\ To`, `Til / Fra`; the one that needs, where that does not say. */
const endOfRows = (corner: string): 'from' | 'to' => {
  const [first, second] = corner.split(/[\\/|→>]+/).map((part) => fieldByHeading.dependencies.get(part.trim()))
  return first === 'to' && second === 'from' ? 'to' : 'from'
}

/** Signs, and words that we know; other letters and figures are measures and roles. */
const isMark = (text: string): boolean =>
  /^[^\p{L}\p{N}]{1,2}$/u.test(text) || yesNoByWord.get(text) !== undefined || typeByWord.get(text) !== undefined || strengthByWord.get(text) !== undefined

/** No answers, counts or signs, which stand in tables of every sort. */
const mayBeItem = (text: string): boolean => /\p{L}/u.test(text) && yesNoByWord.get(text) === undefined && noName(text) === undefined

/** Fewer items are no matrix. */
const leastSide = 2
const nearlyAll = 0.8

const shareOf = (texts: readonly string[], isSo: (text: string) => boolean): number => (texts.length === 0 ? 0 : texts.filter(isSo).length / texts.length)

/** What stands along the top and down the side, where `key` is the column of the side. */
type Matrix = { readonly headerIndex: number; readonly key: number; readonly heads: readonly string[]; readonly sides: readonly string[]; readonly marks: readonly string[] }

const matrixAt = (sheet: RawSheet, headerIndex: number): Matrix | null => {
  const rows = sheet.rows.slice(headerIndex + 1)
  const key = rows[0]?.cells.findIndex((cell) => cellText(cell) !== '') ?? -1
  const right = (cells: readonly RawCell[]): readonly string[] => cells.slice(key + 1).map(cellText).filter((text) => text !== '')
  const heads = right(sheet.rows[headerIndex]?.cells ?? [])
  if (key < 0 || heads.length < leastSide || new Set(heads).size < heads.length || !heads.every(mayBeItem)) return null
  const sides = rows.map(({ cells }) => cellText(cells[key])).filter((text) => text !== '')
  return sides.length < leastSide || !sides.every(mayBeItem) ? null : { headerIndex, key, heads, sides, marks: rows.flatMap(({ cells }) => right(cells)) }
}

const lower = (text: string): string => text.toLowerCase()

/** Most of both sides are the same items, or known from elsewhere, and what stands between are marks. */
const isMatrix = ({ heads, sides, marks }: Matrix, names: KnownNames): boolean => {
  const [along, down] = [new Set(heads.map(lower)), new Set(sides.map(lower))]
  const isItem = (others: ReadonlySet<string>) => (text: string): boolean => others.has(lower(text)) || names.has(lower(text))
  return shareOf(heads, isItem(down)) >= nearlyAll && shareOf(sides, isItem(along)) >= nearlyAll && marks.some(isMarked) && marks.every(isMark)
}

const columnsOf = (sheet: RawSheet, { headerIndex, key }: Matrix): readonly ColumnReading[] =>
  (sheet.rows[headerIndex]?.cells ?? []).map((cell, column): ColumnReading => {
    const heading = cellText(cell)
    const field = column === key ? endOfRows(heading) : column > key && heading !== '' ? markField : null
    return field === null ? { heading, column, field, confidence: 0, reason: 'none' } : { heading, column, field, confidence: 0.7, reason: 'content' }
  })

/** Items down the side and along the top, and marks where one needs the other. Applications run on servers, whichever stand where. */
export const asMatrix = (sheet: RawSheet, names: KnownNames): FoundLayout | null => {
  for (let headerIndex = 0; headerIndex < Math.min(searchedRows, sheet.rows.length - leastSide); headerIndex += 1) {
    const matrix = matrixAt(sheet, headerIndex)
    if (!matrix || !isMatrix(matrix, names)) continue
    const areOf = (texts: readonly string[], kind: ItemKind): boolean => shareOf(texts, (text) => names.get(lower(text)) === kind) >= nearlyAll
    const rowsHost = areOf(matrix.sides, 'server') && areOf(matrix.heads, 'application')
    const rowsRun = areOf(matrix.sides, 'application') && areOf(matrix.heads, 'server')
    const columns = columnsOf(sheet, matrix)
    return {
      role: 'dependencies', kind: null, preset: null, headerIndex, columns: rowsHost ? columns.map(turned) : columns,
      ...((rowsHost || rowsRun) && { type: 'runs-on' as const }),
    }
  }
  return null
}
