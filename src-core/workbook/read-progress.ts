/** Where the reading of a workbook is. `fraction` of the whole, 0 to 1, never falls. */
export type ReadProgress = {
  readonly phase: 'opening' | 'unpacking' | 'reading' | 'understanding'
  readonly fraction: number
}
