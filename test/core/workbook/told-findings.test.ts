import { describe, expect, it } from 'vitest'
import { yesNoByWord } from '@core/workbook/value-words'
import { findingsOf, importSheets, rawSheet } from './raw-builders'

describe('What would be taken in without a word', () => {
  it('is said of money in another currency than the column began with, and of money below nothing', () => {
    const imported = importSheets(rawSheet('Applikasjoner', [['Navn', 'Kostnad'], ['A', '1 200 kr'], ['B', 300], ['C', '450 EUR'], ['D', '20 kr'], ['E', '-7']]))
    expect(findingsOf(imported)).toEqual(['warning other-currency Applikasjoner B4', 'warning negative-number Applikasjoner B6'])
    expect(imported.document.estate.items.map(({ cost }) => cost)).toEqual([1200, 300, 450, 20, -7])
    expect(imported.findings[0]?.params).toEqual({ text: '450 EUR', currency: 'kr' })
  })

  it('is said of a sheet that the workbook hides, and not of one that holds nothing', () => {
    const imported = importSheets(
      rawSheet('Applikasjoner', [['Navn', 'Eier'], ['A', 'x']], { hidden: true }), rawSheet('Servere', [['Navn']], { hidden: true, declaredRows: 0 }))
    expect(findingsOf(imported)).toContain('note hidden-sheet Applikasjoner')
    expect(findingsOf(imported)).not.toContain('note hidden-sheet Servere')
  })

  it('is said of a hidden sheet that was not understood as well', () => {
    const imported = importSheets(
      rawSheet('Applikasjoner', [['Navn', 'Eier'], ['A', 'x']]), rawSheet('Diverse', [['Hm', 'Tja'], ['a', 'b']], { hidden: true }))
    expect(findingsOf(imported)).toEqual(['note unknown-sheet Diverse', 'note hidden-sheet Diverse'])
    expect(imported.findings.find(({ type }) => type === 'hidden-sheet')?.params).toEqual({ kept: 1 })
  })

  it('is said of blank cells that were read from the row above, and counts neither remarks nor totals', () => {
    const imported = importSheets(rawSheet('Servere', [
      ['Applikasjon', 'Server', 'Miljø', 'Merknad'], ['DIPS', 'srv-1', 'Prod', null], [null, 'srv-2', 'Prod', null], [null, null, null, 'flyttes sist'],
      [null, 'srv-3', 'Test', null], ['Lab', 'srv-4', 'Prod', null], [null, 'Sum', 4, null],
    ]))
    expect(imported.findings.find(({ type }) => type === 'keys-filled-down')?.params).toEqual({ count: 2, headings: 'Applikasjon' })
  })
})

describe('A choice', () => {
  it('that asks is taken for what it most likely is, and it is said', () => {
    const imported = importSheets(rawSheet('Applikasjoner', [['Navn', 'Fellestjeneste', 'Tiltak'], ['A', 'Ja?', 'Behold ??'], ['B', 'Nei', '?']]))
    expect(imported.document.estate.items.map(({ sharedService, disposition }) => [sharedService, disposition])).toEqual([[true, 'retain'], [false, undefined]])
    expect(findingsOf(imported)).toEqual(['note in-question Applikasjoner C2', 'note in-question Applikasjoner B2', 'warning unknown-value Applikasjoner C3'])
  })

  it('of sensitivity in words that we do not know must not leave by mistake', () => {
    const imported = importSheets(rawSheet('Applikasjoner', [['Navn', 'Sensitivitet'], ['A', 'Rød'], ['B', 'Ukjent'], ['C', '-'], ['D', 'Strengt fortrolig'], ['E', 'Offentlig']]))
    expect(imported.document.estate.items.map(({ sensitivity }) => sensitivity)).toEqual(['confidential', undefined, undefined, 'confidential', 'open'])
    expect(imported.document.estate.items[0]?.extra).toEqual([['Sensitivitet (as written)', 'Rød']])
    expect(findingsOf(imported)).toEqual([
      'warning sensitivity-assumed Applikasjoner B2', 'warning unknown-value Applikasjoner B3', 'warning unknown-value Applikasjoner B4',
    ])
  })

  it('of a wave that is klar is not taken: it is ready in Norwegian, done in Swedish', () => {
    const imported = importSheets(
      rawSheet('Applikasjoner', [['Navn', 'Eier'], ['A', 'x']]), rawSheet('Bølger', [['Bølge', 'Navn', 'Status'], [1, 'En', 'Klar'], [2, 'To', 'Ferdig']]))
    expect(imported.document.scenarios[0]?.waves.map(({ status }) => status)).toEqual(['planned', 'done'])
    expect(findingsOf(imported)).toEqual(['warning unknown-value Bølger C2'])
  })

  it('of yes or no may be a tick or a cross', () => {
    expect(['✓', '✔', ' ☑ ', 'x', '✗', '☐', '-', '?', '…'].map((text) => yesNoByWord.get(text))).toEqual(['yes', 'yes', 'yes', 'yes', 'no', 'no', undefined, undefined, undefined])
  })
})
