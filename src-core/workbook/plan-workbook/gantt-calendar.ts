import { addDays, dayNumber, isIsoDay, isoDay } from '../../plan/dates'
import type { IsoDate } from '../../estate/item'
import type { Wave } from '../../plan/wave'

export type Period = { readonly start: IsoDate; readonly end: IsoDate; readonly group: string }
export type Scale = 'weeks' | 'months' | 'quarters'
export type GanttCalendar = { readonly scale: Scale; readonly periods: readonly Period[] }
export type DatedWave = Wave & { readonly start: IsoDate; readonly end: IsoDate }

export const isDatedWave = (wave: Wave): wave is DatedWave =>
  wave.start !== undefined && wave.end !== undefined && isIsoDay(wave.start) && isIsoDay(wave.end) && wave.start <= wave.end

/** More columns than this are not read any more; a calendar that would need them takes the next larger period. */
const mostWeeks = 80
const mostMonths = 96
const mostPeriods = 400

const monday = (day: IsoDate): IsoDate => addDays(day, -((dayNumber(day) + 3) % 7 + 7) % 7)

const monthAfter = (day: IsoDate, months: number): IsoDate => {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`
}

const weeksFrom = (first: IsoDate, last: IsoDate): readonly Period[] => {
  const start = dayNumber(monday(first))
  const count = Math.floor((dayNumber(last) - start) / 7) + 1
  return Array.from({ length: count }, (_, index) => {
    const day = isoDay(start + index * 7)
    return { start: day, end: addDays(day, 6), group: day.slice(0, 7) }
  })
}

const monthsFrom = (first: IsoDate, last: IsoDate, length: number): readonly Period[] => {
  const month = Number(first.slice(5, 7)) - 1
  let start = `${first.slice(0, 5)}${String(month - (month % length) + 1).padStart(2, '0')}-01`
  const periods: Period[] = []
  while (start <= last && periods.length < mostPeriods) {
    const next = monthAfter(start, length)
    periods.push({ start, end: addDays(next, -1), group: start.slice(0, 4) })
    start = next
  }
  return periods
}

/** The periods from the first wave's start to the last one's end; null while no wave has both dates. */
export const ganttCalendar = (waves: readonly Wave[]): GanttCalendar | null => {
  const dated = waves.filter(isDatedWave)
  if (dated.length === 0) return null
  const first = dated.reduce((day, wave) => (wave.start < day ? wave.start : day), dated[0]?.start ?? '')
  const last = dated.reduce((day, wave) => (wave.end > day ? wave.end : day), '')
  const days = dayNumber(last) - dayNumber(first)
  if (days <= (mostWeeks - 1) * 7) return { scale: 'weeks', periods: weeksFrom(first, last) }
  if (days <= (mostMonths - 1) * 30.4) return { scale: 'months', periods: monthsFrom(first, last, 1) }
  return { scale: 'quarters', periods: monthsFrom(first, last, 3) }
}
