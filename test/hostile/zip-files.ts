import { row, textCell, xlsxOf, xlsxParts } from '@test/main/excel/builders/xlsx'
import { zipOf, type ZipPart } from '@test/main/excel/builders/zip'
import type { HostileFile } from './hostile-file'

const good = { data: row(1, textCell('A1', 'Id'), textCell('B1', 'Name')) + row(2, textCell('A2', '1'), textCell('B2', 'A')) }
const sheetPart = 'xl/worksheets/sheet1.xml'
const megabyte = 1024 * 1024

const xlsx = (name: string, ends: HostileFile['ends'], bytes: () => Buffer, more: Partial<HostileFile> = {}): HostileFile =>
  ({ name, fileName: 'estate.xlsx', bytes, ends, ...more })

const changed = (name: string, change: Partial<ZipPart>): Buffer =>
  zipOf(xlsxParts([good]).map((part) => (part.name === name ? { ...part, ...change } : part)))

const extended = (...parts: readonly ZipPart[]): Buffer => zipOf([...xlsxParts([good]), ...parts])

/** A good file with its bytes changed by hand. */
const patched = (patch: (file: Buffer) => void): Buffer => {
  const file = Buffer.from(xlsxOf([good]))
  patch(file)
  return file
}

const overlapping = (): Buffer => {
  const inner = { name: 'inner.xml', content: 'x'.repeat(50), store: true }
  const packedInner = zipOf([inner]).subarray(0, 30 + inner.name.length + inner.content.length)
  const file = Buffer.from(zipOf([{ name: 'outer.xml', content: packedInner, store: true }, inner]))
  file.writeUInt32LE(30 + 'outer.xml'.length, file.readUInt32LE(file.length - 6) + 46 + 'outer.xml'.length + 42)
  return file
}

/** Zips that bomb, lie or are broken. */
export const hostileZips: readonly HostileFile[] = [
  xlsx('A bomb: shared strings of 150 MB of spaces', 'too-large', () =>
    extended({ name: 'xl/sharedStrings.xml', content: Buffer.alloc(150 * megabyte, 0x20) }), { slow: true }),
  xlsx('A bomb: a sheet of 8 MB of spaces', 'too-large', () => changed(sheetPart, { content: Buffer.alloc(8 * megabyte, 0x20) })),
  xlsx('A bomb of seventy parts of 4 MB, each small enough by itself', 'too-large', () => {
    const content = Buffer.alloc(4 * megabyte, 0x20)
    return extended(...Array.from({ length: 70 }, (_, index) => ({ name: `xl/worksheets/more${index}.xml`, content })))
  }, { slow: true }),
  xlsx('A bomb in a picture, which nobody unpacks', 'rows', () =>
    extended({ name: 'xl/media/image1.png', content: Buffer.alloc(40 * megabyte, 0x20) })),
  xlsx('A part that promises 200 MB', 'too-large', () => changed(sheetPart, { lie: { size: 200 * megabyte } })),
  xlsx('Parts that promise 4 GB each', 'too-large', () => changed(sheetPart, { lie: { size: 0xfffffffe } })),
  xlsx('Five thousand parts', 'too-large', () =>
    extended(...Array.from({ length: 5000 }, (_, index) => ({ name: `xl/x${index}.xml`, content: 'x', store: true })))),
  xlsx('A part that unpacks to more than it says', 'unsafe', () => changed(sheetPart, { lie: { size: 40 } })),
  xlsx('A part that unpacks to less than it says', 'damaged', () => changed(sheetPart, { lie: { size: 9000 } })),
  xlsx('A part with a wrong checksum', 'damaged', () => changed(sheetPart, { lie: { crc: 1 } })),
  xlsx('Four hundred damaged bytes', 'damaged', () => {
    const rows = Array.from({ length: 2000 }, (_, index) => row(index + 1, textCell(`A${index + 1}`, `srv ${Math.sin(index)}`)))
    const file = Buffer.from(xlsxOf([{ data: rows.join('') }]))
    const middle = file.indexOf('xl/worksheets/sheet1.xml') + 2000
    file.fill(0x55, middle, middle + 400)
    return file
  }),
  xlsx('Two parts of one name', 'unsafe', () => extended({ name: sheetPart.toUpperCase(), content: 'x' })),
  xlsx('A part that lies within another', 'unsafe', overlapping),
  xlsx('A name that leads out of the archive', 'unsafe', () => extended({ name: '../../etc/passwd', content: 'x' })),
  xlsx('A name with line breaks', 'unsafe', () => extended({ name: 'xl/a\nb.xml', content: 'x' })),
  xlsx('A header that names another part than the directory', 'unsafe', () => changed(sheetPart, { lie: { localName: 'xl/other.xml' } })),
  xlsx('An encrypted part', 'password-protected', () => changed(sheetPart, { lie: { flags: 0x801 } })),
  xlsx('A part packed in an unknown way', 'unsupported-format', () => changed(sheetPart, { lie: { method: 14 } })),
  xlsx('A part that is said to be stored, and is packed', 'unsafe', () => changed(sheetPart, { lie: { method: 0 } })),
  xlsx('A file cut off in the middle', 'truncated', () => xlsxOf([good]).subarray(0, 900)),
  xlsx('A file without its last ten bytes', 'truncated', () => xlsxOf([good]).subarray(0, -10)),
  xlsx('A file with a page of zeros at its end', 'truncated', () => Buffer.concat([xlsxOf([good]), Buffer.alloc(4096)])),
  xlsx('A directory that begins behind its end', 'damaged', () => patched((file) => file.writeUInt32LE(file.length, file.length - 6))),
  xlsx('A directory of 65,534 parts that are not there', 'too-large', () => patched((file) => file.writeUInt16LE(65_534, file.length - 12))),
  xlsx('A directory that says it is a wide one and is not', 'damaged', () => patched((file) => file.writeUInt32LE(0xffffffff, file.length - 6))),
  xlsx('A volume of several', 'damaged', () => patched((file) => file.writeUInt16LE(3, file.length - 18))),
  xlsx('An archive of nothing', 'not-a-workbook', () => zipOf([])),
  xlsx('A workbook without a workbook', 'damaged', () => zipOf(xlsxParts([good]).filter((part) => part.name !== 'xl/workbook.xml'))),
  xlsx('A workbook without its sheet', 'damaged', () => zipOf(xlsxParts([good]).filter((part) => part.name !== sheetPart))),
  xlsx('A text document under the name of a workbook', 'not-a-workbook', () =>
    zipOf([{ name: '[Content_Types].xml', content: '<Types/>' }, { name: 'word/document.xml', content: '<w/>' }])),
  xlsx('Any archive under the name of a workbook', 'not-a-workbook', () => zipOf([{ name: 'readme.txt', content: 'x' }])),
]
