import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a zip, and what the zip is to say of it that is not so. */
export type ZipPart = {
  readonly name: string
  readonly content: string | Buffer
  readonly store?: boolean
  readonly lie?: {
    readonly size?: number
    readonly crc?: number
    readonly flags?: number
    readonly method?: number
    /** In the header before the data, where the directory says otherwise. */
    readonly localName?: string
  }
}

const fields = (...values: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(values.map(([bytes, value]) => {
    const field = Buffer.alloc(bytes)
    field.writeUIntLE(value, 0, bytes)
    return field
  }))

/** A zip written by hand, so that it can lie. */
export const zipOf = (parts: readonly ZipPart[]): Buffer => {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const content = Buffer.from(part.content)
    const packed = part.store ? content : deflateRawSync(content)
    const lie = part.lie ?? {}
    const describe = (nameLength: number): Buffer => fields(
      [2, 20], [2, lie.flags ?? 0x800], [2, lie.method ?? (part.store ? 0 : 8)], [4, 0x21_0000],
      [4, lie.crc ?? crc32(content)], [4, packed.length], [4, lie.size ?? content.length], [2, nameLength], [2, 0],
    )
    const name = Buffer.from(part.name)
    const localName = Buffer.from(lie.localName ?? part.name)
    const header = Buffer.concat([fields([4, 0x04034b50]), describe(localName.length), localName])
    local.push(header, packed)
    central.push(Buffer.concat([
      fields([4, 0x02014b50], [2, 20]), describe(name.length), fields([2, 0], [2, 0], [2, 0], [4, 0], [4, at]), name,
    ]))
    at += header.length + packed.length
  }
  const directory = Buffer.concat(central)
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, parts.length], [2, parts.length], [4, directory.length], [4, at], [2, 0])
  return Buffer.concat([...local, directory, end])
}
