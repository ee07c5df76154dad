import { existsSync, readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { countingIds } from '@core/ids'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { readLimits } from '@main/excel/read-limits'
import { readWorkbook } from '@main/excel/read-workbook'
import { readZipDirectory } from '@main/excel/zip/read-zip-directory'
import { largeWorkbook } from './large-workbook'

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
report('672,500 cells', largeWorkbook())
const debian = process.argv[2] ?? ''
if (existsSync(debian)) report('debian-estate.xlsx', readFileSync(debian))
else process.stdout.write('skipped: debian-estate.xlsx is not there\n')
