import type { ColumnModel, SheetModel, WrittenCell } from '@core/workbook/workbook-model'

/** What fits in a cell, in UTF-16 units. */
export const longestText = 32_767

/**
 * A text too long for a cell goes on in columns of its own at the right end, headed `Notes (2)`, `Notes (3)`: nothing
 * is cut, and an import keeps them as extra fields. Sheets without such a text come back as they are.
 */
export const splitLongTexts = (sheet: SheetModel): SheetModel => {
  // A page has its places: what does not fit in one is cut there, and stands whole in a table.
  if (sheet.look?.cells) return { ...sheet, rows: sheet.rows.map((row) => row.map((cell) => pieceOf(cell, 0))) }
  const pieces = sheet.columns.map((_, column) => Math.max(1, ...longPieces(sheet, column)))
  if (pieces.every((count) => count === 1)) return sheet
  const added = sheet.columns.flatMap((column, index) =>
    Array.from({ length: (pieces[index] ?? 1) - 1 }, (_, piece) => ({ column, index, piece: piece + 1 })),
  )
  return {
    ...sheet,
    columns: [...sheet.columns, ...added.map(({ column, piece }) => continuation(column, piece + 1))],
    rows: sheet.rows.map((row) => [
      ...sheet.columns.map((_, index) => pieceOf(row[index] ?? null, 0)),
      ...added.map(({ index, piece }) => pieceOf(row[index] ?? null, piece)),
    ]),
  }
}

function* longPieces(sheet: SheetModel, column: number): Generator<number> {
  for (const row of sheet.rows) {
    const cell = row[column]
    if (typeof cell === 'string' && cell.length > longestText) yield textPieces(cell).length
  }
}

const continuation = (column: ColumnModel, number: number): ColumnModel => ({
  heading: `${column.heading} (${number})`,
  width: column.width,
  type: 'text',
})

const pieceOf = (cell: WrittenCell, piece: number): WrittenCell => {
  if (typeof cell !== 'string' || cell.length <= longestText) return piece === 0 ? cell : null
  return textPieces(cell)[piece] ?? null
}

/** Never between the halves of one character. */
const textPieces = (text: string): readonly string[] => {
  const pieces: string[] = []
  for (let at = 0; at < text.length; ) {
    const end = Math.min(text.length, at + longestText)
    const splitsPair = end < text.length && /[\ud800-\udbff]/.test(text[end - 1] ?? '')
    pieces.push(text.slice(at, splitsPair ? end - 1 : end))
    at = splitsPair ? end - 1 : end
  }
  return pieces
}
