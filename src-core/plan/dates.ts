import type { IsoDate } from '../estate/item'

const millisecondsPerDay = 86_400_000

/** Days since 1970-01-01, in UTC; NaN for text that is no calendar day. */
export const dayNumber = (day: IsoDate): number => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return Number.NaN
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))]
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return Number.NaN
  // Counted, not parsed: an estate has tens of thousands. Years begin in March here, so that a leap day is the last.
  const years = month > 2 ? year : year - 1
  const daysBefore = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5)
  return years * 365 + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + daysBefore + date - 1 - 719_468
}

const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
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
