import { numberCell, row, textCell, xlsxOf, xlsxParts } from '@test/main/excel/builders/xlsx'
import { zipOf } from '@test/main/excel/builders/zip'
import { seeded, type HostileFile } from './hostile-file'

const sheetPart = 'xl/worksheets/sheet1.xml'
const good = row(1, textCell('A1', 'Id'), textCell('B1', 'Name')) + row(2, textCell('A2', '1'), textCell('B2', 'A'))

const xlsx = (name: string, ends: HostileFile['ends'], bytes: () => Buffer, more: Partial<HostileFile> = {}): HostileFile =>
  ({ name, fileName: 'estate.xlsx', bytes, ends, ...more })

const withData = (data: string): Buffer => xlsxOf([{ data }])
const withPart = (name: string, content: string | Buffer): Buffer => xlsxOf([{ data: good }], { parts: [{ name, content }] })
const withSheet = (content: string | Buffer): Buffer => withPart(sheetPart, content)
const times = (count: number, one: (index: number) => string): string => Array.from({ length: count }, (_, index) => one(index)).join('')

const strings = (content: string): string => `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${content}</sst>`

/** A workbook whose cells name shared strings. */
const sharing = (content: string, data: string): Buffer => {
  const relations = '<Relationship Id="rId901" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
  const parts = xlsxParts([{ data }], { parts: [{ name: 'xl/sharedStrings.xml', content: strings(content) }] })
  return zipOf(parts.map((part) => (part.name === 'xl/_rels/workbook.xml.rels'
    ? { ...part, content: String(part.content).replace('</Relationships>', `${relations}</Relationships>`) }
    : part)))
}

/** One sheet part under as many names as one likes. */
const sameSheet = (count: number): Buffer => {
  const parts = xlsxParts([{ data: good }])
  const tag = /<sheet [^>]*>/.exec(String(parts[1]?.content))?.[0] ?? ''
  return zipOf(parts.map((part) => (part.name === 'xl/workbook.xml'
    ? { ...part, content: String(part.content).replace(tag, times(count, (index) => tag.replace('Sheet1', `S${index}`))) }
    : part)))
}

const bomb = '<!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'

/** Random numbers, so that deflate cannot make a bomb of them. */
const manyCells = (rows: number, columns: number): string => {
  const random = seeded(7)
  return times(rows, (index) => `<row r="${index + 1}">${times(columns, () => `<c><v>${Math.floor(random() * 1e9)}</v></c>`)}</row>`)
}

const hugeFormat = (code: string): Buffer =>
  withPart('xl/styles.xml', `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`)

/** Well-packed workbooks whose insides are meant to harm or are wrong. */
export const hostileSheets: readonly HostileFile[] = [
  xlsx('Entities that multiply', 'unsafe', () => xlsxOf([{ data: good }], { prolog: bomb })),
  xlsx('An entity that reads a file', 'unsafe', () => xlsxOf([{ data: good }], { prolog: '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>' })),
  xlsx('Entities hidden by UTF-16', 'unsafe', () => withSheet(Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${bomb}<worksheet><sheetData/></worksheet>`, 'utf16le'))),
  xlsx('Entities in the shared strings', 'unsafe', () => sharing(`${bomb}<si><t>x</t></si>`, good)),
  xlsx('A merge of the whole sheet', 'rows', () => xlsxOf([{ data: good, after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }])),
  xlsx('A link over the whole sheet', 'rows', () => xlsxOf([{ data: good, after: '<hyperlinks><hyperlink ref="A1:XFD1048576" r:id="rId1"/></hyperlinks>' }])),
  xlsx('Thirty thousand merges one over the other', 'rows', () =>
    xlsxOf([{ data: manyCells(9000, 1), after: `<mergeCells>${times(30_000, () => '<mergeCell ref="A1:B9000"/>')}</mergeCells>` }])),
  xlsx('Merges without an end', 'rows', () => xlsxOf([{ data: good, after: `<mergeCells>${times(20_000, () => '<mergeCell ref="A1"/>')}</mergeCells>` }])),
  xlsx('A cell far below the grid', 'damaged', () => withData(row(1, textCell('A999999999', 'x')))),
  xlsx('A cell far right of the grid', 'damaged', () => withData(row(1, textCell('ZZZZZZZ1', 'x')))),
  xlsx('A row far below the grid', 'damaged', () => withData(row(1e15, textCell('A1', 'x')))),
  xlsx('Cells at the far right of two thousand rows', 'too-large', () => withData(times(2000, (index) => row(index + 1, textCell(`XFD${index + 1}`, 'x'))))),
  xlsx('A cell in the last row and one in the last column', 'rows', () => withData(row(1, textCell('XFD1', 'x')) + row(1_048_576, textCell('A1048576', 'x')))),
  xlsx('Five million blank cells', 'too-large', () => withData(times(50_000, (index) => `<row>${'<c/>'.repeat(100)}${index}</row>`)), { slow: true }),
  xlsx('Ten million cells', 'too-large', () => {
    const block = manyCells(10_000, 20)
    return xlsxOf(Array.from({ length: 50 }, () => ({ data: block })))
  }, { slow: true }),
  xlsx('Three million cells in one sheet', 'too-large', () => withData(manyCells(150_000, 20)), { slow: true }),
  xlsx('Three hundred sheets', 'too-large', () => xlsxOf(Array.from({ length: 300 }, () => ({ data: good })))),
  xlsx('One sheet under two hundred names', 'unsafe', () => sameSheet(200)),
  xlsx('A string of one megabyte in four hundred cells', 'too-large', () => {
    const random = seeded(3)
    const text = times(150_000, () => Math.floor(random() * 1e7).toString(36)).padEnd(1_000_000, 'x')
    return sharing(`<si><t>${text}</t></si>`, times(400, (index) => row(index + 1, `<c r="A${index + 1}" t="s"><v>0</v></c>`)))
  }),
  xlsx('A shared string that is not there', 'damaged', () => sharing('<si><t>x</t></si>', row(1, '<c r="A1" t="s"><v>99</v></c>'))),
  xlsx('A shared string with a number below zero', 'damaged', () => sharing('<si><t>x</t></si>', row(1, '<c r="A1" t="s"><v>-1</v></c>'))),
  xlsx('A number that is none', 'damaged', () => withData(row(1, numberCell('A1', '12abc')))),
  xlsx('A number without end', 'damaged', () => withData(row(1, numberCell('A1', '1e999')))),
  xlsx('A style that is not there', 'rows', () => withData(row(1, numberCell('A1', 12, 99_999)))),
  xlsx('A format of brackets that never close', 'rows', () => hugeFormat('[$['.repeat(100_000))),
  xlsx('A format that nothing can follow', 'rows', () => withPart('xl/styles.xml', '<styleSheet><numFmts><numFmt numFmtId="200" formatCode="[hh"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>')),
  xlsx('A hundred thousand styles', 'rows', () => withPart('xl/styles.xml', `<styleSheet><cellXfs>${times(100_000, (index) => `<xf numFmtId="${index}"/>`)}</cellXfs></styleSheet>`)),
  xlsx('Rows that never end', 'damaged', () => withSheet(`<worksheet><sheetData>${good}`)),
  xlsx('A cell that never ends', 'rows', () => withData('<row r="1"><c r="A1"><v>1</v><c r="B1"><v>2</v></c></row>')),
  xlsx('A comment that never ends', 'damaged', () => withSheet(`<worksheet><sheetData>${good}<!-- </sheetData></worksheet>`)),
  xlsx('A tag that never ends', 'damaged', () => withSheet(`<worksheet><sheetData>${good}<row r="3`)),
  xlsx('Attributes without quotation marks', 'rows', () => withData('<row r=1><c r=A1><v>1</v></c></row>')),
  xlsx('An attribute of two megabytes', 'rows', () => withData(`<row r="1" x="${'y'.repeat(2_000_000)}">${textCell('A1', 'Id')}</row>`)),
  xlsx('Tags a hundred thousand deep', 'rows', () => withSheet(`<worksheet>${'<x>'.repeat(100_000)}<sheetData>${good}</sheetData></worksheet>`)),
  xlsx('A list of sheets without an end of its tags', ['damaged', 'rows'], () => withPart('xl/workbook.xml', `<workbook><sheets>${'<sheet name="'.repeat(50_000)}`)),
  xlsx('Headings named like the insides of JavaScript', 'rows', () =>
    xlsxOf([{ name: '__proto__', data: row(1, textCell('A1', '__proto__'), textCell('B1', 'constructor')) + row(2, textCell('A2', 'polluted'), textCell('B2', 'x')) }])),
  xlsx('Not XML at all', 'damaged', () => withSheet(Buffer.from('\u0000\u0001\u0002 nothing to see'.repeat(100)))),
  xlsx('An empty sheet part', 'damaged', () => withSheet('')),
  xlsx('Text that is not UTF-8', 'rows', () => withSheet(Buffer.concat([Buffer.from('<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>'), Buffer.from([0xff, 0xfe, 0xc0, 0x80]), Buffer.from('</t></is></c></row></sheetData></worksheet>')]))),
  xlsx('References to characters that do not exist', 'rows', () => withData(row(1, textCell('A1', '&#0;&#x110000;&#99999999;&nosuch;')))),
]
