import { Refusal, damaged, tooLarge, unsafe } from '../refusal'
import type { ReadLimits } from '../read-limits'
import { findZipEnd } from './find-zip-end'
import type { ZipEntry } from './zip-entry'

const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const saturated = 0xffffffff

/**
 * The directory of a zip, checked before anything is unpacked: count, names, methods, encryption, and that every
 * part lies in the file apart from the others. Throws a Refusal. (APPNOTE 6.3.10, sections 4.3.7 to 4.3.16)
 */
export const readZipDirectory = (file: Buffer, limits: ReadLimits): readonly ZipEntry[] => {
  const end = findZipEnd(file)
  if (end.count > limits.parts) throw tooLarge('parts', limits.parts)
  if (end.start + end.size > end.at) throw damaged('')
  const entries: ZipEntry[] = []
  const names = new Set<string>()
  let at = end.start
  for (let index = 0; index < end.count; index++) {
    const { entry, next } = readCentralEntry(file, at, end.at)
    const folded = entry.name.toLowerCase()
    if (names.has(folded)) throw unsafe(entry.name)
    names.add(folded)
    entries.push(entry)
    at = next
  }
  checkApart(entries, end.start)
  return entries.filter((entry) => !entry.name.endsWith('/'))
}

const readCentralEntry = (file: Buffer, at: number, end: number): { entry: ZipEntry; next: number } => {
  if (at + 46 > end || file.readUInt32LE(at) !== centralSignature) throw damaged('')
  const nameLength = file.readUInt16LE(at + 28)
  const extraLength = file.readUInt16LE(at + 30)
  const next = at + 46 + nameLength + extraLength + file.readUInt16LE(at + 32)
  if (next > end) throw damaged('')
  const name = partName(file.subarray(at + 46, at + 46 + nameLength))
  const extra = file.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
  if ((file.readUInt16LE(at + 8) & 0x41) !== 0) throw new Refusal({ type: 'password-protected' })
  const method = file.readUInt16LE(at + 10)
  if (method !== 0 && method !== 8) throw new Refusal({ type: 'unsupported-format', format: `zip ${method}` })
  const [size, packedSize, offset] = withZip64(extra, name, [
    file.readUInt32LE(at + 24), file.readUInt32LE(at + 20), file.readUInt32LE(at + 42),
  ])
  const crc = file.readUInt32LE(at + 16)
  if (method === 0 && size !== packedSize) throw unsafe(name)
  return { entry: { name, method, crc, size, packedSize, start: dataStart(file, offset, name) }, next }
}

/** Names are compared and shown; what a spreadsheet never has in one is refused rather than understood. */
const partName = (bytes: Buffer): string => {
  const name = bytes.toString('utf8').replaceAll('\\', '/')
  if (name === '' || name.includes('../') || /[\u0000-\u001f]/.test(name)) throw unsafe(name.slice(0, 80).replace(/[\u0000-\u001f]/g, '?'))
  return name
}

/** Sizes of 4 GB and more stand in an extra field, each only where its own field is saturated. */
const withZip64 = (extra: Buffer, name: string, fields: readonly [number, number, number]): [number, number, number] => {
  if (!fields.includes(saturated)) return [...fields]
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let value = at + 4
    const wide = fields.map((field) => {
      if (field !== saturated) return field
      if (value + 8 > extra.length) throw damaged(name)
      value += 8
      return Number(extra.readBigUInt64LE(value - 8))
    })
    return [wide[0] ?? 0, wide[1] ?? 0, wide[2] ?? 0]
  }
  throw damaged(name)
}

const dataStart = (file: Buffer, offset: number, name: string): number => {
  if (offset + 30 > file.length || file.readUInt32LE(offset) !== localSignature) throw damaged(name)
  const nameLength = file.readUInt16LE(offset + 26)
  if (partName(file.subarray(offset + 30, offset + 30 + nameLength)) !== name) throw unsafe(name)
  return offset + 30 + nameLength + file.readUInt16LE(offset + 28)
}

/** Parts that share bytes are how a small file unpacks to a huge one. */
const checkApart = (entries: readonly ZipEntry[], directoryStart: number): void => {
  let free = 0
  for (const entry of [...entries].sort((left, right) => left.start - right.start)) {
    if (entry.start < free) throw unsafe(entry.name)
    free = entry.start + entry.packedSize
    if (free > directoryStart) throw damaged(entry.name)
  }
}
