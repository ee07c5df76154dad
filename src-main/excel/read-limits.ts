const megabyte = 1024 * 1024

/** What is refused, and where the figures come from: the largest real estates fit in a tenth of them. */
export type ReadLimits = {
  /** Bytes of the file. */
  readonly file: number
  readonly parts: number
  /** Bytes of one part, unpacked. */
  readonly part: number
  /** Bytes of all parts that are read, unpacked. */
  readonly unpacked: number
  /** Unpacked to packed, checked for parts of more than `ratioAbove` bytes. */
  readonly ratio: number
  readonly ratioAbove: number
  /** Filled cells, all sheets together. */
  readonly cells: number
  /** Of an ods, which its parser takes several times as long for; two blank ones that are written out count as one. */
  readonly odsCells: number
  readonly sheets: number
  readonly rows: number
  readonly columns: number
  /** Characters of text in all cells together, repeated ones counted each time. */
  readonly text: number
  /** Characters of one cell of a text file; a spreadsheet holds 32,767, some programs write more. */
  readonly cell: number
}

export const readLimits: ReadLimits = {
  file: 64 * megabyte,
  parts: 4096,
  part: 192 * megabyte,
  unpacked: 320 * megabyte,
  ratio: 250,
  ratioAbove: 4 * megabyte,
  cells: 2_000_000,
  odsCells: 1_000_000,
  sheets: 256,
  rows: 1_048_576,
  columns: 16_384,
  text: 256 * megabyte,
  cell: 250_000,
}

export const toMegabytes = (bytes: number): number => Math.max(1, Math.round(bytes / megabyte))
