import { crc32, deflateRawSync } from 'node:zlib'
import type { Part } from './unpack-parts'

/** 1 January 1980, the first moment a zip can hold: the same parts give the same bytes, whenever they are packed. */
const fixedDay = 0x21

/** A plain zip of these parts. `level` 0 stores them as they are. */
export const packParts = (parts: readonly Part[], level: number): Buffer => {
  const pieces: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const name = Buffer.from(part.name, 'utf8')
    const packed = level === 0 ? part.content : deflateRawSync(part.content, { level })
    const common = describe(part.content, packed, name.length, level === 0 ? 0 : 8)
    pieces.push(Buffer.concat([uint32(0x04034b50), common, name]), packed)
    directory.push(Buffer.concat([uint32(0x02014b50), uint16(20), common, Buffer.alloc(10), uint32(at), name]))
    at += 30 + name.length + packed.length
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...pieces, central, endRecord(parts.length, central.length, at)])
}

/** The fields that a local header and the directory have in common, from "version needed" to "extra length". */
const describe = (content: Buffer, packed: Buffer, nameLength: number, method: number): Buffer => {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x0800, 2)
  fields.writeUInt16LE(method, 4)
  fields.writeUInt16LE(fixedDay, 8)
  fields.writeUInt32LE(crc32(content), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(content.length, 18)
  fields.writeUInt16LE(nameLength, 22)
  return fields
}

const endRecord = (count: number, size: number, start: number): Buffer => {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(start, 16)
  return end
}

const uint16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}
