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

  it('links nothing where its cells are counts, answers or operating systems', () => {
    const imported = importSheets(
      rawSheet('Applikasjoner', [['Navn', 'Servere'], ['DIPS', 3], ['Lab', 1], ['PACS', 2]]),
      rawSheet('Servere', [['Navn', 'System'], ['srv-1', 'Windows Server 2016'], ['srv-2', 'Windows Server 2019'], ['srv-3', 'RHEL 8']]),
    )
    expect(imported.document.estate.items).toHaveLength(6)
    expect(imported.document.estate.dependencies).toEqual([])
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
