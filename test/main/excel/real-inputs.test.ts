import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
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

  it.each([
    ['aws_cmf_server-list.csv', { server: 8, application: 3 }, 8],
    ['azuremigrate_AzureMigrate_Discovery_Report.xlsx', { server: 294 }, 0],
    ['azuremigrate_dependency-export-sample.csv', { server: 8 }, 5],
    ['konveyor_hub_template_application_import.csv', { application: 3 }, 2],
    ['konveyor_sample-applications.csv', { application: 3 }, 2],
    ['rvtools_ibm_SizingWorkshop-RVTools.xlsx', { server: 805, platform: 70 }, 1644],
    ['rvtools_ibm_rvtools-small-complete.xlsx', { server: 3, platform: 3, network: 3 }, 10],
    ['rvtools_kubev2v_example1.xlsx', { server: 9, platform: 11 }, 23],
    ['tidal_servers.csv', { server: 9, platform: 9 }, 9],
    [path.join('derived_govuk', 'service_dependencies.csv'), { service: 169 }, 366],
  ])('%s gives its items and dependencies, and no error', (file, items, dependencies) => {
    const { counts } = interpretWorkbook(read(readFileSync(path.join(folder, file)), path.basename(file)), { today: '2026-11-22', newId: countingIds() })
    const found = Object.fromEntries(Object.entries(counts.itemsByKind).filter(([, count]) => count > 0))
    expect({ items: found, dependencies: counts.dependencies, errors: counts.errors }).toEqual({ items, dependencies, errors: 0 })
  })

  it('is never refused for being real', () => {
    const files = existsSync(folder) ? readdirSync(folder).filter((file) => /\.(csv|xlsx)$/.test(file) && !file.startsWith('debian')) : []
    expect(files.filter((file) => shapeOf(file).length === 0)).toEqual([])
  })
})
