import type { IsoDate } from '../estate/item'

const millisecondsPerDay = 86_400_000

/** Days since 1970-01-01, in UTC; NaN for text that is no calendar day. */
export const dayNumber = (day: IsoDate): number => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return Number.NaN
  const number = Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay
  return isoDay(number) === day ? number : Number.NaN
}

/** The day of a number of days since 1970-01-01; '' when there is none. */
export const isoDay = (number: number): IsoDate => {
  const date = new Date(number * millisecondsPerDay)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10)
}

/** True for a day that is in the calendar: 2027-02-30 is not. */
export const isIsoDay = (text: string): text is IsoDate => !Number.isNaN(dayNumber(text))

export const addDays = (day: IsoDate, days: number): IsoDate => isoDay(dayNumber(day) + days)

/** Days from `start` to `end`, both counted: a day alone is 1. */
export const daysIncluded = (start: IsoDate, end: IsoDate): number => dayNumber(end) - dayNumber(start) + 1
