import { describe, expect, it } from 'vitest'
import { joinList, splitList } from '@core/workbook/list-cell'
import { readDate } from '@core/workbook/read-date'
import { readNumber } from '@core/workbook/read-number'
import type { RawCell } from '@core/workbook/raw-workbook'
import { findingsOf, importAs, importSheets, rawSheet } from './raw-builders'
import { waveNumber } from '@core/workbook/wave-book'

describe('Dates', () => {
  it('are read in the forms that people write', () => {
    const forms = [
      '2027-03-01', '2027-03-01T10:00:00', '1.3.2027', '01.03.27', '1. mars 2027', '1 Mar 2027', 'March 1, 2027', '1-3-2027', '2027/3/1', '20270301',
      'den 1 mars 2027', { date: '2027-03-01T23:59:59' }, 46447,
    ]
    expect(forms.map((form) => readDate(form, 'start'))).toEqual(forms.map(() => ({ date: '2027-03-01' })))
  })

  it('say when they could mean something else', () => {
    expect(readDate('1/3/2027', 'start')).toEqual({ date: '2027-03-01', doubt: 'ambiguous-date' })
    expect(readDate('3/25/2027', 'start')).toEqual({ date: '2027-03-25' })
    expect(readDate('2027', 'end')).toEqual({ date: '2027-12-31', doubt: 'year-only' })
    const doubt = 'year-only'
    for (const text of ['mars 2029', 'Mar. 2029', '03/2029', '3.2029', '2029-03']) {
      expect(readDate(text, 'end'), text).toEqual({ date: '2029-03-31', doubt })
      expect(readDate(text, 'start'), text).toEqual({ date: '2029-03-01', doubt })
    }
    for (const text of ['Q4 2027', 'q4/2027', '4. kvartal 2027', 'K4 2027']) expect(readDate(text, 'end'), text).toEqual({ date: '2027-12-31', doubt })
    for (const text of ['13/2029', 'Wave 2029', 'Q5 2027', '2029-00']) expect(readDate(text, 'end'), text).toBeNull()
    expect(readDate(2027, 'start')).toEqual({ date: '2027-01-01', doubt: 'year-only' })
  })

  it('with a year of two figures begin with the day, or with the year where only that is near', () => {
    expect(readDate('31-12-27', 'end')).toEqual({ date: '2027-12-31', doubt: 'ambiguous-date' })
    expect(readDate('27-03-01', 'end')).toEqual({ date: '2027-03-01', doubt: 'year-first' })
    expect(readDate('35-03-01', 'end')).toEqual({ date: '2035-03-01' })
    expect(readDate('31.12.95', 'end')).toEqual({ date: '1995-12-31' })
  })

  it('that no calendar has are not read', () => {
    const forms = ['31.02.2027', '2027-13-01', 'soon', '', '1.1', '2027-03-01 eller senere', true, null, 12]
    expect(forms.map((form) => readDate(form, 'end'))).toEqual(forms.map(() => null))
  })
})

describe('Numbers', () => {
  it('are read with a comma or a point, with units and currencies', () => {
    const cases: readonly [string, number][] = [
      ['2,5', 2.5], ['1 234,5', 1234.5], ['1.234,50', 1234.5], ['1,234.50', 1234.5], ['kr 1 200,-', 1200], ['12 dagsverk', 12], ['5 ms', 5],
      ['-3', -3], ['1.000.000', 1_000_000], ['0,125', 0.125], ['1 250', 1250], ["1'250", 1250], ['1’250', 1250], ['1\u202f250,5', 1250.5],
      ['kr 1.250,-', 1250], ['1250:-', 1250], ['1.250,– NOK', 1250], ['1,2 mill', 1_200_000], ['MNOK 1,2', 1_200_000], ['3 mill. kr', 3_000_000], ['250k', 250_000],
      ['250 tkr', 250_000], ['(1 250)', -1250], ['−5', -5], ['–5 kr', -5], ['$1,250.50', 1250.5],
    ]
    expect(cases.map(([text]) => readNumber(text)?.value)).toEqual(cases.map(([, value]) => value))
  })

  it('say when thousands and decimals look alike', () => {
    expect(readNumber('1,234')).toEqual({ value: 1234, doubt: 'ambiguous-number' })
    expect(readNumber('1.234')).toEqual({ value: 1.234, doubt: 'ambiguous-number' })
    expect(readNumber('1.234', true)).toEqual({ value: 1234, doubt: 'ambiguous-number' })
  })

  it('are not made of other text', () => {
    const others = [
      'a lot', '1e5', '1,2,3.4.5', '', true, null, '10 20', '12 5', '1.23,45', '10-20', '>100', '50%', '12-', '500 kr/mnd', '5m', '40 t', '2 mnd', 'ca. 40', '(-5)',
    ]
    expect(others.map((cell) => readNumber(cell))).toEqual(others.map(() => null))
  })
})

describe('Lists and waves', () => {
  it('come back as they were, whatever the ids hold', () => {
    const ids = ['a', 'b;c', '"quoted"', 'line\nbreak', 'd e']
    expect(splitList(joinList(ids))).toEqual(ids)
    expect(splitList(' a ;; b\nc;')).toEqual(['a', 'b', 'c'])
  })

  it('are known by number in any of the languages', () => {
    expect(['Wave 3', 'bølge 3', 'W3', '3', 3, 'Våg 3'].map((cell) => waveNumber(cell))).toEqual([3, 3, 3, 3, 3, 3])
    expect(['Pilot', 'Wave 1-NEW', 1.5, -1].map((cell) => waveNumber(cell))).toEqual([null, null, null, null])
  })
})

describe('A column', () => {
  const columnOf = (heading: string, field: string, cells: readonly RawCell[]) => {
    const columns = [['Id', 'id'], ['Name', 'name'], [heading, field]].map(([text = '', of = ''], column) => ({ heading: text, column, field: of, confidence: 1, reason: 'planner' as const }))
    const reading = { role: 'items' as const, kind: 'application' as const, headerRow: 1, columns, preset: null, confidence: 1 }
    return importAs(reading, rawSheet('Applications', [['Id', 'Name', heading], ...cells.map((cell, index) => [`a${index}`, `A ${index}`, cell])]))
  }
  /** What each cell was read as, and what is said of it by type and place. */
  const read = (heading: string, field: 'cost' | 'effort' | 'users' | 'endOfSupport', ...cells: readonly RawCell[]) => {
    const imported = columnOf(heading, field, cells)
    return [imported.document.estate.items.map((item) => item[field]), findingsOf(imported).map((found) => found.replace(/^\w+ | Applications/g, ''))]
  }
  const costs = (...cells: readonly RawCell[]) => read('Cost', 'cost', ...cells)
  const ends = (...cells: readonly RawCell[]) => read('End of support', 'endOfSupport', ...cells)

  it('that shows its decimal sign leaves no number in it in doubt', () => {
    expect(costs('1 234,5', '1.000', '2,000')).toEqual([[1234.5, 1000, 2], []])
    expect(costs('1.5', '1.000', '2,000')).toEqual([[1.5, 1, 2000], []])
    expect(costs('1.250.000', '1.250')).toEqual([[1_250_000, 1250], []])
    expect(costs('1.250,-', '2.500')).toEqual([[1250, 2500], []])
    expect(costs('1,5', '1.5', '1.000')).toEqual([[1.5, 1.5, 1000], ['ambiguous-number C4']])
  })

  it('that shows only thousands says what three digits behind the other sign were read as', () => {
    expect(costs('1.250.000', '1,250', '3.500')).toEqual([[1_250_000, 1.25, 3500], ['ambiguous-number C3']])
    expect(read('Users', 'users', '1,250', '1 200,0')).toEqual([[1250, 1200], ['ambiguous-number C2']])
  })

  it('of money has thousands where nothing shows more, and of effort decimals behind a point', () => {
    expect(costs('1.000', '2.000')).toEqual([[1000, 2000], ['ambiguous-number C2', 'ambiguous-number C3']])
    expect(read('Effort', 'effort', '1.500')).toEqual([[1.5], ['ambiguous-number C2']])
  })

  it('of effort is in person-days: hours and weeks become them with a word, other units are kept', () => {
    expect(read('Effort', 'effort', '3 dager', '37,5 t', '2 uker', 'ca. 4', '2 mnd', '1 200 kr', '0,5 årsverk')).toEqual([
      [3, 5, 10, 4, undefined, undefined, undefined],
      ['converted-number C3', 'converted-number C4', 'ambiguous-number C5', 'other-unit C6', 'other-unit C7', 'other-unit C8'],
    ])
    expect(read('Timer', 'effort', 15, '7,5', '3 dager')).toEqual([[2, 1, 3], ['column-unit C1']])
    expect(read('Innsats (uker)', 'effort', 2)).toEqual([[10], ['column-unit C1']])
    expect(read('Innsats (måneder)', 'effort', 2)).toEqual([[undefined], ['other-unit C2']])
    expect(read('Innsats (årsverk)', 'effort', 2)).toEqual([[undefined], ['other-unit C2']])
    expect(columnOf('Effort', 'effort', ['2 mnd']).document.estate.items[0]?.extra).toEqual([['Effort (as written)', '2 mnd']])
  })

  it('of money takes what its heading says for figures that say nothing', () => {
    expect(read('Kostnad (kNOK)', 'cost', 250, '1,2 mill', '500 kr')).toEqual([[250_000, 1_200_000, 500], ['column-unit C1']])
    expect(read('Kostnad (NOK)', 'cost', '450 EUR', '300 kr', 5)).toEqual([[450, 300, 5], ['other-currency C2']])
    expect(costs(200, 300, '450 EUR', '3 dager')).toEqual([[200, 300, 450, undefined], ['other-currency C4', 'other-unit C5']])
  })

  it('that shows whether the day or the month comes first leaves no date in it in doubt', () => {
    expect(ends('03/04/2027', '31/12/2027')).toEqual([['2027-04-03', '2027-12-31'], []])
    expect(ends('03/04/2027', '12/31/2027', '11/30/2027')).toEqual([['2027-03-04', '2027-12-31', '2027-11-30'], []])
  })

  it('in which one date alone has the month first, or others have points, says which it took', () => {
    expect(ends('03/04/2027', '12/31/2027')).toEqual([['2027-03-04', '2027-12-31'], ['month-first C2']])
    expect(ends('03/04/2027', '12/31/2027', '11/30/2027', '31.12.2027')).toEqual([['2027-03-04', '2027-12-31', '2027-11-30', '2027-12-31'], ['month-first C2']])
    expect(ends('03-04-2027', '12-31-2027')).toEqual([['2027-03-04', '2027-12-31'], ['month-first C2']])
  })

  it('with dates of both orders says of each doubtful one how it was read, as most of them are', () => {
    expect(ends('03/04/2027', '31/12/2027', '12/31/2027', '05/06/2027')).toEqual([['2027-04-03', '2027-12-31', '2027-12-31', '2027-06-05'], ['ambiguous-date C2', 'ambiguous-date C5']])
    expect(ends('03/04/2027', '31/12/2027', '12/31/2027', '11/30/2027')).toEqual([['2027-03-04', '2027-12-31', '2027-12-31', '2027-11-30'], ['month-first C2']])
  })

  it('of which a program seems to have turned the dates that it knew says so once', () => {
    const typed = ['2027-04-03', '2027-05-06', '2028-11-12'].map((date) => ({ date }))
    expect(ends('12/31/2027', '11/30/2027', ...typed)[1]).toEqual(['swapped-dates C1'])
    expect(ends('12/31/2027', '11/30/2027', ...typed, { date: '2027-04-30' })[1]).toEqual([])
  })

  it('of a sheet that was written here keeps every end of support that was accepted before', () => {
    const headings = ['Id', 'Name', 'End of support', 'Move group', 'Move group origin']
    const imported = importSheets(rawSheet('Applications', [headings, ['a', 'A', { date: '2099-12-31' }, 'G', 'Planner']]))
    expect(imported.document.estate.items.map(({ endOfSupport }) => endOfSupport)).toEqual(['2099-12-31'])
  })

  it('takes no end of support from what programs write for none, nor from a mistyped year', () => {
    const none = [
      '01.01.1900', { date: '1899-12-30' }, '1900-01-00', '31.12.9999', '2099-12-31', '01.01.1970', '0001-01-01', { date: '9999-12-31' }, '31.12.99', '00.00.0000', '12/31/9999',
      '31.12.2199',
    ]
    expect(ends(...none)).toEqual([none.map(() => undefined), none.map((_, index) => `placeholder-date C${index + 2}`)])
    expect(ends({ date: '2207-05-01' }, '1.5.1967', '01.05.2031')).toEqual([[undefined, undefined, '2031-05-01'], ['far-date C2', 'far-date C3']])
    expect(columnOf('End of support', 'endOfSupport', ['31.12.9999']).document.estate.items[0]?.extra).toEqual([['End of support (as written)', '31.12.9999']])
  })
})
