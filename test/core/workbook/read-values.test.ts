import { describe, expect, it } from 'vitest'
import { joinList, splitList } from '@core/workbook/list-cell'
import { readDate } from '@core/workbook/read-date'
import { readNumber } from '@core/workbook/read-number'
import { importSheets, rawSheet } from './raw-builders'
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

  it('that no calendar has are not read', () => {
    const forms = ['31.02.2027', '2027-13-01', 'soon', '', '1.1', true, null, 12]
    expect(forms.map((form) => readDate(form, 'end'))).toEqual(forms.map(() => null))
  })
})

describe('Numbers', () => {
  it('are read with a comma or a point, with units and currencies', () => {
    const cases: readonly [string, number][] = [
      ['2,5', 2.5], ['1 234,5', 1234.5], ['1.234,50', 1234.5], ['1,234.50', 1234.5], ['kr 1 200,-', 1200], ['12 dagsverk', 12], ['5 ms', 5],
      ['-3', -3], ['1.000.000', 1_000_000], ['0,125', 0.125],
    ]
    expect(cases.map(([text]) => readNumber(text)?.value)).toEqual(cases.map(([, value]) => value))
  })

  it('say when thousands and decimals look alike', () => {
    expect(readNumber('1,234')).toEqual({ value: 1234, doubt: 'ambiguous-number' })
    expect(readNumber('1.234')).toEqual({ value: 1.234, doubt: 'ambiguous-number' })
    expect(readNumber('1.234', true)).toEqual({ value: 1234, doubt: 'ambiguous-number' })
  })

  it('are not made of other text', () => {
    expect(['a lot', '1e5', '1,2,3.4.5', '', true, null].map((cell) => readNumber(cell))).toEqual([null, null, null, null, null, null])
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
  const items = (heading: string, ...cells: readonly string[]) =>
    importSheets(rawSheet('Applications', [['Id', 'Name', heading], ...cells.map((cell, index) => [`a${index}`, `A ${index}`, cell])]))
  const doubts = (imported: ReturnType<typeof items>) => imported.findings.filter(({ type }) => type.startsWith('ambiguous')).length

  it('that shows its decimal sign leaves no number in it in doubt', () => {
    const costs = (...cells: readonly string[]) => {
      const imported = items('Cost', ...cells)
      return [imported.document.estate.items.map(({ cost }) => cost), doubts(imported)]
    }
    expect(costs('1 234,5', '1.000', '2,000')).toEqual([[1234.5, 1000, 2], 0])
    expect(costs('1.5', '1.000', '2,000')).toEqual([[1.5, 1, 2000], 0])
    expect(costs('1,5', '1.5', '1.000')).toEqual([[1.5, 1.5, 1], 1])
    expect(costs('1.000', '2.000')).toEqual([[1, 2], 2])
  })

  it('that shows thousands with a point says what three digits behind a comma were read as', () => {
    const imported = items('Cost', '1.250.000', '1,250', '3.500')
    expect(imported.document.estate.items.map(({ cost }) => cost)).toEqual([1_250_000, 1.25, 3500])
    expect(imported.findings.flatMap(({ type, cell }) => (type === 'ambiguous-number' ? [cell] : []))).toEqual(['C3'])
  })

  it('that holds dates with points as well says which were read with the month first', () => {
    const imported = items('End of support', '31.12.2027', '12/31/2027', '03/04/2027')
    expect(imported.document.estate.items.map(({ endOfSupport }) => endOfSupport)).toEqual(['2027-12-31', '2027-12-31', '2027-03-04'])
    expect(imported.findings.flatMap(({ type, cell }) => (type === 'month-first' ? [cell] : []))).toEqual(['C4'])
  })

  it('of ends of support holds none where a program has written its first or last day', () => {
    const imported = items('End of support', '01.01.1900', '1970-01-01', '31.12.2199', '2027-12-31')
    expect(imported.document.estate.items.map(({ endOfSupport }) => endOfSupport)).toEqual([undefined, undefined, undefined, '2027-12-31'])
    expect(imported.document.estate.items[0]?.extra).toEqual([['End of support (as written)', '01.01.1900']])
    expect(imported.findings.flatMap(({ type, cell }) => (type === 'placeholder-date' ? [cell] : []))).toEqual(['C2', 'C3', 'C4'])
  })

  it('that shows whether the day or the month comes first leaves no date in it in doubt', () => {
    const ends = (...cells: readonly string[]) => {
      const imported = items('End of support', ...cells)
      return [imported.document.estate.items.map(({ endOfSupport }) => endOfSupport), doubts(imported)]
    }
    expect(ends('03/04/2027', '12/31/2027')).toEqual([['2027-03-04', '2027-12-31'], 0])
    expect(ends('03/04/2027', '31/12/2027')).toEqual([['2027-04-03', '2027-12-31'], 0])
    expect(ends('03/04/2027', '31/12/2027', '12/31/2027')).toEqual([['2027-04-03', '2027-12-31', '2027-12-31'], 1])
  })
})
