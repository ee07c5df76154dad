import { deflateRawSync } from 'node:zlib'
import { readLimits } from '@main/excel/read-limits'
import { readZipDirectory } from '@main/excel/zip/read-zip-directory'
import { unpackParts } from '@main/excel/zip/unpack-parts'
import { numberCell, row, textCell, xlsxOf } from '@test/main/excel/builders/xlsx'
import { zipOf } from '@test/main/excel/builders/zip'
import { seeded } from './hostile-file'
import { bookOf } from './other-files'

export type Mutation = { readonly fileName: string; readonly bytes: Buffer; readonly what: string }

type Random = () => number
const below = (random: Random, limit: number): number => Math.floor(random() * limit)

const handMade = (): Buffer => xlsxOf([
  { name: 'Applications', data: row(1, textCell('A1', 'Id'), textCell('B1', 'Name'), textCell('C1', 'End of support')) +
    Array.from({ length: 30 }, (_, index) => row(index + 2, textCell(`A${index + 2}`, `a${index}`), textCell(`B${index + 2}`, `App ${index}`), numberCell(`C${index + 2}`, 46_000 + index, 1))).join('') },
  { name: 'Dependencies', data: row(1, textCell('A1', 'From'), textCell('B1', 'To')) + row(2, textCell('A2', 'a1'), textCell('B2', 'a2')), hidden: true },
])

const goodFiles: readonly { readonly fileName: string; readonly bytes: Buffer }[] = [
  { fileName: 'own.xlsx', bytes: handMade() },
  ...(['xlsx', 'xlsm', 'xlsb', 'ods', 'xls', 'biff5'] as const).map((kind) => ({ fileName: `a.${kind === 'biff5' ? 'xls' : kind}`, bytes: bookOf(kind) })),
  { fileName: 'a.csv', bytes: Buffer.from(`Id;Navn;Merknad\n${'1;"Blåbær";x\n'.repeat(60)}`) },
  { fileName: 'b.csv', bytes: Buffer.from(`\ufeffId\tName\n${'1\tA\n'.repeat(60)}`, 'utf16le') },
]

const flipBytes = (bytes: Buffer, random: Random): Buffer => {
  const copy = Buffer.from(bytes)
  for (let count = 1 + below(random, 8); count > 0; count--) copy[below(random, copy.length)] = below(random, 256)
  return copy
}

const cutOut = (bytes: Buffer, random: Random): Buffer => {
  const from = below(random, bytes.length)
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + below(random, 200))])
}

const double = (bytes: Buffer, random: Random): Buffer => {
  const from = below(random, bytes.length)
  const to = Math.min(bytes.length, from + below(random, 400))
  return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, to), bytes.subarray(to)])
}

const cutOff = (bytes: Buffer, random: Random): Buffer => bytes.subarray(0, below(random, bytes.length))

/** Bytes that mean something to the formats, where they do not belong. */
const tokens = ['<', '>', '"', '&', '/>', '<![CDATA[', '<!--', '</c>', '<row>', '<v>', '-1', '999999999', '1e308', '\0', ';', '\u00ff\u00ff\u00ff\u00ff']
const insert = (bytes: Buffer, random: Random): Buffer => {
  const at = below(random, bytes.length)
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(tokens[below(random, tokens.length)] ?? '', 'latin1'), bytes.subarray(at)])
}

const changes = { flipBytes, cutOut, double, cutOff, insert }

/** A change within a part of a zip, which is then packed again rightly, so that it gets past every checksum. */
const inside = (bytes: Buffer, random: Random, change: (content: Buffer, random: Random) => Buffer): Buffer => {
  const parts = unpackParts(bytes, readZipDirectory(bytes, readLimits), readLimits)
  const chosen = below(random, parts.length)
  return zipOf(parts.map((part, index) => ({
    name: part.name, content: index === chosen && part.content.length > 0 ? change(part.content, random) : part.content,
    store: part.name === 'mimetype' || deflateRawSync(part.content).length > part.content.length,
  })))
}

/** One of endlessly many damaged workbooks; the same for the same number. */
export const mutationOf = (seed: number): Mutation => {
  const random = seeded(seed)
  const file = goodFiles[seed % goodFiles.length] ?? { fileName: 'a.csv', bytes: Buffer.from('a') }
  const names = Object.keys(changes) as (keyof typeof changes)[]
  const name = names[below(random, names.length)] ?? 'flipBytes'
  const isZip = file.bytes[0] === 0x50 && file.bytes[1] === 0x4b
  if (!isZip || random() < 0.3) return { fileName: file.fileName, bytes: changes[name](file.bytes, random), what: `${name} of ${file.fileName}` }
  return { fileName: file.fileName, bytes: inside(file.bytes, random, changes[name]), what: `${name} within ${file.fileName}` }
}
