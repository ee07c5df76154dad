import { constants, crc32, inflateRawSync, type ZlibOptions } from 'node:zlib'
import { damaged, tooLarge, unsafe } from '../refusal'
import type { ReadLimits } from '../read-limits'
import type { ZipEntry } from './zip-entry'

export type Part = { readonly name: string; readonly content: Buffer }

/** A part that is unpacked and verified when it is asked for, and not kept. */
export type PackedPart = {
  readonly name: string
  /** Bytes that the directory promises. */
  readonly size: number
  readonly unpack: () => Part
  /** What comes out of its first packed bytes, long before all of it. Nothing says yet that the rest is what it should be. */
  readonly begin: (packedBytes: number) => Part
}

/** The parts to be unpacked one by one, after a look at what the directory promises of all of them. Throws a Refusal. */
export const packedParts = (file: Buffer, entries: readonly ZipEntry[], limits: ReadLimits): PackedPart[] => {
  checkPromises(entries, limits)
  return entries.map((entry) => ({
    name: entry.name, size: entry.size,
    unpack: () => ({ name: entry.name, content: unpack(file, entry) }),
    begin: (packedBytes) => ({ name: entry.name, content: begin(file, entry, packedBytes) }),
  }))
}

/** Unpacks parts, never beyond what the directory promised, and verifies size and checksum. Throws a Refusal. */
export const unpackParts = (file: Buffer, entries: readonly ZipEntry[], limits: ReadLimits): Part[] =>
  packedParts(file, entries, limits).map((part) => part.unpack())

const checkPromises = (entries: readonly ZipEntry[], limits: ReadLimits): void => {
  let total = 0
  let packed = 0
  for (const entry of entries) {
    if (entry.size > limits.part) throw tooLarge('part', limits.part)
    total += entry.size
    packed += entry.packedSize
    if (total > limits.unpacked) throw tooLarge('unpacked', limits.unpacked)
    if (entry.size > limits.ratioAbove && entry.size > limits.ratio * entry.packedSize) {
      throw tooLarge('ratio', limits.ratio)
    }
  }
  // Many small parts are no better than a big one.
  if (total > limits.ratioAbove * 8 && total > limits.ratio * packed) throw tooLarge('ratio', limits.ratio)
}

const unpack = (file: Buffer, entry: ZipEntry): Buffer => {
  const packed = file.subarray(entry.start, entry.start + entry.packedSize)
  // A copy of stored parts too: what is unpacked is changed in place, the caller's bytes never.
  const content = entry.method === 0 ? Buffer.from(packed) : inflate(packed, entry, { maxOutputLength: Math.max(entry.size, 1) })
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw damaged(entry.name)
  return content
}

/** A beginning that is packed closer is none that anybody waits for. */
const mostOfBeginning = 16 * 1024 * 1024

const begin = (file: Buffer, entry: ZipEntry, packedBytes: number): Buffer => {
  const packed = file.subarray(entry.start, entry.start + Math.min(entry.packedSize, packedBytes))
  return entry.method === 0 ? Buffer.from(packed) : inflate(packed, entry, { maxOutputLength: mostOfBeginning, finishFlush: constants.Z_SYNC_FLUSH })
}

const inflate = (packed: Buffer, entry: ZipEntry, options: ZlibOptions): Buffer => {
  try {
    return inflateRawSync(packed, options)
  } catch (error) {
    // More comes out than the directory says: a lie, not an accident.
    if (error instanceof RangeError) throw unsafe(entry.name)
    throw damaged(entry.name)
  }
}
