import type { CellValue, IsoDate, Item } from './item'
import type { Dependency, UnresolvedDependency } from './dependency'
import type { SourceSheet } from './source'

/** A sheet that we did not understand, kept whole and written back on export. Blank cells are null. */
export type ExtraSheet = { readonly name: string; readonly rows: readonly (readonly (CellValue | null)[])[] }

/** One import in the estate's history. */
export type ImportRecord = {
  readonly fileName: string
  readonly day: IsoDate
  readonly items: number
  readonly dependencies: number
  /** What `Item.sources` points into; absent in imports of the first version. */
  readonly sheets?: readonly SourceSheet[]
}

export type Estate = {
  readonly items: readonly Item[]
  /** Both ends of each exist in `items`. */
  readonly dependencies: readonly Dependency[]
  readonly unresolved: readonly UnresolvedDependency[]
  readonly extraSheets: readonly ExtraSheet[]
  readonly imports: readonly ImportRecord[]
}

export const emptyEstate: Estate = { items: [], dependencies: [], unresolved: [], extraSheets: [], imports: [] }

export const itemById = (estate: Estate): ReadonlyMap<string, Item> =>
  new Map(estate.items.map((item) => [item.id, item]))
