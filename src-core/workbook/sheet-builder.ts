import type { CellValue, ExtraField } from '../estate/item'
import type { Language } from '../messages/translator'
import type { ColumnModel, ColumnType, SheetModel, WrittenCell } from './workbook-model'
import { wordOf, type Words } from './words'

/** A column of ours: how it is headed and formatted, and what of a row it shows. */
export type ColumnOf<Row> = {
  readonly heading: Words
  readonly width: number
  readonly type: ColumnType
  readonly required?: boolean
  /** The fixed values of the column, as they are written. */
  readonly choices?: (language: Language) => readonly string[]
  readonly cell: (row: Row) => WrittenCell | undefined
}

/** Extra fields become columns again: one for each heading, and more where a row has the same heading twice. */
class ExtraColumns {
  readonly #positions = new Map<string, number[]>()
  readonly headings: string[] = []

  position(heading: string, repeat: number): number {
    const positions = this.#positions.get(heading) ?? []
    const known = positions[repeat]
    if (known !== undefined) return known
    const position = this.headings.push(heading) - 1
    positions[repeat] = position
    this.#positions.set(heading, positions)
    return position
  }

  cells(extra: readonly ExtraField[] | undefined): readonly (CellValue | null)[] {
    const cells: (CellValue | null)[] = []
    const repeats = new Map<string, number>()
    for (const [heading, value] of extra ?? []) {
      const repeat = repeats.get(heading) ?? 0
      repeats.set(heading, repeat + 1)
      cells[this.position(heading, repeat)] = value
    }
    return Array.from(cells, (cell) => cell ?? null)
  }
}

const widthOf = (heading: string): number => Math.min(40, Math.max(12, heading.length + 2))

/** So many rows are looked at for the width of a column. */
const measuredRows = 400

/** In letters of usual width; capitals, of which ids are made, are wider. */
const shownLength = (cell: WrittenCell): number => {
  if (typeof cell === 'string') return cell.length + (cell.match(/\p{Lu}/gu)?.length ?? 0) * 0.3
  if (cell === null || typeof cell === 'boolean') return 4
  return typeof cell === 'number' ? String(Math.round(cell)).length * 1.3 + 3 : cell.date.length
}

/** As wide as what stands in it needs, between its heading's longest word and what the column may have at most. */
const fittedWidth = (column: ColumnModel, index: number, rows: readonly (readonly WrittenCell[])[]): number => {
  const word = Math.max(...column.heading.split(/[\s-]+/).map((part) => part.length))
  let longest = 0
  for (const row of rows.slice(0, measuredRows)) longest = Math.max(longest, shownLength(row[index] ?? null))
  const widest = Math.max(column.width, word + 4)
  return Math.min(widest, Math.max(8, word + 4, Math.ceil(longest) + 2))
}

/** A sheet of rows with their extra fields. Cells are in the order of the columns, then of the extra headings. */
export const buildSheet = <Row extends { readonly extra?: readonly ExtraField[] }>(
  name: string, columns: readonly ColumnOf<Row>[], rows: readonly Row[], language: Language,
): SheetModel => {
  const extras = new ExtraColumns()
  const cells = rows.map((row) => {
    const own = columns.map((column) => column.cell(row) ?? null)
    return row.extra ? [...own, ...extras.cells(row.extra)] : own
  })
  const models = columns.map((column): ColumnModel => ({
    heading: wordOf(column.heading, language),
    width: column.width,
    type: column.type,
    ...(column.required && { required: true }),
    ...(column.choices && { choices: column.choices(language) }),
  }))
  const extraModels = extras.headings.map((heading): ColumnModel => ({ heading, width: widthOf(heading), type: 'any' }))
  const all = [...models, ...extraModels]
  return { name, columns: all.map((column, index) => ({ ...column, width: fittedWidth(column, index, cells) })), rows: cells }
}
