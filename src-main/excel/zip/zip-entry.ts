/** One file inside a zip, as its directory describes it. Nothing of it has been verified but its place. */
export type ZipEntry = {
  readonly name: string
  /** 0 stored, 8 deflate. */
  readonly method: number
  readonly crc: number
  readonly packedSize: number
  readonly size: number
  /** Where its packed bytes begin. */
  readonly start: number
}
