import { existsSync, readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { countingIds } from '@core/ids'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { readLimits } from '@main/excel/read-limits'
import { readWorkbook } from '@main/excel/read-workbook'
import { readZipDirectory } from '@main/excel/zip/read-zip-directory'
import { xlsxParts } from '@test/main/excel/builders/xlsx'
import { zipOf } from '@test/main/excel/builders/zip'

/** Reading a workbook with every guard on, beside inflating the same file and looking at each of its bytes once. */

const rounds = Number(process.env['RUNS'] ?? 5)
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const inflateAndScan = (file: Buffer): number => {
  let tags = 0
  for (const entry of readZipDirectory(file, readLimits)) {
    const packed = file.subarray(entry.start, entry.start + entry.packedSize)
    const content = entry.method === 0 ? packed : inflateRawSync(packed)
    for (let at = 0; at < content.length; at++) if (content[at] === 0x3c) tags++
  }
  return tags
}

const letters = (column: number): string => (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))

/** 12,500 rows of 25 columns and 60,000 of 6, half of them text out of 20,000 strings. */
const bigWorkbook = (): Buffer => {
  const cell = (row: number, column: number): string => {
    const kind = (row + column) % 4
    if (kind === 0) return `<c r="${letters(column)}${row}"><v>${row * 31 + column}</v></c>`
    if (kind === 1) return `<c r="${letters(column)}${row}" s="1"><v>${40_000 + (row % 9000)}</v></c>`
    return `<c r="${letters(column)}${row}" t="s"><v>${(row * 7 + column * 131) % 20_000}</v></c>`
  }
  const sheet = (rows: number, columns: number): { data: string } => ({
    data: Array.from({ length: rows }, (_, row) =>
      `<row r="${row + 1}">${Array.from({ length: columns }, (_column, column) => cell(row + 1, column)).join('')}</row>`).join(''),
  })
  const strings = Array.from({ length: 20_000 }, (_, index) => `<si><t>Value number ${index} of the estate</t></si>`).join('')
  const relation = '<Relationship Id="rId901" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/>'
  const parts = xlsxParts([sheet(12_500, 25), sheet(60_000, 6)], { parts: [{ name: 'xl/sharedStrings.xml', content: `<sst>${strings}</sst>` }] })
  return zipOf(parts.map((part) => (part.name === 'xl/_rels/workbook.xml.rels'
    ? { ...part, content: String(part.content).replace('</Relationships>', `${relation}</Relationships>`) } : part)))
}

const timed = (work: () => unknown): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

const report = (name: string, file: Buffer): void => {
  const times = { floor: [] as number[], read: [] as number[], look: [] as number[], whole: [] as number[] }
  for (let round = 0; round < rounds; round++) {
    times.floor.push(timed(() => inflateAndScan(file)))
    const began = performance.now()
    const raw = readWorkbook(file, name, { firstRows: { count: 1000, show: () => times.look.push(performance.now() - began) } })
    times.read.push(performance.now() - began)
    if (!raw.ok) throw new Error(raw.error.type)
    interpretWorkbook(raw.value, { today: '2026-11-22', newId: countingIds() })
    times.whole.push(performance.now() - began)
  }
  const [floor, read, look, whole] = [median(times.floor), median(times.read), median(times.look), median(times.whole)]
  process.stdout.write(`| ${name} | ${floor.toFixed(0)} | ${read.toFixed(0)} | ${(read / floor).toFixed(2)} | ${whole.toFixed(0)} | ${look.toFixed(0)} | ${((look / whole) * 100).toFixed(0)} % |\n`)
}

process.stdout.write('| workbook | inflate and scan, ms | to typed rows, ms | x | understood, ms | first 1,000 rows, ms | of the whole |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n')
report('672,500 cells', bigWorkbook())
const debian = process.argv[2] ?? ''
if (existsSync(debian)) report('debian-estate.xlsx', readFileSync(debian))
else process.stdout.write('skipped: debian-estate.xlsx is not there\n')
