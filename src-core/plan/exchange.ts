import type { CellValue, IsoDate } from '../estate/item'

/** What a supplier was sent of one item: its fields as they stood in the package, by name of the field. */
export type SentItem = { readonly itemId: string; readonly fields: readonly (readonly [field: string, value: CellValue])[] }

/** One package that left the house. Nothing in it changes afterwards but that it came back. */
export type Exchange = {
  readonly id: string
  readonly supplier: string
  readonly sentOn: IsoDate
  readonly fileName: string
  /** Of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string
  /** Names of the fields that left. */
  readonly fields: readonly string[]
  readonly items: readonly SentItem[]
  readonly returnedOn?: IsoDate
}
