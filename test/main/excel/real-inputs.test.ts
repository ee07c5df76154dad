import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { read } from './builders/reading'

/** Workbooks that others wrote; they lie beside the repository on machines that have them, and are never copied into it. */
const folder = fileURLToPath(new URL('../../../../shared/inputs/', import.meta.url))

const shapeOf = (file: string): readonly string[] =>
  read(readFileSync(path.join(folder, file)), file).sheets.map((sheet) => `${sheet.name} ${sheet.rows.length}/${sheet.declaredRows}`)

if (!existsSync(folder)) process.stdout.write(`skipped: real workbooks, as there is no ${path.basename(folder)} folder beside the repository\n`)

describe.runIf(existsSync(folder))('A workbook that somebody else wrote', () => {
  const expected: Readonly<Record<string, readonly string[]>> = {
    'rvtools_ibm_SizingWorkshop-RVTools.xlsx': ['vInfo 806/3504', 'vNetwork 806/806', 'vPartition 1619/1619', 'vHost 35/35'],
    'rvtools_kubev2v_example1.xlsx': [
      'vInfo 10/1048576', 'vCPU 10/1048576', 'vMemory 10/1048576', 'vDisk 10/1000', 'vPartition 10/1048576', 'vHost 8/1000',
    ],
    'azuremigrate_AzureMigrate_Discovery_Report.xlsx': ['Properties 2/2', 'Discovery_Report 295/295'],
    'tidal_servers.csv': ['tidal_servers 10/10'],
  }

  it.each(Object.entries(expected))('%s gives its filled rows', (file, shape) => {
    expect(shapeOf(file)).toEqual(shape)
  })

  it('is never refused for being real', () => {
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => /\.(csv|xlsx)$/.test(file) && !file.startsWith('debian')) : []
    expect(files.filter((file) => shapeOf(file).length === 0)).toEqual([])
  })
})
