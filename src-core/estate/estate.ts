import type { CellValue, IsoDate, Item } from './item'
import type { Dependency, UnresolvedDependency } from './dependency'
import type { SourceSheet } from './source'

/** A sheet that we did not understand, kept whole and written back on export. Blank cells are null. */
export type ExtraSheet = { readonly name: string; readonly rows: readonly (readonly (CellValue | null)[])[] }

/** An id that a source has for an item, and the id of that item in the plan. */
export type OtherId = readonly [id: string, itemId: string]

/** One import in the estate's history. */
export type ImportRecord = {
  readonly fileName: string
  readonly day: IsoDate
  readonly items: number
  readonly dependencies: number
  /** What `Item.sources` points into; absent in imports of the first version. */
  readonly sheets?: readonly SourceSheet[]
  /** Of items that became part of another, or were found to be one that the plan had: what names them later means those. */
  readonly otherIds?: readonly OtherId[]
  /**
   * The places of the imports that it was a newer edition of; none of them: another source beside them. Absent where nobody
   * knows, as in imports of earlier versions.
   */
  readonly editionOf?: readonly number[]
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
