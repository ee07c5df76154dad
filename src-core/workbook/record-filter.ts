import { cellText } from './cell-text'
import { fold } from './fold'
import { fieldByHeading } from './headings'
import type { RawRow } from './raw-workbook'
import type { SheetLayout } from './recognise-sheet'

type Condition = { readonly column: number; readonly values: ReadonlySet<string> }

/** Which column a heading of a preset is, whatever its spelling; -1 where the sheet lacks it. */
export const columnOfHeading = (layout: SheetLayout, spellings: readonly string[]): number => {
  for (const spelling of spellings) {
    const found = layout.columns.find((column) => fold(column.heading) === spelling)
    if (found) return found.column
  }
  return -1
}

const conditionOf = (
  layout: SheetLayout, rows: { readonly heading: readonly string[]; readonly values: readonly string[] } | undefined,
): Condition | null => {
  if (!rows) return null
  const column = columnOfHeading(layout, rows.heading)
  return { column, values: new Set(rows.values.map(fold)) }
}

const meets = (condition: Condition | null, row: RawRow): boolean | null =>
  condition && condition.values.has(fold(cellText(row.cells[condition.column])))

/** A column that says which way something flows, seen from the item that is named first: inwards, the other one sends. */
const inward = {
  heading: ['Direction', 'Retning', 'Riktning', 'Dataretning', 'Flow direction', 'Flytretning'].map(fold),
  values: ['In', 'Inn', 'Ind', 'Inbound', 'Incoming', 'Innkommende', 'Inngående', 'Inkommande', 'Ingående', 'Indgående', 'Receives', 'Mottar', 'Tar emot', 'Modtager', '←', '<-'],
}

/** `From` says itself who needs; `System` beside a counterpart does not. */
const saysEnds = ({ columns }: SheetLayout): boolean =>
  columns.some(({ field, heading }) => field === 'from' && fieldByHeading.dependencies.get(heading) === 'from')

/** Which rows of a sheet are records of the kind that a preset's table describes. */
export class RecordFilter {
  readonly #only: Condition | null
  readonly #passOver: Condition | null
  readonly #swapEnds: Condition | null

  constructor(layout: SheetLayout) {
    this.#only = conditionOf(layout, layout.preset?.only)
    this.#passOver = conditionOf(layout, layout.preset?.passOver)
    this.#swapEnds = conditionOf(layout, layout.preset ? layout.preset.swapEnds : saysEnds(layout) ? undefined : inward)
  }

  isOfKind(row: RawRow): boolean {
    return meets(this.#only, row) ?? true
  }

  isPassedOver(row: RawRow): boolean {
    return (this.#passOver !== null && this.#passOver.column >= 0 && meets(this.#passOver, row)) ?? false
  }

  takes(row: RawRow): boolean {
    return this.isOfKind(row) && !this.isPassedOver(row)
  }

  /** Whether a row of a dependency names its provider first. */
  swapsEnds(row: RawRow): boolean {
    return (this.#swapEnds !== null && this.#swapEnds.column >= 0 && meets(this.#swapEnds, row)) ?? false
  }
}
