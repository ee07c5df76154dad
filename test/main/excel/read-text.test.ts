import { describe, expect, it } from 'vitest'
import { readLimits } from '@main/excel/read-limits'
import { cellsOf, read, refusalOf } from './builders/reading'

const table = [['Id', 'Navn', 'Merknad'], ['1', 'Blåbær', 'a;b'], ['2', 'Ærfugl', null]]
const csv = (separator: string): string => `Id${separator}Navn${separator}Merknad\n1${separator}Blåbær${separator}"a;b"\n2${separator}Ærfugl${separator}\n`
const trimmed = table.map((cells) => (cells.at(-1) === null ? cells.slice(0, -1) : cells))

describe('A text file', () => {
  it.each([['comma', ','], ['semicolon', ';'], ['tab', '\t'], ['bar', '|']])(
    'separated by %s is read as such, whatever it is called',
    (_, separator) => {
      expect(cellsOf(read(Buffer.from(csv(separator)), 'estate.csv'))).toEqual(trimmed)
    },
  )

  it('is one sheet with the name of the file', () => {
    expect(read(Buffer.from('Id,Name\n\n1,A\n'), 'estate.csv')).toEqual({
      fileName: 'estate.csv',
      sheets: [{
        name: 'estate', hidden: false, declaredRows: 3, formulas: [],
        rows: [{ number: 1, cells: ['Id', 'Name'] }, { number: 3, cells: ['1', 'A'] }],
      }],
    })
  })

  it('with a cell that no spreadsheet could hold is refused, a long note is not', () => {
    expect(refusalOf(Buffer.from(`Id,Name\n1,${'x'.repeat(300_000)}\n`), 'a.csv')).toMatchObject({ type: 'too-large', what: 'cell', limit: readLimits.cell })
    expect(cellsOf(read(Buffer.from(`Id,Name\n1,${'x'.repeat(100_000)}\n`), 'a.csv'))[1]?.[1]).toHaveLength(100_000)
  })

  it('that begins with ID is no SYLK', () => {
    expect(cellsOf(read(Buffer.from('ID;Navn\n1;DIPS\n'), 'a.csv'))).toEqual([['ID', 'Navn'], ['1', 'DIPS']])
  })

  it('may have a byte order mark, ragged rows and old line ends', () => {
    const text = '\ufeffName,Kind,Notes\r\nA\r\nB,server,x,surplus\r\n,,\r\nC,server,"two\r\nlines"\r\n'
    expect(cellsOf(read(Buffer.from(text), 'a.csv'))).toEqual([
      ['Name', 'Kind', 'Notes'], ['A'], ['B', 'server', 'x', 'surplus'], ['C', 'server', 'two\nlines'],
    ])
  })

  it('in UTF-16, with or without a mark, and in Windows-1252 is read letter for letter', () => {
    const text = csv(';')
    const utf16 = Buffer.from(text, 'utf16le')
    const bigEndian = Buffer.from(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])).swap16()
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), utf16, bigEndian, Buffer.from(text, 'latin1')]) {
      expect(cellsOf(read(bytes, 'a.csv'))).toEqual(trimmed)
    }
  })

  it('in UTF-8 stays so where a letter was cut in two', () => {
    const rows = Array.from({ length: 6 }, (_, index) => `${index};Blåbærgrød`).join('\n')
    const cut = Buffer.concat([Buffer.from(`Id;Navn\n${rows}\n7;R`), Buffer.from([0xc3]), Buffer.from('d\n')])
    expect(cellsOf(read(cut, 'a.csv')).slice(-2)).toEqual([['5', 'Blåbærgrød'], ['7', 'R\ufffdd']])
  })

  it('may be separated by something rare, where nothing else separates', () => {
    for (const separator of ['^', '~', '¦', ':']) {
      const rows = [['Id', 'Navn'], ['1', 'DIPS Arena; test'], ['2', 'Lab, nord']]
      expect(cellsOf(read(Buffer.from(rows.map((row) => row.join(separator)).join('\n')), 'a.csv'))).toEqual(rows)
    }
    expect(cellsOf(read(Buffer.from('Åpner\n08:30\n09:00\n'), 'a.csv'))).toEqual([['Åpner'], ['08:30'], ['09:00']])
    expect(cellsOf(read(Buffer.from('sep=^\nA^B\n'), 'a.csv'))).toEqual([['A', 'B']])
  })

  it('may name its separator in a first line', () => {
    expect(read(Buffer.from('sep=|\r\nA|B,C;D\r\n'), 'a.csv').sheets[0]?.rows).toEqual([{ number: 2, cells: ['A', 'B,C;D'] }])
  })

  it('keeps formulas as text and needs no second column', () => {
    expect(cellsOf(read(Buffer.from('Name\n=cmd|calc\n@x\n'), 'a.csv'))).toEqual([['Name'], ['=cmd|calc'], ['@x']])
  })

  it('keeps lists within cells together', () => {
    const text = 'app;deps\nA;[x,y,z]\nB;[x,y]\n'
    expect(cellsOf(read(Buffer.from(text), 'a.csv'))).toEqual([['app', 'deps'], ['A', '[x,y,z]'], ['B', '[x,y]']])
  })

  it('with a quotation mark that never closes is refused, with the row', () => {
    expect(refusalOf(Buffer.from('Name,Notes\nA,x\nB,"never\nC,y\n'), 'a.csv')).toEqual({ type: 'unclosed-quote', row: 3 })
  })

  it('beyond the limits is refused while it is read', () => {
    const limits = { ...readLimits, cells: 10, columns: 5 }
    expect(refusalOf(Buffer.from('a,b\n'.repeat(20)), 'a.csv', { limits })).toEqual({ type: 'too-large', what: 'cells', limit: 10 })
    expect(refusalOf(Buffer.from('a,b,c,d,e,f\n'), 'a.csv', { limits })).toEqual({ type: 'too-large', what: 'columns', limit: 5 })
  })

  it('of words alone under the name of a workbook is not a workbook, while a table there is read', () => {
    expect(refusalOf(Buffer.from('only words\nand more'), 'notes.xlsx')).toEqual({ type: 'not-a-workbook', looksLike: 'unknown' })
    expect(cellsOf(read(Buffer.from('Id;Name\n1;A\n'), 'saved-wrongly.xlsx'))).toEqual([['Id', 'Name'], ['1', 'A']])
    expect(cellsOf(read(Buffer.from('Name\nA\n'), 'names.csv'))).toEqual([['Name'], ['A']])
  })
})
