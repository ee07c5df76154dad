import { describe, expect, it } from 'vitest'
import { cellsOf, read } from './builders/reading'
import { numberCell, row, textCell, xlsxOf, xlsxParts } from './builders/xlsx'

describe('Cells of a workbook', () => {
  it('keep their types: text, numbers, booleans, and errors as their text', () => {
    const data = row(1,
      textCell('A1', ' Blåbær &amp; co '), numberCell('B1', 12), numberCell('C1', '-0.25'),
      '<c r="D1" t="b"><v>1</v></c>', '<c r="E1" t="b"><v>0</v></c>', '<c r="F1" t="e"><v>#N/A</v></c>',
      textCell('G1', '12'), '<c r="H1" t="str"><v>=1+1</v></c>',
    )
    expect(cellsOf(read(xlsxOf([{ data }])))).toEqual([[' Blåbær & co ', 12, -0.25, true, false, '#N/A', '12', '=1+1']])
  })

  it('that are dates by their format are days or moments, to the second', () => {
    const data = row(1,
      numberCell('A1', 46110, 1), numberCell('B1', 46110.104849537, 1), numberCell('C1', 46110),
      numberCell('D1', 61, 1), numberCell('E1', 1, 1),
    )
    expect(cellsOf(read(xlsxOf([{ data }])))).toEqual([
      [{ date: '2026-03-29' }, { date: '2026-03-29T02:30:59' }, 46110, { date: '1900-03-01' }, { date: '1900-01-01' }],
    ])
  })

  it('count days from 1904 where the workbook says so', () => {
    const data = row(1, numberCell('A1', 44648, 1), numberCell('B1', 0, 1))
    expect(cellsOf(read(xlsxOf([{ data }], { date1904: true })))).toEqual([
      [{ date: '2026-03-29' }, { date: '1904-01-01' }],
    ])
  })

  it('that are dates as text stay text, and times of day become what is shown', () => {
    const data = row(1, textCell('A1', '29.03.2026'), numberCell('B1', 0.5, 2))
    expect(cellsOf(read(xlsxOf([{ data }])))).toEqual([['29.03.2026', '12:00']])
  })

  it('with formulas give the stored value, and are listed with whether there was one', () => {
    const data =
      row(2, numberCell('A2', 5), '<c r="C2"><f>A2*2</f><v>10</v></c>', '<c r="D2" t="str"><f>"a"</f><v>a</v></c>') +
      row(5, '<c r="B5"><f t="shared" si="0" ref="B5:B6">A5</f><v></v></c>', '<c r="AA5"><f>A5</f></c>') +
      row(6, '<c r="B6" t="b"><f t="shared" si="0"/><v>1</v></c>')
    const workbook = read(xlsxOf([{ data }]))
    expect(workbook.sheets[0]).toEqual({
      name: 'Sheet1',
      hidden: false,
      rows: [
        { number: 2, cells: [5, null, 10, 'a'] },
        { number: 6, cells: [null, true] },
      ],
      declaredRows: 6,
      formulas: [
        { row: 2, column: 2, hasValue: true },
        { row: 2, column: 3, hasValue: true },
        { row: 5, column: 1, hasValue: false },
        { row: 5, column: 26, hasValue: false },
        { row: 6, column: 1, hasValue: true },
      ],
    })
  })

  it('without addresses are counted along', () => {
    const data = '<row><c t="inlineStr"><is><t>Id</t></is></c><c><f>1</f><v>1</v></c></row><row><c><v>3</v></c></row>'
    expect(read(xlsxOf([{ data }])).sheets[0]).toMatchObject({
      rows: [{ number: 1, cells: ['Id', 1] }, { number: 2, cells: [3] }],
      formulas: [{ row: 1, column: 1, hasValue: true }],
    })
  })

  it('are found behind prefixes, as some programs write them', () => {
    const part = {
      name: 'xl/worksheets/sheet1.xml',
      content:
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1">' +
        '<x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1"><x:f>A1</x:f><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
    }
    expect(read(xlsxOf([{}], { parts: [part] })).sheets[0]).toMatchObject({
      rows: [{ number: 1, cells: [1, 1] }],
      formulas: [{ row: 1, column: 1, hasValue: true }],
    })
  })

  it('named like the insides of JavaScript are text like any other', () => {
    const headings = ['__proto__', 'constructor', 'toString']
    const data = row(1, ...headings.map((heading, index) => textCell(`${'ABC'[index]}1`, heading)))
    expect(cellsOf(read(xlsxOf([{ name: '__proto__', data }])))).toEqual([headings])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})

describe('Sheets of a workbook', () => {
  it('give only the rows that hold something, and how many they declare', () => {
    const filled = Array.from({ length: 805 }, (_, index) => row(index + 1, textCell(`A${index + 1}`, `vm${index}`)))
    const blank = Array.from({ length: 3503 - 805 }, (_, index) => row(index + 806, `<c r="A${index + 806}" s="1"/>`))
    const before = '<dimension ref="A1:K3503"/>'
    const sheet = read(xlsxOf([{ before, data: filled.join('') + blank.join('') }])).sheets[0]
    expect({ rows: sheet?.rows.length, last: sheet?.rows.at(-1)?.number, declared: sheet?.declaredRows })
      .toEqual({ rows: 805, last: 805, declared: 3503 })
  })

  it('keep their names, order and whether they are hidden, also when they are empty', () => {
    const sheets = [{ name: 'Ærlig', data: row(1, textCell('A1', 'Id')) }, { name: 'Skjult', hidden: true }, { name: 'Tom' }]
    expect(read(xlsxOf(sheets)).sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows: rows.length }))).toEqual([
      { name: 'Ærlig', hidden: false, rows: 1 },
      { name: 'Skjult', hidden: true, rows: 0 },
      { name: 'Tom', hidden: false, rows: 0 },
    ])
  })

  it('may hold nothing but headings', () => {
    expect(read(xlsxOf([{ data: row(1, textCell('A1', 'Id'), textCell('B1', 'Name')) }])).sheets[0]).toEqual({
      name: 'Sheet1', hidden: false, declaredRows: 1, formulas: [], rows: [{ number: 1, cells: ['Id', 'Name'] }],
    })
  })

  it('are read beside charts, drawings, comments, people, links and macros, which are left alone', () => {
    const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const plain = xlsxParts([{ data: row(1, textCell('A1', 'Id')), after: '<legacyDrawing r:id="rId7"/><drawing r:id="rId8"/>' }])
    const textOf = (name: string): string => String(plain.find((part) => part.name === name)?.content)
    const broken = Buffer.from('not XML at all')
    const override = (name: string, type: string): string =>
      `<Override PartName="/xl/${name}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`
    const parts = [
      {
        name: '[Content_Types].xml',
        content: textOf('[Content_Types].xml').replace('</Types>',
          override('chartsheets/sheet1.xml', 'chartsheet') + override('comments1.xml', 'comments') +
          override('metadata.xml', 'sheetMetadata') + override('externalLinks/externalLink1.xml', 'externalLink') +
          '<Override PartName="/xl/persons/person.xml" ContentType="application/vnd.ms-excel.person+xml"/></Types>'),
      },
      {
        name: 'xl/workbook.xml',
        content: textOf('xl/workbook.xml').replace('</sheets>', '<sheet name="Chart" sheetId="9" r:id="rId9"/></sheets>'),
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        content: textOf('xl/_rels/workbook.xml.rels').replace('</Relationships>',
          `<Relationship Id="rId9" Type="${office}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`),
      },
      { name: 'xl/chartsheets/sheet1.xml', content: '<chartsheet><drawing r:id="rId1"/></chartsheet>' },
      ...['xl/charts/chart1.xml', 'xl/drawings/drawing1.xml', 'xl/comments1.xml', 'xl/metadata.xml', 'xl/persons/person.xml',
        'xl/externalLinks/externalLink1.xml', 'xl/vbaProject.bin', 'xl/worksheets/_rels/sheet1.xml.rels', 'docProps/core.xml',
      ].map((name) => ({ name, content: broken })),
    ]
    const workbook = read(xlsxOf([{ data: row(1, textCell('A1', 'Id')), after: '<legacyDrawing r:id="rId7"/><drawing r:id="rId8"/>' }], { parts }))
    expect(workbook.sheets.map(({ name, rows }) => [name, rows.length])).toEqual([['Sheet1', 1]])
  })

  it('spread over the whole grid cost no more than their cells', () => {
    const data = row(1, textCell('XFD1', 'wide')) + row(1_048_576, textCell('A1048576', 'deep'))
    const rows = read(xlsxOf([{ data }])).sheets[0]?.rows
    expect(rows?.map(({ number, cells }) => [number, cells.length])).toEqual([[1, 16_384], [1_048_576, 1]])
  })
})
