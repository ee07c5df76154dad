/** Where an item was read: the place of its import in `estate.imports`, the sheet, and the row as Excel counts. */
export type ItemSource = { readonly importIndex: number; readonly sheet: string; readonly row: number }
