import { describe, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import type { BookType } from 'xlsx'
import { readLimits } from '@main/excel/read-limits'
import { odsCell, odsOf } from './builders/ods'
import { oleOf } from './builders/ole'
import { cellsOf, read, refusalOf } from './builders/reading'
import { row, textCell, xlsxOf } from './builders/xlsx'
import { zipOf } from './builders/zip'

const good = xlsxOf([{ data: row(1, textCell('A1', 'Id'), textCell('B1', 'Name')) }])

describe('The kind of a file', () => {
  it('is seen in its bytes and not in its name', () => {
    expect(cellsOf(read(good, 'estate.csv'))).toEqual([['Id', 'Name']])
    expect(cellsOf(read(Buffer.from('Id;Name\n1;A\n'), 'estate.xlsx'))).toEqual([['Id', 'Name'], ['1', 'A']])
  })

  it.each([
    ['%PDF-1.7 ...', 'pdf'],
    ['\x89PNG\r\n\x1a\n\0\0', 'image'],
    ['{\\rtf1 x}', 'document'],
    ['\x1f\x8b\x08\0', 'archive'],
    ['MZ\x90\0\x03\0', 'program'],
    ['#!/bin/sh\necho', 'program'],
    ['<!DOCTYPE html><html><table><tr><td>Name</td></tr></table></html>', 'web-page'],
    ['\x01\x02\x03\x04\0\0\x05', 'unknown'],
  ])('%j is refused as what it is: %s', (bytes, looksLike) => {
    expect(refusalOf(Buffer.from(bytes, 'latin1'))).toEqual({ type: 'not-a-workbook', looksLike })
  })

  it.each([
    ['<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', 'XML Spreadsheet 2003'],
    ['<?xml version="1.0"?><root/>', 'XML'],
    ['[{"name": "A"}]', 'JSON'],
    ['SQLite format 3\0', 'SQLite'],
  ])('%j is a kind that we do not read: %s', (text, format) => {
    expect(refusalOf(Buffer.from(text))).toEqual({ type: 'unsupported-format', format })
  })

  it('may be an archive that holds something else', () => {
    const zip = (...names: readonly string[]): Buffer => zipOf(names.map((name) => ({ name, content: 'x' })))
    expect(refusalOf(zip('readme.txt'))).toEqual({ type: 'not-a-workbook', looksLike: 'archive' })
    expect(refusalOf(zip('[Content_Types].xml', 'word/document.xml'))).toEqual({ type: 'not-a-workbook', looksLike: 'document' })
    expect(refusalOf(zip('[Content_Types].xml', 'ppt/slides/slide1.xml')))
      .toEqual({ type: 'not-a-workbook', looksLike: 'presentation' })
    expect(refusalOf(zip('Index/Document.iwa'))).toEqual({ type: 'unsupported-format', format: 'Apple Numbers' })
  })

  it('tells a workbook with a password from an old one, and from an old document', () => {
    expect(refusalOf(oleOf(['EncryptionInfo', 'EncryptedPackage']))).toEqual({ type: 'password-protected' })
    expect(refusalOf(oleOf(['WordDocument']))).toEqual({ type: 'not-a-workbook', looksLike: 'document' })
    expect(refusalOf(oleOf(['Workbook']), 'old.xls')).toEqual({ type: 'damaged', part: '' })
  })

  it('is nothing at all when the file is empty or blank', () => {
    expect(refusalOf(Buffer.alloc(0))).toEqual({ type: 'empty-file' })
    expect(refusalOf(Buffer.from('\ufeff \r\n'))).toEqual({ type: 'empty-file' })
  })

  it('does not matter when the file is too large', () => {
    expect(refusalOf(good, 'a.xlsx', { limits: { ...readLimits, file: 100 } }))
      .toEqual({ type: 'too-large', what: 'file', limit: 1 })
  })
})

const sheetjsBook = (bookType: BookType): Buffer => {
  const sheet = utils.aoa_to_sheet([['Id', 'Navn', 'Dato', 'Ja'], [1, 'Blåbær', null, true], [2.5, '=1+1', null, false]])
  sheet['C2'] = { t: 'n', v: 46110, z: 'dd/mm/yyyy' }
  sheet['B4'] = { t: 'n', v: 3, f: 'A2+2' }
  sheet['!ref'] = 'A1:D4'
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, 'Applikasjoner')
  return write(book, { type: 'buffer', bookType, compression: true }) as Buffer
}

it('An old workbook that was cut off before the list of what it holds is said to end in the middle', () => {
  expect(refusalOf(sheetjsBook('biff8').subarray(0, 600), 'estate.xls')).toEqual({ type: 'truncated' })
})

describe('The same cells', () => {
  // SheetJS writes no formulas into its binary formats, only their values.
  const written = [{ row: 4, column: 1, hasValue: true }]
  it.each<[BookType, typeof written]>([
    ['xlsx', written], ['xlsm', written], ['ods', written], ['xlsb', []], ['xls', []], ['biff8', []],
  ])('come out of %s', (bookType, formulas) => {
    const workbook = read(sheetjsBook(bookType), `estate.${bookType}`)
    expect(cellsOf(workbook)).toEqual([
      ['Id', 'Navn', 'Dato', 'Ja'],
      [1, 'Blåbær', { date: '2026-03-29' }, true],
      [2.5, '=1+1', null, false],
      [null, 3],
    ])
    expect(workbook.sheets[0]).toMatchObject({ name: 'Applikasjoner', declaredRows: 4, formulas })
  })

  it('are known to be on a hidden sheet of an ods', () => {
    const style = (name: string, display: boolean): string =>
      `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${display}" style:writing-mode="lr-tb"/></style:style>`
    const table = (name: string, styleName: string): string =>
      `<table:table table:name="${name}" table:style-name="${styleName}"><table:table-row>${odsCell('x')}</table:table-row></table:table>`
    const content = '<office:document-content><office:automatic-styles>' + style('ta1', true) + style('ta2', false) +
      `</office:automatic-styles><office:body><office:spreadsheet>${table('Seen', 'ta1')}${table('R &amp; D', 'ta2')}</office:spreadsheet></office:body></office:document-content>`
    const file = zipOf([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', store: true },
      { name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' }, { name: 'content.xml', content },
    ])
    expect(read(file, 'a.ods').sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['Seen', false], ['R & D', true]])
  })

  it('come out of a hand-made ods, repeated as often as it says', () => {
    const rows = `<table:table-row table:number-rows-repeated="2">${odsCell('a', 'table:number-columns-repeated="3"')}</table:table-row>`
    expect(cellsOf(read(odsOf(rows), 'a.ods'))).toEqual([['a', 'a', 'a'], ['a', 'a', 'a']])
  })
})
