import { describe, expect, it } from 'vitest'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { findingsOf, importSheets, rawSheet } from './raw-builders'

const linksOf = ({ document: { estate } }: ImportedWorkbook): readonly string[] => {
  const names = new Map(estate.items.map((item) => [item.id, item.name]))
  return estate.dependencies.map(({ from, to, type, strength }) => `${names.get(from)} ${type} ${names.get(to)}, ${strength}`)
}

describe('A heading that says what its cells name', () => {
  it('links the servers of an application, several in a cell, and an application on several rows is one', () => {
    const imported = importSheets(rawSheet('Applikasjoner', [
      ['Applikasjon', 'Server', 'Leverandør'], ['DIPS', 'srv-1', 'DIPS AS'], ['DIPS', 'srv-2', 'DIPS AS'], ['Lab', 'srv-3, srv-4', null],
    ]))
    expect(linksOf(imported)).toEqual(['DIPS runs-on srv-1, hard', 'DIPS runs-on srv-2, hard', 'Lab runs-on srv-3, hard', 'Lab runs-on srv-4, hard'])
    expect(imported.document.estate.items.filter(({ kind }) => kind === 'application')).toHaveLength(2)
  })

  it('links what an application depends on, by id or by name', () => {
    const imported = importSheets(rawSheet('Systemer', [
      ['Id', 'Navn', 'Avhengig av'], ['A1', 'DIPS', 'Lab; A3'], ['A2', 'Lab', null], ['A3', 'PACS', 'DIPS'],
    ]))
    expect(linksOf(imported)).toEqual(['DIPS uses Lab, soft', 'DIPS uses PACS, soft', 'PACS uses DIPS, soft'])
  })

  it('links what stands there as a number of one digit, where a number can be no count', () => {
    const needs = (heading: string, ...cells: readonly (string | number | null)[]): readonly string[] => linksOf(importSheets(rawSheet('Applikasjoner', [
      ['Id', 'Navn', heading], ...['DIPS', 'Lab', 'PACS', 'Meona'].map((name, index) => [index + 1, name, cells[index] ?? null]),
    ])))
    expect(needs('Avhengig av', 2, '1; 3', '1,2')).toEqual(['DIPS uses Lab, soft', 'Lab uses DIPS, soft', 'Lab uses PACS, soft', 'PACS uses DIPS, soft', 'PACS uses Lab, soft'])
    expect(needs('Avhengig av', 2, 3, null)).toEqual(['DIPS uses Lab, soft', 'Lab uses PACS, soft'])
    expect(needs('Avhengig av', 2.4, '1 og 3')).toEqual(['DIPS uses Lab, soft', 'DIPS uses Meona, soft', 'Lab uses DIPS, soft', 'Lab uses PACS, soft'])
    expect(needs('Avhengigheter', 2, 3, 1)).toEqual([])
  })

  it('takes names apart at a comma, and at other signs only where all of them are known', () => {
    const imported = importSheets(rawSheet('Applikasjoner', [
      ['Navn', 'Leverandør', 'Avhengig av'], ['DIPS', 'A', 'Helsenett, NHN SMS'], ['PACS', 'B', 'DIPS/Lab'], ['Lab', 'C', 'DIPS og PACS'], ['Meona', 'D', 'TCP/IP'], ['Metavision', 'E', 'Lab, klinisk'],
      ['RIS', 'F', 'Microsoft, Inc.'],
    ]))
    expect(linksOf(imported).map((link) => link.replace(/ uses |, soft/g, ' ').trim())).toEqual([
      'DIPS Helsenett', 'DIPS NHN SMS', 'PACS DIPS', 'PACS Lab', 'Lab DIPS', 'Lab PACS', 'Meona TCP/IP', 'Metavision Lab', 'Metavision klinisk', 'RIS Microsoft, Inc.',
    ])
  })

  it('links nothing where its cells are counts, answers or operating systems', () => {
    const imported = importSheets(
      rawSheet('Applikasjoner', [['Navn', 'Servere'], ['DIPS', 3], ['Lab', 1], ['PACS', 2]]),
      rawSheet('Servere', [['Navn', 'System'], ['srv-1', 'Windows Server 2016'], ['srv-2', 'Windows Server 2019'], ['srv-3', 'RHEL 8']]),
    )
    expect(imported.document.estate.items).toHaveLength(6)
    expect(imported.document.estate.dependencies).toEqual([])
    expect(findingsOf(imported).filter((finding) => finding.includes('link-kept'))).toEqual(['note link-kept Applikasjoner B1', 'note link-kept Servere B1'])
  })

  it('says which side runs on the other in a list of pairs, whichever stands first', () => {
    const imported = importSheets(
      rawSheet('Applikasjoner', [['Id', 'Navn'], ['A1', 'DIPS'], ['A2', 'Lab']]),
      rawSheet('Servere', [['Navn', 'Miljø'], ['srv-1', 'Prod'], ['srv-2', 'Prod'], ['srv-3', 'Prod']]),
      rawSheet('Kobling', [['Maskin', 'Brukes av'], ['srv-1', 'DIPS'], ['srv-2', 'Lab'], ['srv-3', 'Lab']]),
    )
    expect(linksOf(imported)).toEqual(['DIPS runs-on srv-1, hard', 'Lab runs-on srv-2, hard', 'Lab runs-on srv-3, hard'])
  })

  it('joins applications and servers in a list of pairs by their headings, by ids of one digit and with blocks, too', () => {
    const applications = rawSheet('Applikasjoner', [['ID', 'Navn'], [1001, 'DIPS'], [1002, 'Lab']])
    const servers = rawSheet('Servere', [['ID', 'Hostname'], [1, 'srv-1'], [2, 'srv-2'], [3, 'srv-3']])
    const byIds = importSheets(applications, servers, rawSheet('Kobling', [['AppID', 'ServerID'], [1001, 1], [1001, 2], [1002, 3]]))
    const byNames = importSheets(applications, servers, rawSheet('Avhengigheter', [['Applikasjon', 'Server'], ['DIPS', 'srv-1'], [null, 'srv-2'], ['Lab', 'srv-3'], [null, 'srv-9']]))
    const expected = ['DIPS runs-on srv-1, hard', 'DIPS runs-on srv-2, hard', 'Lab runs-on srv-3, hard']
    expect([linksOf(byIds), linksOf(byNames)]).toEqual([expected, expected])
    expect(findingsOf(byNames)).toContain('error dangling-reference Avhengigheter B5')
  })

  it('makes a list of systems one that is understood, in Swedish and Danish, whatever else it says', () => {
    const swedish = importSheets(rawSheet('Blad1', [['Systemnamn', 'Systemägare', 'Beroende av', 'Servrar'], ['Cosmic', 'Anna', 'RIS', 'cos1;cos2'], ['RIS', 'Bo', null, 'ris1 / ris2']]))
    expect(linksOf(swedish)).toEqual(['Cosmic uses RIS, soft', 'Cosmic runs-on cos1, hard', 'Cosmic runs-on cos2, hard', 'RIS runs-on ris1, hard', 'RIS runs-on ris2, hard'])
    const danish = importSheets(rawSheet('Ark1', [['Systemnavn', 'Systemejer', 'Afhænger af'], ['LABKA', 'Jens', 'NemID'], ['NemID', 'Mette', null], ['Sundhedsplatformen', 'Mette', 'NemID']]))
    expect(linksOf(danish)).toEqual(['LABKA uses NemID, soft', 'Sundhedsplatformen uses NemID, soft'])
  })

  it('means the item of its own organisation where several have the name, and says where it cannot tell', () => {
    const named = importSheets(rawSheet('Applikasjoner', [
      ['Navn', 'Organisasjon', 'Avhengig av'], ['DIPS', 'Bergen', 'AD'], ['DIPS', 'Fonna', 'AD'], ['AD', 'Bergen', null], ['AD', 'Fonna', null], ['Lab', 'Stord', 'AD'],
    ]))
    expect(named.document.estate.dependencies.map(({ from, to }) => [from, to])).toEqual([
      ['application:DIPS', 'application:AD'], ['application:DIPS#2', 'application:AD#2'], ['application:Lab', 'application:AD'],
    ])
    expect(findingsOf(named)).toContain('warning ambiguous-link Applikasjoner 6')
  })

  it('makes no item of a word that names none, which would join all that share it', () => {
    const imported = importSheets(rawSheet('Applikasjoner', [
      ['Navn', 'Server', 'Avhengig av'], ['DIPS', 'srv-1', 'Ingen'], ['Lab', 'Ukjent', '-'], ['PACS', 'srv-2; ?', 'DIPS'], ['HR', 'ukjent', 'n/a'],
    ]))
    expect(linksOf(imported)).toEqual(['DIPS runs-on srv-1, hard', 'PACS runs-on srv-2, hard', 'PACS uses DIPS, soft'])
    expect(imported.document.estate.items.find(({ name }) => name === 'Lab')?.extra).toEqual([['Server (as written)', 'Ukjent']])
    expect(findingsOf(imported).filter((one) => one.includes('names-nothing'))).toEqual([
      'note names-nothing Applikasjoner B3', 'note names-nothing Applikasjoner B4', 'note names-nothing Applikasjoner B5',
    ])
  })
})

describe('A matrix of marks', () => {
  it('is read as dependencies of the rows, with what the marks say, and nothing that has no mark is lost', () => {
    const imported = importSheets(rawSheet('Ark1', [
      ['Avhengigheter per 1. mars'], null,
      ['Fra \\ Til', 'DIPS', 'PACS', 'Lab', 'Meona'], ['DIPS', '-', 'x', 'Dataflyt'], ['PACS', 1, '-', 0], ['Lab', 'Hard', null, '-'], ['Meona', null, null, null, '-'],
    ]))
    expect(linksOf(imported)).toEqual(['DIPS uses PACS, soft', 'DIPS data-flow Lab, soft', 'PACS uses DIPS, soft', 'Lab uses DIPS, hard'])
    expect(imported.document.estate.items.map(({ name }) => name)).toEqual(['DIPS', 'PACS', 'Lab', 'Meona'])
    expect(imported.findings.find(({ type }) => type === 'matrix')).toMatchObject({ sheet: 'Ark1', row: 3, params: { count: 4, needs: 'rows' } })
    expect(imported.document.estate.dependencies.map(({ sources }) => sources?.[0]?.[2])).toEqual([4, 4, 5, 6])
  })

  it('is read the other way round where its corner says so', () => {
    const imported = importSheets(rawSheet('Ark1', [['Til / Fra', 'DIPS', 'PACS'], ['DIPS', null, 'x'], ['PACS', null, null]]))
    expect(linksOf(imported)).toEqual(['PACS uses DIPS, soft'])
  })

  it('joins applications and servers that other sheets list', () => {
    const imported = importSheets(
      rawSheet('Applikasjoner', [['Navn', 'Eier'], ['DIPS', 'x'], ['Lab', 'y']]), rawSheet('Servere', [['Navn', 'Miljø'], ['srv-1', 'Prod'], ['srv-2', 'Prod']]),
      rawSheet('Drift', [[null, 'srv-1', 'srv-2'], ['DIPS', 'Kjører på'], ['Lab', null, 'Kjører på']]),
    )
    expect(linksOf(imported)).toEqual(['DIPS runs-on srv-1, hard', 'Lab runs-on srv-2, hard'])
  })

  it('is none where the columns are no items', () => {
    const imported = importSheets(rawSheet('Applikasjoner', [['Navn', 'Bergen', 'Fonna'], ['DIPS', 'x', 'x'], ['PACS', 'x', null]]))
    expect(imported.document.estate.dependencies).toEqual([])
    expect(imported.document.estate.items[0]?.extra).toEqual([['Bergen', 'x'], ['Fonna', 'x']])
  })
})

it.each([['Kilde', 'Mål'], ['Kildesystem', 'Målsystem'], ['Källa', 'Mål']])('%s and %s are who needs and what is needed', (from, to) => {
  const imported = importSheets(rawSheet('Integrasjoner', [[from, to, 'Protokoll'], ['DIPS', 'PACS', 'HL7'], ['PACS', 'Lab', 'FHIR']]))
  expect(linksOf(imported)).toEqual(['DIPS uses PACS, soft', 'PACS uses Lab, soft'])
  expect(imported.document.estate.dependencies[0]?.extra).toEqual([['Protokoll', 'HL7']])
})

it('A sheet of nothing but names is a list of items, unless another sheet is', () => {
  const names = rawSheet('Ark1', [['Navn'], ['DIPS'], ['PACS']])
  expect(importSheets(names).document.estate.items.map(({ name }) => name)).toEqual(['DIPS', 'PACS'])
  expect(importSheets(names, rawSheet('Applikasjoner', [['Navn', 'Eier'], ['Lab', 'x']])).document.estate.items.map(({ name }) => name)).toEqual(['Lab'])
})
