import { describe, expect, it } from 'vitest'
import { languages, translator } from '@core/messages/translator'
import { findingTypes, type Finding } from '@core/workbook/finding'
import { findingSentence } from '@core/workbook/finding-sentence'
import { severityOf } from '@core/workbook/finding-log'
import { someNames } from '@core/workbook/quoted-names'

const params = {
  id: 'a', kept: 'a#2', name: 'N', text: 'T', heading: 'H', currency: 'NOK', headings: 'H, I', value: 1, date: '2027-01-01', count: 3, rows: 3, role: 'items', group: 'G', wave: 2,
  taken: 1, number: 4, start: '2027-01-01', end: '2026-01-01', names: 'x, y', sheets: 'Ark1', reason: 'no-sheet', of: 'formula', declared: 9, checked: '2026-11', field: 'owner', file: 'own.json', problem: 'id: too short', all: 5, listed: 1, levels: 'P1 = 4', texts: '1; 5', other: 'Ark2',
}

describe('The sentence of a finding', () => {
  it('exists for every type in every language, with nothing left to fill in', () => {
    for (const language of languages) {
      for (const type of findingTypes) {
        const finding: Finding = { type, severity: severityOf(type), sheet: 'Ark1', params }
        expect(findingSentence(translator(language), finding), `${language} ${type}`).toMatch(/^[^{}]*[^{}. ]+[^{}]*$/)
      }
    }
  })

  it('quotes each name by itself, as names hold commas', () => {
    const names = ['Lab, clinical', 'Journal', 'A', 'B', 'C', 'D']
    const finding: Finding = { type: 'items-only-named', severity: 'note', sheet: 'Ark1', params: { count: names.length, names: someNames(names) } }
    expect(findingSentence(translator('en'), finding)).toContain('6 items (“Lab, clinical”, “Journal”, “A”, “B”, “C”, …) have no rows')
    expect(findingSentence(translator('nb'), finding)).toContain('6 elementer («Lab, clinical», «Journal», «A», «B», «C», …) har')
  })

  it('says the unit and the currency that it is about, and figures as the language writes them', () => {
    const said = (type: Finding['type'], more: Finding['params']): string =>
      findingSentence(translator('nb'), { type, severity: severityOf(type), sheet: 'Ark1', params: { ...params, ...more } })
    expect(said('ambiguous-number', { text: '1,250', value: 1.25 })).toBe('«1,250» er lest som 1,25.')
    expect(said('column-unit', { isDays: 1 })).toContain('7,5 timer')
    expect(said('column-unit', { isDays: 0 })).not.toContain('timer')
    expect(said('other-currency', { currency: '' })).toContain('nevner en valuta')
  })

  it('quotes the beginning of what is a page long', () => {
    const finding: Finding = { type: 'duplicate-id', severity: 'warning', sheet: 'Ark1', params: { ...params, id: 'x'.repeat(5000) } }
    expect(findingSentence(translator('en'), finding)).toContain(`${'x'.repeat(200)}…`)
    expect(findingSentence(translator('en'), finding).length).toBeLessThan(500)
  })
})
