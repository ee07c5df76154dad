import type { ItemKind } from '../estate/item'
import { cellText } from './cell-text'
import { fold } from './fold'
import {
  dependencyHeadings, fieldByHeading, freezeHeadings, itemHeadings, ruleHeadings, waveHeadings, type TableRole,
} from './headings'
import type { PresetTable } from './presets/preset'
import type { RawRow } from './raw-workbook'
import type { ColumnReading, ColumnReason } from './sheet-reading'
import type { WordTable } from './words'

const canonical: Readonly<Record<TableRole, WordTable<string>>> = {
  items: itemHeadings, dependencies: dependencyHeadings, waves: waveHeadings, rules: ruleHeadings, 'freeze-windows': freezeHeadings,
}
const canonicalFields: ReadonlyMap<TableRole, ReadonlyMap<string, string>> = new Map(
  (Object.entries(canonical) as [TableRole, WordTable<string>][]).map(([role, table]) => [
    role, new Map(Object.entries(table).flatMap(([field, words]) => [[fold(words.en), field], [fold(words.nb), field]] as const)),
  ]),
)

/** How sure each way of knowing a column is. */
export const confidenceOf: Readonly<Record<ColumnReason, number>> = {
  preset: 1, heading: 1, planner: 1, synonym: 0.9, content: 0.6, none: 0,
}

class Matching {
  readonly headings: readonly string[]
  readonly #found: (ColumnReading | undefined)[] = []
  readonly #taken = new Set<string>()

  constructor(row: RawRow) {
    this.headings = row.cells.map((cell) => cellText(cell))
  }

  /** In the preset's order, each heading once: a field may be filled from a second column where the first is blank. */
  byPreset(table: PresetTable): void {
    const folded = this.headings.map(fold)
    for (const { heading, field } of table.columns) {
      const column = folded.findIndex((one, index) => heading.includes(one) && !this.#found[index])
      if (column >= 0) this.#take(column, field === 'extra' ? null : field, 'preset')
    }
  }

  byHeading(reason: ColumnReason, fieldOf: (heading: string) => string | undefined): void {
    this.headings.forEach((heading, column) => {
      const field = this.#found[column] || heading === '' ? undefined : fieldOf(heading)
      if (field !== undefined && !this.#taken.has(field)) this.#take(column, field, reason)
    })
  }

  #take(column: number, field: string | null, reason: ColumnReason): void {
    this.#found[column] = { heading: this.headings[column] ?? '', column, field, confidence: confidenceOf[reason], reason }
    if (field !== null) this.#taken.add(field)
  }

  columns(): readonly ColumnReading[] {
    return this.headings.map((heading, column) =>
      this.#found[column] ?? { heading, column, field: null, confidence: 0, reason: 'none' })
  }
}

const ownField = (heading: string, role: TableRole): string | undefined => canonicalFields.get(role)?.get(fold(heading))

const synonymField = (heading: string, role: TableRole, kind: ItemKind | null): string | undefined => {
  const field = fieldByHeading[role].get(heading)
  // On a sheet of applications a column Type is a word of theirs, not the kind of item.
  return role === 'items' && kind !== null && field === 'kind' ? undefined : field
}

type KnownHeading = Pick<ColumnReading, 'confidence' | 'reason'> & { readonly field: string }

/** What a heading means by itself, whichever column has it first; null for one that we do not know. */
export const fieldOfHeading = (heading: string, role: TableRole, kind: ItemKind | null): KnownHeading | null => {
  const own = ownField(heading, role)
  if (own !== undefined) return { field: own, confidence: confidenceOf.heading, reason: 'heading' }
  const synonym = synonymField(heading, role, kind)
  return synonym === undefined ? null : { field: synonym, confidence: confidenceOf.synonym, reason: 'synonym' }
}

/** Whether a sheet has every heading that we write ourselves: then it is ours, and what else it holds was extra before. */
export const hasAllHeadings = (columns: readonly ColumnReading[], role: TableRole): boolean => {
  const found = new Set(columns.flatMap((column) => (column.reason === 'heading' ? column.field ?? [] : [])))
  return [...new Set(canonicalFields.get(role)?.values() ?? [])].every((field) => field === 'kind' || found.has(field))
}

/**
 * Which field each column holds: as the preset says, then by our own headings, then by synonyms; the rest are extra. Only a
 * preset gives one field to several columns.
 */
export const matchColumns = (
  row: RawRow, role: TableRole, kind: ItemKind | null, table: PresetTable | null,
): readonly ColumnReading[] => {
  const matching = new Matching(row)
  if (table) matching.byPreset(table)
  matching.byHeading('heading', (heading) => ownField(heading, role))
  matching.byHeading('synonym', (heading) => synonymField(heading, role, kind))
  return matching.columns()
}
