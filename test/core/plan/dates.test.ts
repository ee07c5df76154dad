import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayNumber, daysIncluded, isIsoDay, isoDay } from '@core/plan/dates'

describe('dates', () => {
  it('are numbered from 1970-01-01, in UTC', () => {
    expect([dayNumber('1970-01-01'), dayNumber('2027-03-28'), dayNumber('1969-12-31')]).toEqual([0, 20_905, -1])
    fc.assert(fc.property(fc.integer({ min: -100_000, max: 100_000 }), (day) => {
      expect(dayNumber(isoDay(day))).toBe(day)
    }))
    for (let day = dayNumber('1896-01-01'); day < dayNumber('2105-01-01'); day += 1) expect(dayNumber(isoDay(day))).toBe(day)
  })

  it('are only those of the calendar', () => {
    expect(['2028-02-29', '2027-02-29', '2027-13-01', '2027-00-10', '2027-04-31', '2027-04-00', '2100-02-29', '2027-1-1', '', '2027-01-01T00:00'].map(isIsoDay)).toEqual([true, ...Array.from({ length: 9 }, () => false)])
    expect([isoDay(Number.NaN), isoDay(Number.POSITIVE_INFINITY)]).toEqual(['', ''])
  })

  it('can be added to and counted, over the change to summer time too', () => {
    expect(addDays('2027-03-27', 2)).toBe('2027-03-29')
    expect(addDays('2027-01-01', -1)).toBe('2026-12-31')
    expect(daysIncluded('2027-03-27', '2027-03-29')).toBe(3)
    expect(daysIncluded('2027-03-27', '2027-03-27')).toBe(1)
  })
})
