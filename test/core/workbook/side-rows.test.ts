import { describe, expect, it } from 'vitest'
import { countingIds } from '@core/ids'
import type { Corrections } from '@core/workbook/corrections'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { interpretWorkbook } from '@core/workbook/interpret-workbook'
import type { RawCell, RawSheet } from '@core/workbook/raw-workbook'
import { findingsOf, importSheets, rawSheet } from './raw-builders'

const namesOf = ({ document }: ImportedWorkbook): readonly string[] => document.estate.items.map(({ name }) => name)

const said = (imported: ImportedWorkbook, type: string): readonly string[] =>
  findingsOf(imported).filter((finding) => finding.includes(` ${type} `))

const corrected = (sheet: RawSheet, corrections: Partial<Corrections>): ImportedWorkbook =>
  interpretWorkbook({ fileName: 'a.xlsx', sheets: [sheet] }, {
    today: '2026-11-23', newId: countingIds(), corrections: { mappings: [], cells: [], leftOut: [], ...corrections },
  })

const headings = ['Applikasjon', 'Foretak', 'Leverandør', 'Brukere']
const list: readonly (readonly RawCell[] | null)[] = [
  headings,
  ['Kliniske systemer:'], ['DIPS', 'HB', 'DIPS AS', 120], ['PACS', 'HB', 'Sectra', 30], ['Delsum', 'HB', null, 150],
  headings,
  ['LABORATORIER OG RADIOLOGI'], ['Lab', 'HF', 'Tieto', 60], ['I alt', 'HF', null, 60], ['Antall', 'HF', null, 3],
  null,
  ['* Tall i 1000 kr'], ['Sist oppdatert 12.03.2026'], [null, null, 'Husk at listen ikke er komplett'],
]

describe('What stands between the rows of a list', () => {
  it('is no item: headings again, titles, sums of an organisation and remarks; each is said', () => {
    const imported = importSheets(rawSheet('Ark1', list))
    expect(namesOf(imported)).toEqual(['DIPS', 'PACS', 'Lab'])
    expect(findingsOf(imported).filter((finding) => /-row /.test(finding))).toEqual([
      'note section-row Ark1 A2', 'note total-row Ark1 A5', 'note second-heading-row Ark1 A6', 'note section-row Ark1 A7', 'note total-row Ark1 A9',
      'note total-row Ark1 A10', 'note remark-row Ark1 A12', 'note remark-row Ark1 A13', 'note remark-row Ark1 C14',
    ])
  })

  it('is kept on an extra sheet in its order, without the headings that stand there again', () => {
    const [kept] = importSheets(rawSheet('Ark1', list)).document.estate.extraSheets
    expect(kept?.rows.map((row) => row.find((cell) => cell !== null))).toEqual([
      'Applikasjon', 'Kliniske systemer:', 'Delsum', 'LABORATORIER OG RADIOLOGI', 'I alt', 'Antall', '* Tall i 1000 kr', 'Sist oppdatert 12.03.2026', 'Husk at listen ikke er komplett',
    ])
  })

  it('is an item after all where the planner writes in it', () => {
    const imported = corrected(rawSheet('Ark1', list), { cells: [{ sheet: 'Ark1', row: 7, column: 0, value: 'LABORATORIER OG RADIOLOGI' }] })
    expect(namesOf(imported)).toEqual(['DIPS', 'PACS', 'LABORATORIER OG RADIOLOGI', 'Lab'])
  })

  it('says the organisation, kind or environment of the rows below it, where no column does', () => {
    const imported = importSheets(rawSheet('Systemer', [
      ['Navn', 'Leverandør', 'Brukere'], ['Helse Bergen HF'], ['DIPS', 'DIPS AS', 120], ['Produksjon'], ['Helse Fonna HF'], ['Lab', 'Tieto', 60],
    ]))
    expect(imported.document.estate.items.map(({ name, organisation }) => `${name} ${organisation}`)).toEqual(['DIPS Helse Bergen HF', 'Lab Helse Fonna HF'])
    expect(imported.findings.find(({ type }) => type === 'section-row')?.params).toEqual({ text: 'Helse Bergen HF', field: 'organisation' })
    const kinds = importSheets(rawSheet('Ark1', [
      ['Navn', 'Leverandør', 'Miljø'], ['Applikasjoner:'], ['DIPS', 'DIPS AS', 'Prod'], ['Lab', 'Tieto', 'Prod'], ['Servere:'], ['srv1', 'HP', 'Prod'],
    ]))
    expect(kinds.document.estate.items.map(({ id }) => id)).toEqual(['application:DIPS', 'application:Lab', 'server:srv1'])
    expect(said(kinds, 'kinds-unsaid')).toEqual([])
  })

  it('is not looked for where rows of one cell are as good as the others', () => {
    const imported = importSheets(rawSheet('Systemer', [['Navn', 'Merknader'], ['Helse Bergen'], ['NØDNETT OG TELEFONI'], ['Test'], ['DIPS', 'x']]))
    expect(namesOf(imported)).toEqual(['Helse Bergen', 'NØDNETT OG TELEFONI', 'Test', 'DIPS'])
  })

  it('is an item where only its name is known, and that is said', () => {
    const imported = importSheets(rawSheet('Systemer', [...list.slice(0, 4), ['MEDS']] as RawCell[][]))
    expect(namesOf(imported)).toEqual(['DIPS', 'PACS', 'MEDS'])
    expect(said(imported, 'bare-row')).toEqual(['note bare-row Systemer A5'])
  })

  it('is no end of a dependency', () => {
    const imported = importSheets(rawSheet('Avhengigheter', [['Fra', 'Til'], ['A', 'B'], ['Fra', 'Til'], ['B', 'C'], ['* Kilde: intervjuer']]))
    expect(namesOf(imported)).toEqual(['A', 'B', 'C'])
    expect(imported.document.estate.dependencies).toHaveLength(2)
  })
})

describe('An empty row', () => {
  const links = ({ document: { estate } }: ImportedWorkbook): readonly string[] => estate.dependencies.map(({ id }) => id)
  const sheet = rawSheet('Ark1', [
    ['Applikasjon', 'Server', 'Miljø'], ['DIPS', 'srv1', 'Prod'], [null, 'srv2', 'Prod'], [null, 'srv3', 'Test'], null, [null, 'jump1', 'Prod'], ['Lab', 'srv4', 'Prod'],
  ])

  it('ends the block above it', () => {
    expect(links(importSheets(sheet))).toEqual(['application:DIPS>server:srv1', 'application:DIPS>server:srv2', 'application:DIPS>server:srv3', 'application:Lab>server:srv4'])
    expect(importSheets(sheet).findings.find(({ type }) => type === 'block-ended')?.params).toEqual({ count: 1, headings: 'Applikasjon' })
  })

  it('is not made by leaving a row out', () => {
    expect(links(corrected(sheet, { leftOut: [{ sheet: 'Ark1', row: 3 }] }))).toEqual([
      'application:DIPS>server:srv1', 'application:DIPS>server:srv3', 'application:Lab>server:srv4',
    ])
    expect(links(corrected(sheet, { leftOut: [{ sheet: 'Ark1', row: 2 }] }))).toEqual([
      'application:DIPS>server:srv2', 'application:DIPS>server:srv3', 'application:Lab>server:srv4',
    ])
  })

  it('says nothing where most rows of a block have one below them', () => {
    const spaced = rawSheet('Ark1', ['DIPS', null, null, 'Lab', null, null].flatMap((application, index): (RawCell[] | null)[] =>
      [[application, `srv${index}`, 'Prod'], null]))
    const withHeadings = { ...spaced, rows: [{ number: 0, cells: ['Applikasjon', 'Server', 'Miljø'] }, ...spaced.rows] }
    expect(links(importSheets(withHeadings))).toHaveLength(6)
  })
})
