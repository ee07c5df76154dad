/** A place in the table: a line and a column, counted from 0 among those that are shown. */
export type Cell = { readonly line: number; readonly column: number }

/** All from one corner to the other, ends included. */
export type CellRange = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

export const rangeBetween = (a: Cell, b: Cell): CellRange => ({
  top: Math.min(a.line, b.line),
  bottom: Math.max(a.line, b.line),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
})

export const isOneCell = (range: CellRange): boolean => range.top === range.bottom && range.left === range.right

type Press = { readonly key: string; readonly ctrlKey: boolean; readonly metaKey: boolean }
type Size = { readonly lines: number; readonly columns: number; readonly page: number }

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

/** The cell that a key leads to, or null when the key does not walk. With Ctrl or Command to the edge, as in Excel. */
export const cellAfterKey = ({ key, ctrlKey, metaKey }: Press, { line, column }: Cell, size: Size): Cell | null => {
  const far = ctrlKey || metaKey
  const targets: Readonly<Record<string, Cell>> = {
    ArrowDown: { line: far ? size.lines - 1 : line + 1, column },
    ArrowUp: { line: far ? 0 : line - 1, column },
    ArrowRight: { line, column: far ? size.columns - 1 : column + 1 },
    ArrowLeft: { line, column: far ? 0 : column - 1 },
    PageDown: { line: line + size.page, column },
    PageUp: { line: line - size.page, column },
    Home: { line: far ? 0 : line, column: 0 },
    End: { line: far ? size.lines - 1 : line, column: size.columns - 1 },
  }
  const target = targets[key]
  if (!target || size.lines === 0 || size.columns === 0) return null
  return { line: clamp(target.line, size.lines), column: clamp(target.column, size.columns) }
}

export type Step = 'down' | 'up' | 'right' | 'left'

/** Where one goes after an edit. Within a range of several cells it goes round in it, as in Excel. */
export const cellAfterEdit = (step: Step, cell: Cell, range: CellRange, size: Pick<Size, 'lines' | 'columns'>): Cell => {
  if (isOneCell(range)) {
    const by = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1] }[step]
    return { line: clamp(cell.line + (by[0] ?? 0), size.lines), column: clamp(cell.column + (by[1] ?? 0), size.columns) }
  }
  const height = range.bottom - range.top + 1
  const width = range.right - range.left + 1
  const isDown = step === 'down' || step === 'up'
  const place = isDown
    ? (cell.column - range.left) * height + (cell.line - range.top)
    : (cell.line - range.top) * width + (cell.column - range.left)
  const next = (place + (step === 'down' || step === 'right' ? 1 : -1) + height * width) % (height * width)
  return isDown
    ? { line: range.top + (next % height), column: range.left + Math.floor(next / height) }
    : { line: range.top + Math.floor(next / width), column: range.left + (next % width) }
}

/** What of a list of things along an axis is in sight: from the first to behind the last, with some to spare. */
export const windowOf = (starts: readonly number[], from: number, extent: number, spare: number): readonly [number, number] => {
  const count = starts.length - 1
  let first = 0
  let high = count
  while (first < high) {
    const middle = (first + high) >> 1
    if ((starts[middle + 1] ?? 0) <= from) first = middle + 1
    else high = middle
  }
  let end = first
  while (end < count && (starts[end] ?? 0) < from + extent) end += 1
  return [Math.max(0, first - spare), Math.min(count, end + spare)]
}
