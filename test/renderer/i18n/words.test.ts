import { describe, expect, it } from 'vitest'
import { translator } from '@core/messages/translator'
import { translationFor } from '@renderer/i18n/use-translate'
import { stepSentence, waveName } from '@renderer/i18n/words'

const [en, nb] = [translator('en'), translator('nb')]
const wave = (number: number, name?: string) => ({ id: 'w', number, status: 'planned' as const, ...(name === undefined ? {} : { name }) })

describe('words', () => {
  it('names a wave by number and name, but never by its number twice', () => {
    expect([waveName(en, wave(1, 'Pilot')), waveName(nb, wave(2, 'Wave 2')), waveName(nb, wave(2, 'Bølge 3')), waveName(en, null)])
      .toEqual(['Wave 1: Pilot', 'Bølge 2', 'Bølge 2: Bølge 3', 'Unplanned'])
  })
  it('says something of a step whose label it does not know', () => {
    expect(stepSentence(en, { key: 'nowhere.atAll' })).toBe('the last change')
  })
  it('writes days and numbers as the language does', () => {
    const day = '2027-03-09'
    expect([translationFor('en').formatDate(day), translationFor('nb').formatDate(day)]).toEqual(['9 Mar 2027', '9. mars 2027'])
    expect([translationFor('en').formatNumber(13493), translationFor('nb').formatNumber(1234.5).replace(/\s/g, ' ')]).toEqual(['13,493', '1 234,5'])
    expect(nb('common.items', { count: 13493 }).replace(/\s/g, ' ')).toBe('13 493 elementer')
  })
})
