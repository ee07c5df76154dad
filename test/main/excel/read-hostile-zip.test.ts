import { describe, expect, it } from 'vitest'
import { readLimits } from '@main/excel/read-limits'
import { odsCell, odsOf } from './builders/ods'
import { cellsOf, read, refusalOf } from './builders/reading'
import { numberCell, row, textCell, xlsxOf, xlsxParts } from './builders/xlsx'
import { zipOf } from './builders/zip'

const oneCell = { data: row(1, textCell('A1', 'Name')) }
const sheetPart = 'xl/worksheets/sheet1.xml'

/** The parts of a good workbook, one of them changed. */
const changed = (name: string, change: object): Buffer =>
  zipOf(xlsxParts([oneCell]).map((part) => (part.name === name ? { ...part, ...change } : part)))

describe('A zip that lies or is broken', () => {
  it('is refused when it ends in the middle', () => {
    const whole = xlsxOf([oneCell])
    expect(refusalOf(whole.subarray(0, whole.length - 300))).toEqual({ type: 'truncated' })
    expect(refusalOf(whole.subarray(0, 40))).toEqual({ type: 'truncated' })
  })

  it('is refused when a part unpacks to more than the directory says', () => {
    expect(refusalOf(changed(sheetPart, { lie: { size: 40 } }))).toEqual({ type: 'unsafe', part: sheetPart })
  })

  it('is refused when a part unpacks to less than the directory says', () => {
    expect(refusalOf(changed(sheetPart, { lie: { size: 4000 } }))).toEqual({ type: 'damaged', part: sheetPart })
  })

  it('is refused when a checksum is wrong', () => {
    expect(refusalOf(changed(sheetPart, { lie: { crc: 1 } }))).toEqual({ type: 'damaged', part: sheetPart })
  })

  it('is refused when bytes in it are damaged, and never read as fewer rows', () => {
    const rows = Array.from({ length: 400 }, (_, index) => row(index + 1, numberCell(`A${index + 1}`, Math.sin(index))))
    const file = Buffer.from(xlsxOf([{ data: rows.join('') }]))
    const middle = Math.floor(file.length / 2)
    file.fill(0x55, middle, middle + 100)
    expect(refusalOf(file)).toEqual({ type: 'damaged', part: sheetPart })
  })

  it('is refused when a header and the directory name different parts', () => {
    expect(refusalOf(changed(sheetPart, { lie: { localName: 'xl/worksheets/sheet9.xml' } })))
      .toEqual({ type: 'unsafe', part: sheetPart })
  })

  it('is refused when two parts have one name', () => {
    const parts = xlsxParts([oneCell])
    expect(refusalOf(zipOf([...parts, { name: sheetPart.toUpperCase(), content: 'x' }])))
      .toEqual({ type: 'unsafe', part: sheetPart.toUpperCase() })
  })

  it('is refused when a part lies within another', () => {
    const inner = { name: 'inner.xml', content: 'x'.repeat(50), store: true }
    const packedInner = zipOf([inner]).subarray(0, 30 + inner.name.length + inner.content.length)
    const file = Buffer.from(zipOf([{ name: 'outer.xml', content: packedInner, store: true }, inner]))
    const secondEntry = file.readUInt32LE(file.length - 6) + 46 + 'outer.xml'.length
    file.writeUInt32LE(30 + 'outer.xml'.length, secondEntry + 42)
    expect(refusalOf(file)).toEqual({ type: 'unsafe', part: 'inner.xml' })
  })

  it('is refused when a part is encrypted or packed in a way that we do not know', () => {
    expect(refusalOf(changed(sheetPart, { lie: { flags: 0x801 } }))).toEqual({ type: 'password-protected' })
    expect(refusalOf(changed(sheetPart, { lie: { method: 14 } })))
      .toEqual({ type: 'unsupported-format', format: 'zip 14' })
  })

  it('is refused when a name leads out of it', () => {
    const parts = xlsxParts([oneCell])
    expect(refusalOf(zipOf([...parts, { name: '../evil', content: 'x' }]))).toEqual({ type: 'unsafe', part: '../evil' })
  })
})

describe('A zip bomb', () => {
  it('is refused by its ratio before anything is unpacked', () => {
    const bomb = { name: 'xl/sharedStrings.xml', content: Buffer.alloc(8 * 1024 * 1024, 0x20) }
    expect(refusalOf(xlsxOf([oneCell], { parts: [bomb] }))).toEqual({ type: 'too-large', what: 'ratio', limit: 250 })
  })

  it('is refused by what it promises, whatever is in it', () => {
    expect(refusalOf(changed(sheetPart, { lie: { size: 200 * 1024 * 1024 } })))
      .toEqual({ type: 'too-large', what: 'part', limit: 192 })
    expect(refusalOf(xlsxOf([oneCell]), 'a.xlsx', { limits: { ...readLimits, unpacked: 500 } }))
      .toEqual({ type: 'too-large', what: 'unpacked', limit: 1 })
  })

  it('of many parts is refused by their number', () => {
    const parts = Array.from({ length: 5000 }, (_, index) => ({ name: `xl/media/${index}`, content: '', store: true }))
    expect(refusalOf(xlsxOf([oneCell], { parts }))).toEqual({ type: 'too-large', what: 'parts', limit: 4096 })
  })

  it('in a part that holds no cells is never unpacked', () => {
    const picture = { name: 'xl/media/image1.png', content: Buffer.alloc(8 * 1024 * 1024, 0x20), lie: { crc: 7 } }
    expect(cellsOf(read(xlsxOf([oneCell], { parts: [picture] })))).toEqual([['Name']])
  })
})

describe('Hostile XML', () => {
  const entities = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;">]>'

  it('with a DOCTYPE is refused', () => {
    expect(refusalOf(xlsxOf([oneCell], { prolog: entities }))).toEqual({ type: 'unsafe', part: `${sheetPart}: DOCTYPE` })
  })

  it('with a DOCTYPE hidden by another encoding is refused', () => {
    const sheet = `\ufeff<?xml version="1.0" encoding="UTF-16"?>${entities}<worksheet><sheetData/></worksheet>`
    const part = { name: sheetPart, content: Buffer.from(sheet, 'utf16le') }
    expect(refusalOf(xlsxOf([oneCell], { parts: [part] }))).toEqual({ type: 'unsafe', part: `${sheetPart}: DOCTYPE` })
  })

  it('in UTF-16 without one is read', () => {
    const sheet = `\ufeff<?xml version="1.0" encoding="UTF-16"?><worksheet><sheetData>${row(1, textCell('A1', 'Blåbær'))}</sheetData></worksheet>`
    const part = { name: sheetPart, content: Buffer.from(sheet, 'utf16le') }
    expect(cellsOf(read(xlsxOf([oneCell], { parts: [part] })))).toEqual([['Blåbær']])
  })

  it('that merges or links a whole sheet costs nothing', () => {
    const after =
      '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>' +
      '<hyperlinks><hyperlink ref="A1:XFD1048576" r:id="rId1"/></hyperlinks>'
    expect(cellsOf(read(xlsxOf([{ ...oneCell, after }])))).toEqual([['Name']])
    expect(cellsOf(read(xlsxOf([{ ...oneCell, after: after.replaceAll('<h', '<a_1:h') }])))).toEqual([['Name']])
  })

  it('with a cell outside the grid is refused', () => {
    expect(refusalOf(xlsxOf([{ name: 'Far', data: row(1, textCell('A999999999', 'x')) }])))
      .toEqual({ type: 'damaged', part: 'Far' })
    expect(refusalOf(xlsxOf([{ name: 'Far', data: row(1, textCell('ZZZZZ1', 'x')) }])))
      .toEqual({ type: 'damaged', part: 'Far' })
  })

  it('that is cut short is refused or read, and never taken for an empty sheet', () => {
    const part = { name: sheetPart, content: `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>99</v></c></row></sheetData></worksheet>` }
    expect(refusalOf(xlsxOf([oneCell], { parts: [part] }))).toEqual({ type: 'damaged', part: 'Sheet1' })
  })

  it('with more cells than the limit is refused', () => {
    const cells = Array.from({ length: 30 }, (_, index) => row(index + 1, numberCell(`A${index + 1}`, index))).join('')
    const limits = { ...readLimits, cells: 20 }
    expect(refusalOf(xlsxOf([{ data: cells }]), 'a.xlsx', { limits })).toEqual({ type: 'too-large', what: 'cells', limit: 20 })
  })

  it('with more sheets than the limit is refused', () => {
    const limits = { ...readLimits, sheets: 2 }
    expect(refusalOf(xlsxOf([oneCell, oneCell, oneCell]), 'a.xlsx', { limits }))
      .toEqual({ type: 'too-large', what: 'sheets', limit: 2 })
  })
})

describe('A hostile ods', () => {
  it('that repeats a cell or a row a thousand million times is refused', () => {
    const cell = odsCell('x', 'table:number-columns-repeated="1000000000"')
    expect(refusalOf(odsOf(`<table:table-row>${cell}</table:table-row>`), 'a.ods'))
      .toEqual({ type: 'too-large', what: 'columns', limit: 16_384 })
    expect(refusalOf(odsOf(`<table:table-row table:number-rows-repeated="1000000000">${odsCell('x')}</table:table-row>`), 'a.ods'))
      .toEqual({ type: 'too-large', what: 'rows', limit: 1_048_576 })
    const wide = odsCell('x', 'table:number-columns-repeated="1000"')
    expect(refusalOf(odsOf(`<table:table-row table:number-rows-repeated="3000">${wide}</table:table-row>`), 'a.ods'))
      .toEqual({ type: 'too-large', what: 'cells', limit: 1_000_000 })
  })

  it('that hides how often it repeats is refused', () => {
    const hidden = (attributes: string): unknown => refusalOf(odsOf(`<table:table-row>${odsCell('x', attributes)}</table:table-row>`), 'a.ods')
    expect(hidden('table:number-columns-repeated=" 1e9"')).toEqual({ type: 'unsafe', part: 'content.xml:  1e9' })
    expect(hidden('table:formula=">" table:number-columns-repeated="1000000000"'))
      .toEqual({ type: 'too-large', what: 'columns', limit: 16_384 })
    expect(hidden(`table:formula="number-columns-repeated='1'" table:number-columns-repeated="1000000000"`))
      .toEqual({ type: 'too-large', what: 'columns', limit: 16_384 })
    const disguised = '<uof:数据 office:value-type="string" number-columns-repeated="1000000000">x</uof:数据>'
    expect(refusalOf(odsOf(`<table:table-row>${disguised}</table:table-row>`), 'a.ods'))
      .toEqual({ type: 'too-large', what: 'columns', limit: 16_384 })
  })

  it('whose blank cells repeat to the edge of the sheet is read, as every office program writes them', () => {
    const rows =
      `<table:table-row>${odsCell('Navn')}<table:table-cell table:number-columns-repeated="16383"/></table:table-row>` +
      '<table:table-row table:number-rows-repeated="1048575"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    expect(cellsOf(read(odsOf(rows), 'a.ods'))).toEqual([['Navn']])
  })

  it('with a password says so', () => {
    const manifest = '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    expect(refusalOf(odsOf('', manifest), 'a.ods')).toEqual({ type: 'password-protected' })
  })
})
