import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { endOfSupportOf } from '@core/workbook/end-of-support'
import { countingIds } from '@core/ids'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import { builtInPresets } from '@core/workbook/presets/built-in-presets'
import { readPreset } from '@core/workbook/presets/preset'
import { layoutsOfReading, readingOfSheet } from '@core/workbook/recognise-sheet'
import { rawSheet } from './raw-builders'

const folder = fileURLToPath(new URL('../../../src-core/workbook/presets/', import.meta.url))

const own = {
  id: 'acme', name: 'Acme', headings: ['Boks', 'Fagsystem'],
  tables: [{
    role: 'items', kind: 'server', columns: [
      { heading: 'Boks', field: 'name' }, { heading: 'Fagsystem', field: 'application' },
      { heading: 'Viktighet', field: 'criticality', words: { A: '4', B: '2' } },
    ],
  }],
}

const presetOf = (json: unknown) => {
  const read = readPreset(json)
  if (!read.ok) throw new Error(read.error.problems.join())
  return read.value
}

describe('Presets', () => {
  it('are all of the files in their folder, each with an id of its own', () => {
    const ids = readdirSync(folder).filter((file) => file.endsWith('.json')).map((file) => file.replace('.json', '')).sort()
    expect(builtInPresets.map((preset) => preset.id).sort()).toEqual(ids)
  })

  it('are described by an example that is one', () => {
    const example = /```json\n([\s\S]*?)```/.exec(readFileSync(`${folder}README.md`, 'utf8'))?.[1] ?? ''
    expect(readPreset(JSON.parse(example)).ok).toBe(true)
  })

  it('that are written wrongly say where', () => {
    expect(readPreset({ ...own, id: 'With Space', tables: [{ role: 'items', columns: [{ heading: 'A', field: 'nmae' }], colour: 1 }] }))
      .toMatchObject({ ok: false, error: { type: 'invalid-preset', problems: [
        expect.stringContaining('id: '), expect.stringContaining('tables.0'), expect.stringContaining('nmae'),
      ] } })
    expect(readPreset({ ...own, tables: [{ role: 'items', columns: [{ heading: 'A', field: 'nmae' }] }] }))
      .toEqual({ ok: false, error: { type: 'invalid-preset', problems: ['tables.0.columns: unknown field "nmae"'] } })
    expect(readPreset('nothing').ok).toBe(false)
  })

  it('of a planner are asked before ours', () => {
    const sheet = rawSheet('Ark1', [['Boks', 'Fagsystem', 'Viktighet'], ['srv1', 'Journal; Lab', 'A'], ['srv2', 'Journal', 'B']])
    const imported = interpretWorkbook({ fileName: 'a.csv', sheets: [sheet] }, {
      today: '2026-11-22', newId: countingIds(), presets: [presetOf(own)], unusablePresets: [{ file: 'x.json', problem: 'id: too short' }],
    })
    expect(imported.document.estate.items.map(({ name, kind, criticality }) => [name, kind, criticality])).toEqual([
      ['srv1', 'server', 4], ['srv2', 'server', 2], ['Journal', 'application', undefined], ['Lab', 'application', undefined],
    ])
    expect(imported.counts.dependencies).toBe(3)
    expect(imported.findings[0]).toMatchObject({ type: 'preset-unusable', severity: 'warning', params: { file: 'x.json' } })
  })
})

describe('A reading of a sheet', () => {
  const sheet = rawSheet('Servers', [['Estate'], ['Server name', 'Organisasjon', 'Systemeier', 'Rack'], ['srv1', 'Helse', 'Kari', 'R1']])

  it('says of each column what it is, how sure that is and why', () => {
    expect(readingOfSheet(sheet)).toEqual({
      role: 'items', kind: 'server', headerRow: 2, preset: 'server-list', confidence: 1, columns: [
        { heading: 'Server name', column: 0, field: 'name', confidence: 1, reason: 'preset' },
        { heading: 'Organisasjon', column: 1, field: 'organisation', confidence: 1, reason: 'heading' },
        { heading: 'Systemeier', column: 2, field: 'owner', confidence: 0.9, reason: 'synonym' },
        { heading: 'Rack', column: 3, field: null, confidence: 0, reason: 'none' },
      ],
    })
  })

  it('is read as a planner corrects it, and otherwise as it was', () => {
    const reading = readingOfSheet(sheet)
    const columns = reading.columns.map((column) =>
      (column.column === 3 ? { ...column, field: 'owner', reason: 'planner' as const } : column))
    const [layout] = layoutsOfReading(sheet, { ...reading, columns, kind: 'platform' })
    expect([layout?.kind, layout?.headerIndex, layout?.columns.map((column) => column.field)])
      .toEqual(['platform', 1, ['name', 'organisation', null, 'owner']])
    expect(layoutsOfReading(sheet, { ...reading, role: 'kept' })).toEqual([])
  })
})

describe('The end of support', () => {
  it.each([
    ['Microsoft Windows Server 2012 R2 (64-bit)', '2023-10-10'], ['Windows 2008 R2 Enterprise', '2020-01-14'],
    ['Red Hat Enterprise Linux 7.9 (Maipo)', '2024-06-30'], ['rhel 8', '2029-05-31'], ['Ubuntu 18.04.6 LTS', '2023-05-31'],
    ['VMware ESXi 6.7.0 build-17700523', '2022-10-15'], ['SUSE Linux Enterprise 12 (64-bit)', '2024-10-31'],
    ['CentOS 4/5/6/7 (64-bit)', undefined], ['Microsoft Windows Server 2016 or later (64-bit)', undefined],
    ['Ubuntu Linux (64-bit)', undefined], ['Other (32-bit)', undefined], ['', undefined],
  ])('of %s is %s', (system, ends) => {
    expect(endOfSupportOf(system)?.ends).toBe(ends)
  })
})
