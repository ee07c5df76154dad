import { Refusal, damaged } from '../refusal'

/** Where the directory is, how long, and how many parts it lists; `at` is where the record that says so begins. */
export type ZipEnd = { readonly at: number; readonly start: number; readonly size: number; readonly count: number }

const endSignature = 0x06054b50
const end64Signature = 0x06064b50
const locator64Signature = 0x07064b50
const longestComment = 0xffff

/** Finds the end record, which is the last thing in a zip: a file without one was cut off. Throws a Refusal. */
export const findZipEnd = (file: Buffer): ZipEnd => {
  const last = file.length - 22
  for (let at = last; at >= 0 && at >= last - longestComment; at--) {
    if (file.readUInt32LE(at) !== endSignature) continue
    if (at + 22 + file.readUInt16LE(at + 20) !== file.length) continue
    return readEnd(file, at)
  }
  throw new Refusal({ type: 'truncated' })
}

const readEnd = (file: Buffer, at: number): ZipEnd => {
  // Multi-volume archives are no workbooks.
  const disk = file.readUInt16LE(at + 4)
  if (disk !== 0 && disk !== 0xffff) throw damaged('')
  const end = {
    at,
    count: file.readUInt16LE(at + 10),
    size: file.readUInt32LE(at + 12),
    start: file.readUInt32LE(at + 16),
  }
  const isWide = end.count === 0xffff || end.size === 0xffffffff || end.start === 0xffffffff
  return isWide ? readEnd64(file, at) : end
}

const readEnd64 = (file: Buffer, endAt: number): ZipEnd => {
  const locator = endAt - 20
  if (locator < 0 || file.readUInt32LE(locator) !== locator64Signature) throw damaged('')
  const at = Number(file.readBigUInt64LE(locator + 8))
  if (at + 56 > locator || file.readUInt32LE(at) !== end64Signature) throw damaged('')
  return {
    at,
    count: Number(file.readBigUInt64LE(at + 32)),
    size: Number(file.readBigUInt64LE(at + 40)),
    start: Number(file.readBigUInt64LE(at + 48)),
  }
}
