import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindByWord } from '@core/workbook/value-words'
import {
  itemNames, plainDay, plainNumber, readAmount, readChoice, readDay, readItem, readText, readWave,
} from '@renderer/inventory/table/read-values'
import { translationFor } from '@renderer/i18n/use-translate'
import { anItem } from '@test/builders/an-item'
import { calendarDay } from '@test/builders/arbitrary-estate'

const en = translationFor('en')
const nb = translationFor('nb')
const valueOf = (read: { readonly ok: boolean }) => ('value' in read ? read.value : 'problem' in read ? read.problem : null)

describe('a number in a cell', () => {
  it('is read with the separators of the language', () => {
    expect(['12,5', '1 234,50', 'kr 1 200,-', '1,234', ''].map((text) => valueOf(readAmount(nb, text)))).toEqual([12.5, 1234.5, 1200, 1.234, undefined])
    expect(['12.5', '1,234.50', '1,234', '1.234', ' '].map((text) => valueOf(readAmount(en, text)))).toEqual([12.5, 1234.5, 1234, 1.234, undefined])
  })

  it('is refused with a sentence that says why', () => {
    expect(valueOf(readAmount(en, 'many'))).toBe('“many” is not a number of 0 or more')
    expect(valueOf(readAmount(en, '-3'))).toBe('“-3” is not a number of 0 or more')
    expect(valueOf(readAmount(en, '2.5', true))).toBe('“2.5” is not a whole number')
    expect(valueOf(readAmount(nb, '1.234'))).toBe('«1.234» kan leses på to måter: skriv det uten skilletegn for tusen')
  })

  it('is read back as it is edited and copied', () => {
    fc.assert(fc.property(fc.nat(10_000_000), fc.constantFrom(en, nb), (cents, words) => {
      expect(valueOf(readAmount(words, plainNumber(words, cents / 100)))).toBe(cents / 100)
    }))
  })
})

describe('a day in a cell', () => {
  it('is read in the forms that people write, the day before the month', () => {
    expect(['31.12.2027', '1. mars 2027', '2027-03-01', '1/3/27', '2030', ''].map((text) => valueOf(readDay(nb, text)))).toEqual(
      ['2027-12-31', '2027-03-01', '2027-03-01', '2027-03-01', '2030-12-31', undefined],
    )
    expect(readDay(en, '3/4/2027')).toEqual({ ok: true, value: '2027-04-03', isDoubtful: true })
    expect(valueOf(readDay(en, 'soon'))).toBe('“soon” is not a date: write it as 2027-12-31 or 31/12/2027')
  })

  it('is read back as it is edited and copied, without a doubt', () => {
    fc.assert(fc.property(calendarDay(), fc.constantFrom(en, nb), (day, words) => {
      expect(readDay(words, plainDay(words, day))).toEqual({ ok: true, value: day, isDoubtful: false })
    }))
  })
})

describe('a choice in a cell', () => {
  const kinds = [{ value: 'server', label: 'Server' }, { value: 'device-class', label: 'Utstyrsklasse' }] as const
  it('is known by its label and by what imports know', () => {
    expect(['utstyrs-klasse', 'VM', 'Enhet'].map((text) => valueOf(readChoice(nb, text, kinds, kindByWord)))).toEqual(['device-class', 'server', 'device-class'])
    expect(valueOf(readChoice(nb, 'bil', kinds, kindByWord))).toBe('«bil» er ingen av: Server, Utstyrsklasse')
  })
})

describe('text, items and waves in a cell', () => {
  it('keeps lines where they belong, and only there', () => {
    expect([valueOf(readText(en, ' a\r\nb ', true)), valueOf(readText(en, ' a\r\nb ')), valueOf(readText(en, ' '))]).toEqual(['a\nb', 'a b', undefined])
  })

  it('finds an item by Id, or by a name that only one has', () => {
    const items = [anItem('A1', { name: 'Journal' }), anItem('A2', { name: 'Lab' }), anItem('A3', { name: 'lab' })]
    const names = itemNames(items)
    expect(['A2', 'journal', 'Lab', 'x'].map((text) => valueOf(readItem(en, text, names)))).toEqual([
      items[1], items[0], 'Several items are called “Lab”: write the Id', 'No item has the name or Id “x”',
    ])
    expect(items.map(names.nameFor)).toEqual(['Journal', 'A2', 'A3'])
  })

  it('knows a wave by number, name or all of it', () => {
    const waves = [{ id: 'w1', number: 1, name: 'Pilot', status: 'planned' }, { id: 'w2', number: 2, status: 'planned' }] as const
    expect(['1', 'bølge 2', 'Pilot', 'Bølge 1: Pilot', '1 · Pilot', '', 'Ikke planlagt'].map((text) => valueOf(readWave(nb, text, waves)))).toEqual(
      [waves[0], waves[1], waves[0], waves[0], waves[0], null, null],
    )
    expect(valueOf(readWave(nb, '7', waves))).toBe('Det finnes ingen bølge «7»')
  })
})
