import type { ItemKind } from '../estate/item'
import type { PlanDocument } from '../plan/plan-document'
import type { Finding } from './finding'

/** What a sheet was taken for. `kept`: not understood, kept whole as an extra sheet. `empty`: holds no data rows. */
export const sheetRoles = ['items', 'dependencies', 'waves', 'rules', 'freeze-windows', 'kept', 'empty'] as const
export type SheetRole = (typeof sheetRoles)[number]

/**
 * One heading; `field` is null where the column is kept as an extra field. `repeats`: its blank cells mean what stands above
 * them; false where somebody said that they do not.
 */
export type SheetColumn = {
  readonly heading: string; readonly column: number; readonly field: string | null; readonly repeats?: boolean
}

/** What comes from a sheet. `named`: items without a row of their own, which its rows name. */
export type SheetGives = { readonly items: number; readonly named: number; readonly dependencies: number }

export type SheetReport = {
  readonly name: string
  /** The sheet of the file, where this is one of several tables there. */
  readonly partOf?: string
  readonly hidden: boolean
  readonly role: SheetRole
  /** The kind that rows without a Kind of their own get; null where the sheet does not say. */
  readonly kind: ItemKind | null
  /** Which known foreign export it was recognised as (`rvtools`, `konveyor` ...), or null. */
  readonly preset: string | null
  /** How that export is called on screen. */
  readonly presetName?: string
  /** Part of a known export that holds nothing to plan. */
  readonly isHousekeeping?: true
  /** Counts from 1; null where no heading row was found. */
  readonly headerRow: number | null
  /** Filled rows below the headings. */
  readonly rows: number
  /** Of sheets of items and dependencies that are read by themselves. */
  readonly gives?: SheetGives
  readonly columns: readonly SheetColumn[]
}

export type ImportCounts = {
  readonly items: number
  readonly itemsByKind: Readonly<Record<ItemKind, number>>
  readonly dependencies: number
  readonly unresolved: number
  readonly moveGroups: number
  readonly waves: number
  readonly rules: number
  readonly freezeWindows: number
  readonly errors: number
  readonly warnings: number
  readonly notes: number
}

/**
 * The sheet of an item, counted among those that items were read from, and its row as Excel counts. Row 0: the item has
 * no row of its own, it was only mentioned, as the end of a dependency or in a column of another. `except`: fields with a
 * column there that another row has said.
 */
export type ItemPlace = readonly [sheetIndex: number, row: number, ...except: string[]]

/** A workbook understood: a plan of one scenario, and everything that was noticed on the way. */
export type ImportedWorkbook = {
  readonly fileName: string
  readonly document: PlanDocument
  /** One for each item of the estate, in its order. */
  readonly itemPlaces: readonly ItemPlace[]
  /** Further rows that have said something of an item; each is silent about what stands in its `except`. */
  readonly morePlaces?: readonly (readonly [itemId: string, place: ItemPlace])[]
  readonly sheets: readonly SheetReport[]
  readonly findings: readonly Finding[]
  readonly counts: ImportCounts
  /** Items whose own cell does not name the wave of their move group: the wave that it names, null for none. */
  readonly waveCells?: readonly (readonly [itemId: string, wave: number | null])[]
  /**
   * Of a package that was made for a supplier: its answers belong on the way back, and it is no inventory. null: it looks
   * like one, and does not say which.
   */
  readonly packageId?: string | null
  /** Ids of items that the workbook only says more about: another file of the same export describes them. */
  readonly undescribed?: readonly string[]
}

/** Why nothing can be planned from this workbook, or null: the finding that says that it holds no items. */
export const refusalOf = (imported: ImportedWorkbook): Finding | null =>
  imported.findings.find((finding) => finding.type === 'no-items') ?? null

/** Ids of the items that no row describes. */
export const mentionedIds = (imported: ImportedWorkbook): ReadonlySet<string> =>
  new Set(imported.document.estate.items.flatMap((item, index) => (imported.itemPlaces[index]?.[1] === 0 ? [item.id] : [])))

/** Whether some row describes an item: otherwise the workbook only says more about what is known from elsewhere. */
export const describesItems = ({ document: { estate }, itemPlaces, undescribed }: ImportedWorkbook): boolean => {
  const bare = new Set(undescribed)
  return estate.items.some((item, index) => itemPlaces[index]?.[1] !== 0 && !bare.has(item.id))
}
