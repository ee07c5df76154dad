import type { Area, CellLook, ColumnModel, ConditionalLook, SheetLink, SheetLook, SheetModel, WrittenCell } from '../workbook-model'

type PageCell = { readonly value: WrittenCell; readonly look: CellLook }

/** How one thing stands on a page. */
export type Placing = {
  /** So many columns become one cell. */
  readonly span?: number
  /** The name of the sheet that a click leads to. */
  readonly link?: string
}

/** A designed sheet under construction: cells are put where they belong, in any order. */
export class PageGrid {
  readonly #cells: PageCell[][] = []
  readonly #heights: number[] = []
  readonly #levels: number[] = []
  readonly #merges: Area[] = []
  readonly #links: SheetLink[] = []
  readonly #conditions: ConditionalLook[] = []

  put(row: number, column: number, value: WrittenCell, look: CellLook, { span = 1, link }: Placing = {}): void {
    const cells = (this.#cells[row] ??= [])
    for (let at = column; at < column + span; at += 1) cells[at] = { value: at === column ? value : null, look }
    if (span > 1) this.#merges.push({ top: row, left: column, bottom: row, right: column + span - 1 })
    if (link !== undefined) this.#links.push({ row, column, sheet: link })
  }

  height(row: number, points: number): void {
    this.#heights[row] = points
  }

  /** Folds the row under the one above it. */
  indent(row: number): void {
    this.#levels[row] = 1
  }

  when(area: Area, condition: Omit<Extract<ConditionalLook, { type: 'when' }>, 'area' | 'type'>): void {
    this.#conditions.push({ type: 'when', area, ...condition })
  }

  bar(area: Area, colour: string): void {
    this.#conditions.push({ type: 'bar', area, colour })
  }

  get rows(): number {
    return this.#cells.length
  }

  sheet(name: string, widths: readonly number[], look: SheetLook = {}): SheetModel {
    const rows = Array.from(this.#cells, (cells) => cells ?? [])
    return {
      name,
      headless: true,
      columns: widths.map((width): ColumnModel => ({ heading: '', width, type: 'any' })),
      rows: rows.map((cells) => Array.from(cells, (cell) => cell?.value ?? null)),
      look: {
        grid: false,
        ...look,
        cells: rows.map((cells) => Array.from(cells, (cell) => cell?.look)),
        heights: rows.map((_, row) => this.#heights[row]),
        ...(this.#levels.length > 0 && { levels: rows.map((_, row) => this.#levels[row] ?? 0) }),
        merges: this.#merges, links: this.#links, conditions: this.#conditions,
      },
    }
  }
}
