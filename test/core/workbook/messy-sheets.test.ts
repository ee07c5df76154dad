import { describe, expect, it } from 'vitest'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { RawCell, RawSheet } from '@core/workbook/raw-workbook'
import { tablesApart } from '@core/workbook/tables-apart'
import { findingsOf, importSheets, rawSheet } from './raw-builders'

type Lines = readonly (readonly RawCell[] | null)[]

/** Sheets by their names, as they come from a file. */
const read = (sheets: Readonly<Record<string, Lines>>): ImportedWorkbook =>
  importSheets(...tablesApart({ fileName: 'a.xlsx', sheets: Object.entries(sheets).map(([name, lines]): RawSheet => rawSheet(name, lines)) }).sheets)

const idsOf = ({ document }: ImportedWorkbook): readonly string[] => document.estate.items.map(({ id }) => id)
const linksOf = ({ document }: ImportedWorkbook): readonly string[] =>
  document.estate.dependencies.map(({ from, to, type }) => `${from.replace(/^.*:/, '')} ${type} ${to.replace(/^.*:/, '')}`)
const saidOf = (imported: ImportedWorkbook, type: string): readonly string[] => findingsOf(imported).filter((one) => one.includes(` ${type} `))

const servers: Lines = [['Navn', 'OS'], ['srv1', 'Win'], ['srv2', 'Win'], ['srv3', 'Linux']]

describe('A column that names items of another sheet', () => {
  it.each(['Prod-server', 'Kjører på', 'Hosted on', 'Installert på'])('links them under %s, which we do not know, and makes no id of them', (heading) => {
    const imported = read({ Systemer: [['System', heading], ['DIPS', 'srv1'], ['PACS', 'srv2'], ['RIS', 'srv3']], Servere: servers, Avhengigheter: [['Fra', 'Til'], ['DIPS', 'srv2']] })
    expect(linksOf(imported)).toEqual(['DIPS runs-on srv1', 'PACS runs-on srv2', 'RIS runs-on srv3', 'DIPS runs-on srv2'])
    expect(saidOf(imported, 'column-by-content')).toEqual(['note column-by-content Systemer B1'])
  })

  it('links platforms, and applications by their ids', () => {
    const imported = read({
      Applikasjoner: [['Id', 'Navn', 'Teknologi'], ['A1', 'DIPS', 'VMware'], ['A2', 'PACS', 'Azure'], ['A3', 'RIS', 'VMware']],
      Plattformer: [['Navn', 'Versjon'], ['VMware', 6.7], ['Azure', 1]], Servere: [['Navn', 'AppID'], ['srv1', 'A1'], ['srv2', 'A2']],
    })
    expect(linksOf(imported)).toEqual(['A1 runs-on VMware', 'A2 runs-on Azure', 'A3 runs-on VMware', 'A1 runs-on srv1', 'A2 runs-on srv2'])
  })

  it.each(['Gammel server', 'Backup-server', 'Overvåkes av'])('links none under %s: it takes the place, stands by or looks after', (heading) => {
    const imported = read({ Systemer: [['System', heading], ['DIPS', 'srv1'], ['PACS', 'srv2'], ['RIS', 'srv3']], Servere: servers })
    expect(linksOf(imported)).toEqual([])
  })

  it('links none where nearly all rows name the same server', () => {
    const imported = read({ Systemer: [['System', 'Innlogging'], ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((name) => [`Sys ${name}`, name === 'C' ? 'srv2' : 'srv1'])], Servere: servers })
    expect(linksOf(imported)).toEqual([])
  })

  it('is said to be kept where its heading promises items and none is known', () => {
    expect(saidOf(read({ Servere: [['Navn', 'App ID'], ['srv1', 101], ['srv2', 102]] }), 'link-kept')).toEqual(['note link-kept Servere B1'])
    const waves = read({ Systemer: [['Navn', 'Eier'], ['DIPS', 'a'], ['Lab', 'b']], Bølger: [['Bølge', 'Start', 'Slutt', 'Systemer'], [1, '2027-03-01', '2027-03-31', 'DIPS; Lab']] })
    expect(saidOf(waves, 'link-kept')).toEqual(['note link-kept Bølger D1'])
  })
})

it('Versions are no ids of what their list names', () => {
  const imported = read({ Ark1: [['System', 'Versjon', 'Eier'], ['DIPS', 21.1, 'Ola'], ['PACS', 5.4, 'Per'], ['RIS', 12.2, 'Kari']] })
  expect(imported.document.estate.items[0]).toEqual({ id: 'application:DIPS', name: 'DIPS', kind: 'application', owner: 'Ola', extra: [['Versjon', 21.1]] })
})

it('What only the content of a sheet explains is known to the others', () => {
  const imported = read({ Avhengigheter: [['System', 'Avhenger av'], ['DIPS', 'PACS'], ['RIS', 'DIPS']], Systemer: [['System', 'Eier'], ['DIPS', 'Ola'], ['PACS', 'Per'], ['RIS', 'Kari']] })
  expect(linksOf(imported)).toEqual(['DIPS uses PACS', 'RIS uses DIPS'])
})

it('A list of one is a list where the sheet says so', () => {
  expect(idsOf(read({ Systemer: [['System', 'Eier'], ['DIPS', 'Ola']], Servere: [['Server', 'OS'], ['srv1', 'Win']] }))).toEqual(['application:DIPS', 'server:srv1'])
})

it('What flows in is needed from the other side', () => {
  const imported = read({
    Integrasjoner: [['System', 'Retning', 'Motpart', 'Type'], ['DIPS', 'Ut', 'PACS', 'Dataflyt'], ['DIPS', 'Inn', 'RIS', 'Dataflyt']],
    Systemer: [['System', 'Eier'], ['DIPS', 'Ola'], ['PACS', 'Per'], ['RIS', 'Kari']],
  })
  expect(linksOf(imported)).toEqual(['DIPS data-flow PACS', 'RIS data-flow DIPS'])
})

it('Names that differ in blanks and hyphens only are the same item', () => {
  const imported = read({ Applikasjoner: [['Navn', 'Eier'], ['DIPS Arena', 'a'], ['Sectra PACS', 'b']], Avhengigheter: [['Fra', 'Til'], ['DIPS  Arena', 'Sectra-PACS']] })
  expect(linksOf(imported)).toEqual(['DIPS Arena uses Sectra PACS'])
})

it('Names that differ in a hyphen beside a figure are not the same item', () => {
  const imported = read({ Servere: [['Navn', 'OS'], ['srv-1', 'Win'], ['srv-12', 'Win']], Avhengigheter: [['Fra', 'Til'], ['srv-12', 'srv1'], ['srv-1', 'srv-1-2']] })
  expect([linksOf(imported), imported.document.estate.unresolved.length]).toEqual([[], 2])
})

it('Several servers stand in a cell with what each is for, or with a word between', () => {
  const imported = read({ Applikasjoner: [['Navn', 'Server'], ['DIPS', 'srv1 (DB), srv2 (App)'], ['PACS', 'srv3 og srv4'], ['RIS', 'srv1 (DB)']] })
  expect(linksOf(imported)).toEqual(['DIPS runs-on srv1', 'DIPS runs-on srv2', 'PACS runs-on srv3', 'PACS runs-on srv4', 'RIS runs-on srv1'])
})

describe('What stands around a list', () => {
  it('says the organisation above the headings as it does between the rows, and in the name of the sheet', () => {
    const titled = read({ Ark1: [['Helse Bergen'], ['Navn', 'Leverandør', 'Miljø'], ['DIPS', 'A', 'Prod'], ['PACS', 'B', 'Prod'], ['Helse Fonna'], ['Lab', 'C', 'Prod'], ['RIS', 'D', 'Prod']] })
    expect(titled.document.estate.items.map(({ organisation }) => organisation)).toEqual(['Helse Bergen', 'Helse Bergen', 'Helse Fonna', 'Helse Fonna'])
    const list: Lines = [['Navn', 'Leverandør', 'Eier'], ['DIPS', 'A', 'x'], ['PACS', 'B', 'y']]
    const named = read({ 'Helse Bergen': list, 'Helse Fonna': list })
    expect(named.document.estate.items.map(({ name, organisation }) => `${name} ${organisation}`)).toEqual(['DIPS Helse Bergen', 'PACS Helse Bergen', 'DIPS Helse Fonna', 'PACS Helse Fonna'])
    expect([...saidOf(titled, 'said-above'), ...saidOf(named, 'said-above')]).toEqual(['note said-above Ark1', 'note said-above Helse Bergen', 'note said-above Helse Fonna'])
  })

  it('is no organisation where nothing between the rows says one', () => {
    const imported = read({ Ark1: [['Helse Vest'], ['Navn', 'Leverandør', 'Miljø'], ['DIPS', 'A', 'Prod'], ['PACS', 'B', 'Prod']] })
    expect(imported.document.estate.items.map(({ organisation }) => organisation)).toEqual([undefined, undefined])
  })

  it('puts the rows below the name of a wave into it', () => {
    const imported = read({ Systemer: [['Navn', 'Eier', 'Leverandør'], ['Bølge 1'], ['DIPS', 'a', 'b'], ['PACS', 'a', 'c'], ['Bølge 2'], ['RIS', 'c', 'd']] })
    const [scenario] = imported.document.scenarios
    const number = new Map(scenario?.waves.map((wave) => [wave.id, wave.number]))
    expect(scenario?.groups.map(({ itemIds, waveId }) => [itemIds, number.get(waveId ?? '')])).toEqual([
      [['application:DIPS'], 1], [['application:PACS'], 1], [['application:RIS'], 2],
    ])
  })

  it('is said where it stands below an empty row at the end and is taken for an item, or for a remark', () => {
    const imported = read({ Systemer: [['Navn', 'Eier'], ['DIPS', 'Ola'], ['PACS', 'Per'], ['Lab', 'Kari'], ['RIS', 'Kari'], null, ['Utarbeidet av', 'Kari'], ['P', 'Produksjon']] })
    expect(idsOf(imported)).toEqual(['application:DIPS', 'application:PACS', 'application:Lab', 'application:RIS', 'application:P'])
    expect([...saidOf(imported, 'remark-row'), ...saidOf(imported, 'apart-row')]).toEqual(['note remark-row Systemer A7', 'note apart-row Systemer A8'])
  })
})

describe('A sheet that is no list of items', () => {
  it('is kept with the way on where its items stand beside each other', () => {
    const imported = read({ Applikasjoner: [['Navn', 'DIPS', 'PACS'], ['Eier', 'Ola', 'Per'], ['Leverandør', 'DIPS AS', 'Sectra']] })
    expect(idsOf(imported)).toEqual([])
    expect(imported.findings.find(({ type }) => type === 'turned-sheet')?.params).toEqual({ texts: 'Eier, Leverandør' })
  })

  it.each(['Kontakter', 'Prisliste', 'Risikoregister'])('is kept where its name says so: %s', (name) => {
    expect(idsOf(read({ [name]: [['Id', 'Navn', 'Team', 'Leverandør'], [1, 'Ola', 'Drift', 'A'], [2, 'Kari', 'Drift', 'B']], Systemer: [['Navn', 'Eier'], ['DIPS', 'Ola']] }))).toEqual(['application:DIPS'])
  })
})

it('Tables beside each other may have titles, the same headings and the same length', () => {
  const imported = read({ Ark1: [
    ['Applikasjoner', null, null, null, 'Servere'], ['Navn', 'Eier', 'Miljø', null, 'Navn', 'OS', 'IP'], ['DIPS', 'a', 'Prod', null, 'srv1', 'Win', '10.0.0.1'], ['PACS', 'b', 'Prod', null, 'srv2', 'Win', '10.0.0.2'],
  ] })
  expect(idsOf(imported)).toEqual(['application:DIPS', 'application:PACS', 'server:srv1', 'server:srv2'])
  expect(linksOf(imported)).toEqual([])
})

it('A matrix of applications and servers says what runs where', () => {
  const imported = read({ Applikasjoner: [['Navn', 'Eier'], ['DIPS', 'a'], ['PACS', 'b']], Servere: servers, Drift: [['Server', 'DIPS', 'PACS'], ['srv1', 'x', null], ['srv2', null, 'x']] })
  expect(linksOf(imported)).toEqual(['DIPS runs-on srv1', 'PACS runs-on srv2'])
})

it('Blank cells right of the names may mean what stands above them: that is asked, and not guessed', () => {
  const imported = read({ Servere: [['Servernavn', 'System', 'OS'], ['srv1', 'DIPS', 'Win'], ['srv2', null, 'Win'], ['srv3', null, 'Win'], ['srv4', 'PACS', 'Win'], ['srv5', null, 'Win']] })
  expect(linksOf(imported)).toEqual(['DIPS runs-on srv1', 'PACS runs-on srv4'])
  expect(imported.findings.find(({ type }) => type === 'maybe-blocks')).toMatchObject({ cell: 'B1', params: { heading: 'System', count: 3 } })
})

describe('What looks like something else, and is what it says', () => {
  it('keeps who needs whom where the headings say so, whatever a column of directions holds', () => {
    expect(linksOf(read({ Avhengigheter: [['Fra', 'Til', 'Retning'], ['A', 'B', 'Inn']] }))).toEqual(['A uses B'])
  })

  it('takes a server that is out of use for no other', () => {
    expect(idsOf(read({ Applikasjoner: [['Navn', 'Server'], ['DIPS', 'sql1 (utfaset)'], ['PACS', 'sql1 (DB)']] }))).toContain('server:sql1 (utfaset)')
  })

  it('leaves a list whole at an empty column', () => {
    const imported = read({ Systemer: [['Navn', 'Eier', null, 'Kostnad', 'Brukere'], ['DIPS', 'a', null, 100, 5], ['PACS', 'b', null, 200, 6], ['Lab', 'c']] })
    expect(imported.document.estate.items.map(({ cost }) => cost)).toEqual([100, 200, undefined])
  })

  it('links every column of servers', () => {
    const imported = read({ Systemer: [['Navn', 'Eier', 'Testserver', 'Produksjonsserver'], ['DIPS', 'a', 'srv1', 'srv2'], ['PACS', 'b', 'srv3', 'srv2'], ['Lab', 'c', 'srv1', 'srv3']], Servere: servers })
    expect(linksOf(imported)).toEqual(['DIPS runs-on srv1', 'DIPS runs-on srv2', 'PACS runs-on srv3', 'PACS runs-on srv2', 'Lab runs-on srv1', 'Lab runs-on srv3'])
  })

  it('reads applications on a sheet of licences', () => {
    expect(idsOf(read({ Lisenser: [['Applikasjon', 'Leverandør', 'Bølge'], ['DIPS', 'A', 1], ['PACS', 'B', 2]] }))).toEqual(['application:DIPS', 'application:PACS'])
  })

  it('takes the names of products for items, whatever words are in them', () => {
    const names = ['Utskrift', 'OBS Studio', 'SAP ERP', 'Helse EPJ', 'Kilde']
    expect(read({ Systemer: [['Navn', 'Eier', 'Leverandør'], ['DIPS', 'a', 'x'], ...names.map((name) => [name]), ['PACS', 'b', 'y'], ['Lab', 'c', 'z']] }).document.estate.items.map(({ name }) => name))
      .toEqual(['DIPS', ...names, 'PACS', 'Lab'])
  })

  it('takes rows of kinds below a title for rows', () => {
    const imported = read({ Ark1: [['Navn', 'Type'], ['Applikasjoner'], ['DIPS', 'Applikasjon'], ['PACS', 'Applikasjon'], ['Servere'], ['srv1', 'Server'], ['srv2', 'Server']] })
    expect(imported.document.estate.items.map(({ id }) => id)).toEqual(expect.arrayContaining(['application:DIPS', 'application:PACS', 'server:srv1', 'server:srv2']))
  })

  it('takes measures and roles between items for no marks', () => {
    for (const mark of [5, 'R']) {
      expect(linksOf(read({ Ark1: [['Fra', 'DIPS', 'PACS'], ['DIPS', 0, mark], ['PACS', mark, 0]], Systemer: [['Navn', 'Eier'], ['DIPS', 'a'], ['PACS', 'b']] }))).toEqual([])
    }
  })
})
