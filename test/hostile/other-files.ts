import { utils, write } from 'xlsx'
import type { BookType } from 'xlsx'
import { odsCell, odsOf } from '@test/main/excel/builders/ods'
import { oleOf } from '@test/main/excel/builders/ole'
import { zipOf } from '@test/main/excel/builders/zip'
import { seeded, type HostileFile } from './hostile-file'

const file = (fileName: string, name: string, ends: HostileFile['ends'], bytes: () => Buffer, more: Partial<HostileFile> = {}): HostileFile =>
  ({ name, fileName, bytes, ends, ...more })

/** A good workbook of any format. */
export const bookOf = (bookType: BookType, rows = 40): Buffer => {
  const book = utils.book_new()
  const lines = Array.from({ length: rows }, (_, index) => [`a${index}`, `Journal ${index}`, index, index % 2 === 0])
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Id', 'Name', 'Users', 'Shared service'], ...lines]), 'Applications')
  return write(book, { type: 'buffer', bookType, compression: true }) as Buffer
}

const changed = (bytes: Buffer, change: (copy: Buffer) => void): Buffer => {
  const copy = Buffer.from(bytes)
  change(copy)
  return copy
}

const noise = (length: number, seed: number): Buffer => {
  const random = seeded(seed)
  return Buffer.from(Array.from({ length }, () => Math.floor(random() * 256)))
}

const odsRow = (cells: string, attributes = ''): string => `<table:table-row ${attributes}>${cells}</table:table-row>`
const either = ['rows', 'damaged'] as const

/** Cells that nothing repeats, with what deflate cannot make a bomb of. */
const writtenOut = (rows: number, columns: number, cell: (random: number) => string): string => {
  const random = seeded(13)
  return Array.from({ length: rows }, () =>
    `${odsRow(Array.from({ length: columns }, () => cell(random())).join(''))}<!--${random()}-->`).join('')
}
const odsNumber = (random: number): string => `<table:table-cell office:value-type="float" office:value="${Math.floor(random * 1e6)}"><text:p>x</text:p></table:table-cell>`

/** Other formats, and what is none. */
export const otherHostileFiles: readonly HostileFile[] = [
  file('a.ods', 'An ods cell repeated a thousand million times', 'too-large', () => odsOf(odsRow(odsCell('x', 'table:number-columns-repeated="1000000000"')))),
  file('a.ods', 'An ods row repeated a thousand million times', 'too-large', () => odsOf(odsRow(odsCell('x'), 'table:number-rows-repeated="1000000000"'))),
  file('a.ods', 'An ods block of three million cells', 'too-large', () => odsOf(odsRow(odsCell('x', 'table:number-columns-repeated="1000"'), 'table:number-rows-repeated="3000"'))),
  file('a.ods', 'An ods of ten million cells, written out as far as a part may be long', 'too-large', () => odsOf(writtenOut(14_000, 100, odsNumber)), { slow: true }),
  file('a.ods', 'An ods of millions of blank cells, written out', 'too-large', () => odsOf(writtenOut(40_000, 100, () => '<table:table-cell/>')), { slow: true }),
  file('a.ods', 'An ods repeat written as 1e9', 'unsafe', () => odsOf(odsRow(odsCell('x', 'table:number-columns-repeated="1e9"')))),
  file('a.ods', 'An ods text of a thousand million spaces', 'unsafe', () => odsOf(odsRow('<table:table-cell office:value-type="string"><text:p>a<text:s text:c="1000000000"/>b</text:p></table:table-cell>'))),
  file('a.ods', 'An ods whose blank cells repeat to the edge', 'rows', () =>
    odsOf(odsRow(`${odsCell('Name')}<table:table-cell table:number-columns-repeated="16383"/>`) + odsRow('<table:table-cell table:number-columns-repeated="16384"/>', 'table:number-rows-repeated="1048575"'))),
  file('a.ods', 'An ods with a password', 'password-protected', () => odsOf('', '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>')),
  file('a.ods', 'An ods with entities', 'unsafe', () => zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', store: true },
    { name: 'content.xml', content: '<!DOCTYPE x [<!ENTITY a "aaaa">]><office:document-content>&a;</office:document-content>' },
  ])),
  file('a.ods', 'An ods without content', 'damaged', () => zipOf([{ name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', store: true }])),
  file('a.ods', 'An ods of nothing but opening tags', either, () => odsOf('<table:table-row>'.repeat(20_000))),
  file('a.ods', 'An ods cut off', 'truncated', () => bookOf('ods').subarray(0, -200)),
  file('a.xlsb', 'An xlsb cut off', 'truncated', () => bookOf('xlsb').subarray(0, -200)),
  file('a.xlsb', 'An xlsb whose sheet is noise', either, () => {
    const parts = ['[Content_Types].xml', 'xl/workbook.bin'].map((name) => ({ name, content: noise(3000, 11) }))
    return zipOf([...parts, { name: 'xl/worksheets/sheet1.bin', content: noise(50_000, 12) }])
  }),
  file('a.xls', 'An old workbook cut in the middle', either, () => bookOf('xls').subarray(0, 4000)),
  file('a.xls', 'An old workbook whose sectors form a ring', either, () => changed(bookOf('xls'), (copy) => {
    const table = (copy.readUInt32LE(0x4c) + 1) * 512
    for (let at = 0; at < 64 && table + at * 4 + 4 <= copy.length; at++) copy.writeUInt32LE(at === 0 ? 1 : at - 1, table + at * 4)
  })),
  file('a.xls', 'An old workbook with a directory of noise', [...either, 'not-a-workbook'], () => changed(bookOf('xls'), (copy) => {
    noise(400, 5).copy(copy, (copy.readUInt32LE(0x30) + 1) * 512)
  })),
  file('a.xls', 'An old workbook whose records are noise', either, () => changed(bookOf('xls', 400), (copy) => {
    noise(2000, 6).copy(copy, Math.floor(copy.length / 2))
  })),
  file('a.xls', 'An old workbook that says its sectors are 2^30 bytes', either, () => changed(bookOf('xls'), (copy) => copy.writeUInt16LE(30, 0x1e))),
  file('a.xls', 'A new workbook with a password, in an old container', 'password-protected', () => oleOf(['EncryptionInfo', 'EncryptedPackage'])),
  file('a.xls', 'An old text document', 'not-a-workbook', () => oleOf(['WordDocument'])),
  file('a.xls', 'A web page under the name of a workbook', 'not-a-workbook', () => Buffer.from('<html><table><tr><td>Name</td></tr></table></html>')),
  file('a.xls', 'A spreadsheet of 2003 in XML', 'unsupported-format', () => Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')),
  file('a.csv', 'A quotation mark that never closes', 'unclosed-quote', () => Buffer.from(`Name,Notes\nA,"x\n${'b,c\n'.repeat(50_000)}`)),
  file('a.csv', 'Three million cells of text', 'too-large', () => Buffer.from('a,b,c\n'.repeat(1_000_000)), { slow: true }),
  file('a.csv', 'A line of forty thousand columns', 'too-large', () => Buffer.from(`${'a,'.repeat(40_000)}\n`)),
  file('a.csv', 'Two million lines', 'too-large', () => Buffer.from('a\n'.repeat(2_000_000)), { slow: true }),
  file('a.csv', 'One cell of ten megabytes', 'too-large', () => Buffer.from(`Name,Notes\nA,${'x'.repeat(10_000_000)}\n`)),
  file('a.csv', 'Separators and nothing else', 'rows', () => Buffer.from(`Name;Id\n${';;;;;;;;\n'.repeat(5000)}`)),
  file('a.csv', 'Quotation marks and nothing else', ['rows', 'unclosed-quote', 'not-a-workbook'], () => Buffer.from('"'.repeat(20_001))),
  file('a.csv', 'Bytes that are no text', 'not-a-workbook', () => noise(5000, 9)),
  file('a.csv', 'Half a letter at the end of UTF-16', ['rows', 'not-a-workbook'], () => Buffer.concat([Buffer.from('\ufeffId;Navn\n1;Blå\n', 'utf16le'), Buffer.from([0x41])])),
  file('a.xlsx', 'Nothing', 'empty-file', () => Buffer.alloc(0)),
  file('a.xlsx', 'One byte', ['not-a-workbook', 'rows'], () => Buffer.from('P')),
  file('a.xlsx', 'A megabyte of zeros', 'not-a-workbook', () => Buffer.alloc(1024 * 1024)),
  file('a.xlsx', 'Noise behind the mark of a zip', 'truncated', () => Buffer.concat([Buffer.from('PK\u0003\u0004'), noise(5000, 8)])),
  file('a.xlsx', 'Noise behind the mark of an old workbook', ['not-a-workbook', 'damaged'], () =>
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), noise(5000, 10)])),
  file('a.xlsx', 'A PDF', 'not-a-workbook', () => Buffer.from('%PDF-1.7\n...')),
  file('a.xlsx', 'A picture', 'not-a-workbook', () => Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1')),
  file('a.xlsx', 'A program', 'not-a-workbook', () => Buffer.from('MZ\x90\0\x03\0', 'latin1')),
  file('a.xlsx', 'Seventy megabytes', 'too-large', () => Buffer.alloc(70 * 1024 * 1024, 0x41)),
]
