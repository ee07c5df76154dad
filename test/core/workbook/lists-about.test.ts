import { describe, expect, it } from 'vitest'
import { activeScenario } from '@core/plan/plan-document'
import { compareImport } from '@core/workbook/compare-import'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { RawCell, RawSheet } from '@core/workbook/raw-workbook'
import { documentWithSources } from '@core/workbook/sources'
import { sourceOfField } from '@core/estate/source'
import { findingsOf, importSheets, rawSheet } from './raw-builders'
import { writtenRows } from './written-rows'

const servers = rawSheet('Servere', [['Servernavn', 'OS', 'Miljø'], ['srv1', 'Windows', 'Prod'], ['srv2', 'Linux', 'Prod'], ['srv3', 'Linux', 'Test']])
const patches = rawSheet('Patchliste', [['Servernavn', 'Patchevindu'], ['srv1', 'Natt'], ['srv2', 'Helg'], ['srv3', 'Natt']])
const systems = rawSheet('Systemer', [['System', 'Eier'], ['DIPS', 'Anna'], ['Lab', 'Per'], ['PACS', 'Kari']])
const about = (name: string, heads: readonly string[], ...rows: readonly (readonly RawCell[])[]): RawSheet => rawSheet(name, [heads, ...rows])

const idsOf = ({ document }: ImportedWorkbook): readonly string[] => document.estate.items.map(({ id }) => id)
const wavesOf = ({ document }: ImportedWorkbook): Readonly<Record<string, number>> => {
  const { groups, waves } = activeScenario(document)
  const nameById = new Map(document.estate.items.map(({ id, name }) => [id, name]))
  return Object.fromEntries(groups.flatMap(({ itemIds, waveId }) =>
    itemIds.flatMap((id) => waves.flatMap((wave) => (wave.id === waveId ? [[nameById.get(id) ?? id, wave.number]] : [])))))
}

describe('A second sheet about the items of another', () => {
  it('says more about them, wherever it stands in the workbook', () => {
    for (const sheets of [[servers, patches], [patches, servers]]) {
      const imported = importSheets(...sheets)
      expect(idsOf(imported)).toEqual(['server:srv1', 'server:srv2', 'server:srv3'])
      expect(imported.document.estate.items[1]).toMatchObject({ environment: 'Prod', extra: [['OS', 'Linux'], ['Patchevindu', 'Helg']] })
      expect(findingsOf(imported)).toEqual(['note rows-of-known Patchliste'])
      expect(imported.findings.find(({ type }) => type === 'rows-of-known')?.params).toEqual({ count: 3, sheets: 'Servere', of: 1 })
    }
  })

  it('keeps the cell that each value came from', () => {
    const { estate } = documentWithSources(importSheets(servers, patches))
    expect(estate.items.map((item) => sourceOfField(estate, item, 'extra:Patchevindu'))).toMatchObject([2, 3, 4].map((row) => ({ sheet: 'Patchliste', row, column: 1 })))
    expect(estate.items.map((item) => sourceOfField(estate, item, 'environment')?.sheet)).toEqual(['Servere', 'Servere', 'Servere'])
  })

  it('gives them waves and groups, where it lists items of several sheets, too', () => {
    const imported = importSheets(systems, servers, about('Plan', ['Navn', 'Bølge', 'Flyttegruppe'], ['DIPS', 1, 'A'], ['srv1', 1, 'A'], ['Lab', 2, null], ['srv2', 2, null]))
    expect(imported.document.estate.items).toHaveLength(6)
    expect(wavesOf(imported)).toEqual({ DIPS: 1, srv1: 1, Lab: 2, srv2: 2 })
    expect(activeScenario(imported.document).groups.find(({ name }) => name === 'A')?.itemIds).toEqual(['application:DIPS', 'server:srv1'])
  })

  it('brings nothing new when the same workbook comes again', () => {
    const sheets = [systems, servers, patches, about('Plan', ['Navn', 'Bølge', 'Eier'], ['DIPS', 1, 'Anna'], ['Lab', 2, 'Pål'], ['PACS', 1, 'Kari'])]
    const open = documentWithSources(importSheets(...sheets))
    for (const way of ['newer', 'addition'] as const) {
      expect(writtenRows(compareImport(open, importSheets(...sheets), { way }).rows)).toEqual([])
      expect(writtenRows(compareImport(open, importSheets(...sheets.toReversed()), { way }).rows)).toEqual([])
    }
  })

  it('makes items of the names that no other sheet lists, of the kind of those', () => {
    const imported = importSheets(servers, about('Avtaler', ['Navn', 'Leverandør'], ['srv1', 'Atea'], ['srv2', 'Atea'], ['srv3', 'Atea'], ['srv9', 'Dell']))
    expect(idsOf(imported)).toEqual(['server:srv1', 'server:srv2', 'server:srv3', 'server:srv9'])
    expect(imported.document.estate.items.map(({ supplier }) => supplier)).toEqual(['Atea', 'Atea', 'Atea', 'Dell'])
    expect(findingsOf(imported)).toEqual(['note rows-of-known Avtaler'])
  })

  it('is told where it says otherwise, and what it says stays beside', () => {
    const imported = importSheets(
      about('Systemer', ['Navn', 'Eier', 'Leverandør', 'Bølge'], ['DIPS', 'Anna', 'DIPS', 1], ['Lab', 'Per', 'Tieto', 1]),
      about('Ansvar', ['Navn', 'Eier', 'Bølge', 'Telefon'], ['DIPS', 'Anna', 2, 1], ['Lab', 'Pål', null, 2]),
    )
    expect(imported.document.estate.items).toMatchObject([
      { owner: 'Anna', extra: [['Telefon', 1], ['Bølge (as written)', 2]] }, { owner: 'Per', extra: [['Eier (as written)', 'Pål'], ['Telefon', 2]] },
    ])
    expect(findingsOf(imported)).toEqual(['warning said-otherwise Ansvar C2', 'warning said-otherwise Ansvar B3', 'note rows-of-known Ansvar'])
  })
})

describe('A sheet that was not understood by itself', () => {
  const listed = about('Servere', ['Navn', 'OS'], ['srv1', 'Windows'], ['srv2', 'Linux'], ['srv3', 'Linux'])

  it('says more about the items that it names, whatever its other headings are', () => {
    const imported = importSheets(listed, about('Vinduer', ['Server', 'Patchevindu'], ['SRV1', 'Natt'], ['srv2', 'Helg'], ['srv3', 'Natt']))
    expect(imported.document.estate.items.map(({ extra }) => extra?.find(([heading]) => heading === 'Patchevindu')?.[1])).toEqual(['Natt', 'Helg', 'Natt'])
    expect(imported.document.estate.extraSheets).toEqual([])
  })

  it('is kept as it is where its names stand several times', () => {
    const imported = importSheets(listed, about('Vinduer', ['Server', 'Patchevindu'], ['srv1', 'Natt'], ['srv1', 'Helg'], ['srv3', 'Natt']))
    expect(imported.counts.items).toBe(3)
    expect(imported.document.estate.extraSheets.map(({ name }) => name)).toEqual(['Vinduer'])
  })

  it('is a list of items and their waves, though it is called a plan of waves', () => {
    for (const sheets of [[systems, about('Bølgeplan', ['System', 'Bølge'], ['DIPS', 1], ['Lab', 2], ['PACS', 2])], [about('Bølgeplan', ['Navn', 'Bølge'], ['DIPS', 1], ['Lab', 2], ['PACS', 2]), systems]]) {
      const imported = importSheets(...sheets)
      expect(wavesOf(imported)).toEqual({ DIPS: 1, Lab: 2, PACS: 2 })
      expect(findingsOf(imported)).toEqual(['note rows-of-known Bølgeplan'])
    }
  })
})

describe('A list of its own', () => {
  const twice = ['application:DIPS', 'application:Lab', 'application:DIPS#2', 'application:Lab#2']
  const first = about('Systemer', ['Navn', 'Eier', 'Miljø'], ['DIPS', 'Anna', 'Prod'], ['Lab', 'Per', 'Prod'])
  const criticalities = (name: string, heads: readonly string[], ...rows: readonly [RawCell[], RawCell[]]): RawSheet =>
    about(name, ['Navn', 'Leverandør', 'Kritikalitet', ...heads], ['DIPS', 'DIPS', 4, ...rows[0]], ['Lab', 'Tieto', 3, ...rows[1]])
  const others: Readonly<Record<string, readonly [RawSheet, RawSheet]>> = {
    'has the same headings': [criticalities('Bergen', [], [], []), criticalities('Fonna', [], [], [])],
    'is named after another trust': [
      about('Systemer Bergen', ['Navn', 'Eier', 'Disposisjon', 'Miljø', 'Sensitivitet'], ['DIPS', 'Anna', 'x', 'Prod', 'Intern'], ['Lab', 'Per', 'y', 'Prod', 'Intern']), criticalities('Systemer Fonna', [], [], []),
    ],
    'is named after another environment': [first, criticalities('Systemer test', [], [], [])],
    'has a column that says another environment': [first, criticalities('Flere', ['Miljø'], ['Test'], ['Test'])],
    'says other things of the same fields': [first, criticalities('Flere', ['Eier'], ['Ola'], ['Liv'])],
  }

  it.each(Object.entries(others))('%s', (_title, sheets) => {
    expect(idsOf(importSheets(...sheets))).toEqual(twice)
  })

  it('has ids, other kinds, or names that mostly stand nowhere else', () => {
    const withIds = about('Flere', ['Id', 'Navn', 'Kritikalitet'], ['a', 'DIPS', 4], ['b', 'Lab', 3])
    expect(importSheets(about('Systemer', ['Id', 'Navn', 'Eier'], ['x', 'DIPS', 'Anna'], ['y', 'Lab', 'Per']), withIds).counts.items).toBe(4)
    expect(idsOf(importSheets(first, withIds))).toEqual(['a', 'b'])
    expect(importSheets(first, about('Databaser', ['Navn', 'Leverandør'], ['DIPS', 'DIPS'], ['Lab', 'Tieto'])).counts.items).toBe(4)
    expect(importSheets(first, about('Flere', ['Navn', 'Kritikalitet', 'Leverandør'], ['DIPS', 4, 'DIPS'], ['RIS', 3, 'Tieto'])).counts.items).toBe(4)
  })

  it('leaves those apart whose names stand several times', () => {
    const imported = importSheets(about('Systemer', ['Navn', 'Eier', 'Miljø'], ['DIPS', 'Anna', 'Prod'], ['DIPS', 'Anna', 'Test'], ['Lab', 'Per', 'Prod']), criticalities('Flere', [], [], []))
    expect(imported.counts.items).toBe(5)
  })
})
