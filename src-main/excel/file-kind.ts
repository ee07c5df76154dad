import type { Lookalike } from '@core/workbook/read-error'

export type OleContents = 'workbook' | 'encrypted' | 'document' | 'presentation' | 'cut' | 'unknown'

/** What the bytes are, whatever the file is called. */
export type FileKind =
  | { readonly kind: 'zip' }
  | { readonly kind: 'ole'; readonly holds: OleContents }
  | { readonly kind: 'other'; readonly looksLike: Lookalike }
  | { readonly kind: 'unsupported'; readonly format: string }
  | { readonly kind: 'text' }

type Signature = { readonly at?: number; readonly bytes: readonly number[]; readonly kind: FileKind }

const other = (looksLike: Lookalike): FileKind => ({ kind: 'other', looksLike })
const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')]

const signatures: readonly Signature[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], kind: { kind: 'zip' } },
  { bytes: [0x50, 0x4b, 0x05, 0x06], kind: { kind: 'zip' } },
  { bytes: ascii('%PDF'), kind: other('pdf') },
  { bytes: [0x89, ...ascii('PNG')], kind: other('image') },
  { bytes: [0xff, 0xd8, 0xff], kind: other('image') },
  { bytes: ascii('GIF8'), kind: other('image') },
  { bytes: ascii('BM'), kind: other('image') },
  { at: 8, bytes: ascii('WEBP'), kind: other('image') },
  { bytes: ascii('{\\rtf'), kind: other('document') },
  { bytes: [0x1f, 0x8b], kind: other('archive') },
  { bytes: ascii('7z\xbc\xaf'), kind: other('archive') },
  { bytes: ascii('Rar!'), kind: other('archive') },
  { bytes: ascii('BZh'), kind: other('archive') },
  { bytes: [0x7f, ...ascii('ELF')], kind: other('program') },
  { bytes: ascii('#!'), kind: other('program') },
  { bytes: ascii('MZ'), kind: other('program') },
  { bytes: ascii('SQLite format 3'), kind: { kind: 'unsupported', format: 'SQLite' } },
  { bytes: [0x09, 0x00, 0x04, 0x00], kind: { kind: 'unsupported', format: 'Excel 2' } },
  { bytes: [0x09, 0x02, 0x06, 0x00], kind: { kind: 'unsupported', format: 'Excel 3' } },
  { bytes: [0x09, 0x04, 0x06, 0x00], kind: { kind: 'unsupported', format: 'Excel 4' } },
]

const oleSignature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Two letters are too few to tell a picture or a program from a text that begins with them. */
const needsBinary = (signature: Signature): boolean => signature.bytes.length === 2 && signature.bytes[0] !== 0x1f

/** Looks at the first bytes, and at the stream names of an OLE file. Never throws. */
export const fileKind = (file: Buffer): FileKind => {
  if (startsWith(file, oleSignature, 0)) return { kind: 'ole', holds: oleContents(file) }
  const isBinary = file.subarray(0, 512).includes(0)
  const signature = signatures.find(
    (candidate) =>
      startsWith(file, candidate.bytes, candidate.at ?? 0) && (isBinary || !needsBinary(candidate) || isScript(candidate)),
  )
  return signature ? signature.kind : { kind: 'text' }
}

const isScript = (signature: Signature): boolean => signature.bytes[0] === 0x23

const startsWith = (file: Buffer, bytes: readonly number[], at: number): boolean =>
  file.length >= at + bytes.length && bytes.every((byte, index) => file[at + index] === byte)

const oleContents = (file: Buffer): OleContents => {
  if (hasStream(file, 'EncryptedPackage') || hasStream(file, 'EncryptionInfo')) return 'encrypted'
  if (hasStream(file, 'Workbook') || hasStream(file, 'Book')) return 'workbook'
  if (hasStream(file, 'WordDocument')) return 'document'
  if (hasStream(file, 'PowerPoint Document')) return 'presentation'
  return file.length < endOfDirectory(file) ? 'cut' : 'unknown'
}

/** Sectors have 512 or 4,096 bytes. [MS-CFB] 2.2 */
const sectorShifts = [9, 12]

/** Where the first sector of the directory ends, as the header says, which counts as one sector; 0 where it says nothing. */
const endOfDirectory = (file: Buffer): number => {
  if (file.length < 52) return Infinity
  const shift = file.readUInt16LE(30)
  return sectorShifts.includes(shift) ? (file.readUInt32LE(48) + 2) * 2 ** shift : 0
}

/** A directory entry is 128 bytes, aligned, and begins with its name in UTF-16; its length stands at 64. [MS-CFB] 2.6 */
const hasStream = (file: Buffer, name: string): boolean => {
  const wanted = Buffer.from(`${name}\0`, 'utf16le')
  for (let at = file.indexOf(wanted); at >= 0; at = file.indexOf(wanted, at + 2)) {
    if (at % 128 === 0 && at + 66 <= file.length && file.readUInt16LE(at + 64) === wanted.length) return true
  }
  return false
}
