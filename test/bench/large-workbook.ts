import { writeFileSync } from 'node:fs'
import { xlsxParts } from '@test/main/excel/builders/xlsx'
import { zipOf } from '@test/main/excel/builders/zip'

type Cell = string | number | { readonly day: number }

const letters = (column: number): string => (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

const itemHeadings = [
  'ID', 'Name', 'Type', 'Organisation', 'Site', 'Service area', 'Supplier', 'Owner', 'Environment', 'Criticality', 'Disposition', 'Effort', 'Cost',
  'End of support', 'Notes', 'Installed', 'Processors', 'Memory GB', 'Disk GB', 'Rack', 'Contract', 'Cost centre', 'Users', 'Last seen', 'Checked by',
]

const itemRow = (index: number): readonly Cell[] => {
  const kind = index % 5 === 0 ? 'Application' : 'Server'
  return [
    `CI${index}`, `${kind} ${index}`, kind, `Trust ${index % 10}`, `Site ${index % 40}`, `Area ${index % 25}`, `Supplier ${index % 60}`, `Owner ${index % 900}`,
    ['Production', 'Test', 'Development'][index % 3] ?? '', 1 + (index % 4), ['Rehost', 'Retire', 'Replace', 'Retain'][(index >> 2) % 4] ?? '', 1 + (index % 17),
    (index * 37) % 9000, { day: 46_000 + (index % 2500) }, `Note ${(index * 7) % 6000}`, { day: 40_000 + (index % 5000) }, 2 ** (index % 6),
    4 * (1 + (index % 32)), 100 + ((index * 13) % 4000), `R${index % 300}`, `C-${(index * 11) % 4000}`, 1000 + (index % 400), (index * 29) % 20_000,
    { day: 46_100 + (index % 200) }, `Person ${index % 700}`,
  ]
}

const dependencyHeadings = ['From', 'To', 'Dependency type', 'Strength', 'Order', 'Notes']

const dependencyRow = (items: number) => (index: number): readonly Cell[] => {
  const from = (index * 7919) % items
  const to = (from + 1 + ((index * 104_729) % (items - 1))) % items
  return [`CI${from}`, `CI${to}`, index % 3 === 0 ? 'Data flow' : 'Uses', index % 20 === 0 ? 'Hard' : 'Soft', 'Any', `Port ${index % 3000}`]
}

/** An inventory of 12,500 items with 25 columns each and 60,000 dependencies with 6: 672,500 cells below the headings. */
export const largeWorkbook = (): Buffer => {
  const places = new Map<string, number>()
  const shared = (text: string): number => {
    const place = places.get(text) ?? places.size
    places.set(text, place)
    return place
  }
  const cellOf = (value: Cell, at: string): string => {
    if (typeof value === 'string') return `<c r="${at}" t="s"><v>${shared(value)}</v></c>`
    return typeof value === 'number' ? `<c r="${at}"><v>${value}</v></c>` : `<c r="${at}" s="1"><v>${value.day}</v></c>`
  }
  const rowOf = (cells: readonly Cell[], row: number): string =>
    `<row r="${row}">${cells.map((value, column) => cellOf(value, `${letters(column)}${row}`)).join('')}</row>`
  const sheetOf = (name: string, headings: readonly string[], count: number, row: (index: number) => readonly Cell[]) =>
    ({ name, data: rowOf(headings, 1) + Array.from({ length: count }, (_, index) => rowOf(row(index), index + 2)).join('') })
  const sheets = [sheetOf('Inventory', itemHeadings, 12_500, itemRow), sheetOf('Dependencies', dependencyHeadings, 60_000, dependencyRow(12_500))]
  const strings = [...places.keys()].map((text) => `<si><t>${text}</t></si>`).join('')
  const relation = '<Relationship Id="rId901" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
  const parts = xlsxParts(sheets, { parts: [{ name: 'xl/sharedStrings.xml', content: `<sst>${strings}</sst>` }] })
  return zipOf(parts.map((part) => (part.name === 'xl/_rels/workbook.xml.rels'
    ? { ...part, content: String(part.content).replace('</Relationships>', `${relation}</Relationships>`) } : part)))
}

/** Run by itself, it is written to the file that is named. */
const [, , file] = process.argv
if (process.argv[1]?.endsWith('large-workbook.mjs') && file) writeFileSync(file, largeWorkbook())
