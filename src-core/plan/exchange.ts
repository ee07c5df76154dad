import type { CellValue, IsoDate } from '../estate/item'

/** One table of a package as it left: its headings, and its rows as they stood below them. Dates are ISO text. */
export type SentTable = {
  readonly sheet: string
  readonly headings: readonly string[]
  readonly rows: readonly (readonly (CellValue | null)[])[]
}

/** One package that left the house. Nothing in it changes afterwards but that it came back. */
export type Exchange = {
  /** Stands in the package, so that it is known when it returns. */
  readonly id: string
  readonly supplier: string
  readonly sentOn: IsoDate
  readonly fileName: string
  /** Of the file's bytes, 64 hexadecimal digits. */
  readonly sha256: string
  /** The redaction profile: how sensitive what left may be. */
  readonly profile: string
  /** Headings that left, and those that stayed at home. */
  readonly fields: readonly string[]
  readonly withheld: readonly string[]
  /** What was sent, so that what returns can be compared with it; the first is that of the supplier's items. */
  readonly tables: readonly SentTable[]
  /** The day on which its answers were last looked through. */
  readonly returnedOn?: IsoDate
}
