import type { RawDate } from '@core/workbook/raw-workbook'

const secondsPerDay = 86_400
/** Days from the start of either calendar to 1 January 1970. */
const unixDay = { from1900: 25_569, from1904: 24_107 }
/** 31 December 9999, the last day that a spreadsheet knows. */
const lastSecond = 253_402_300_799

/**
 * A date serial as the day or moment that the sheet shows, to the second; null where it is no date (below 0, after
 * the year 9999). Excel's 1900 calendar has a 29 February 1900 that never was, so the days before it are one off.
 */
export const serialToDate = (serial: number, date1904: boolean): RawDate | null => {
  const shifted = !date1904 && serial < 60 ? serial + 1 : serial
  const seconds = Math.round((shifted - (date1904 ? unixDay.from1904 : unixDay.from1900)) * secondsPerDay)
  if (!(serial >= 0) || seconds > lastSecond) return null
  const iso = new Date(seconds * 1000).toISOString()
  return { date: iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19) }
}

/** The other way, for writing: days since the 1900 calendar began. Null for what is no date or before March 1900. */
export const dateToSerial = (date: string): number | null => {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}))?$/.exec(date)
  if (!match) return null
  const time = Date.parse(`${match[1]}T${match[2] ?? '00:00:00'}Z`)
  const serial = time / 1000 / secondsPerDay + unixDay.from1900
  const isReal = Number.isFinite(time) && new Date(time).toISOString().startsWith(match[1] ?? '')
  return isReal && serial >= 61 ? serial : null
}
