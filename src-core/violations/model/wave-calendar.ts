import { dayNumber } from '../../plan/dates'
import type { Wave } from '../../plan/wave'

/** Days that an undated wave counts in the price of a bridge (DESIGN 5, point 9). */
export const daysOfUndatedWave = 30

/** The waves by position, ascending by number, with their dates as day numbers (NaN where there is none). */
export type WaveCalendar = {
  readonly waves: readonly Wave[]
  readonly positionById: ReadonlyMap<string, number>
  readonly start: Float64Array
  readonly end: Float64Array
  /**
   * How long a bridge stands whose ends are at these positions, at `days[earlier * waves + later]`: from the
   * earlier wave's start to the later one's end, both days counted; 30 days for each wave from the one to the other
   * where these days are not known or make no sense.
   */
  readonly days: Float64Array
}

const day = (text: string | undefined): number => (text === undefined ? Number.NaN : dayNumber(text))

const bridgeDays = (start: Float64Array, end: Float64Array): Float64Array => {
  const count = start.length
  const days = new Float64Array(count * count)
  for (let a = 0; a < count; a++) {
    for (let b = a; b < count; b++) {
      const dated = end[b]! - start[a]! + 1
      const length = dated > 0 ? dated : (b - a + 1) * daysOfUndatedWave
      days[a * count + b] = length
      days[b * count + a] = length
    }
  }
  return days
}

const compile = (given: readonly Wave[]): WaveCalendar => {
  const waves = given.toSorted((a, b) => a.number - b.number)
  const start = Float64Array.from(waves, (wave) => day(wave.start))
  const end = Float64Array.from(waves, (wave) => day(wave.end))
  return {
    waves,
    positionById: new Map(waves.map((wave, position) => [wave.id, position])),
    start,
    end,
    days: bridgeDays(start, end),
  }
}

const calendars = new WeakMap<readonly Wave[], WaveCalendar>()

/** The same calendar for the same list of waves. */
export const waveCalendar = (waves: readonly Wave[]): WaveCalendar => {
  const known = calendars.get(waves)
  if (known) return known
  const made = compile(waves)
  calendars.set(waves, made)
  return made
}

/** A wave is dated when both of its days are known. */
export const isDated = (calendar: WaveCalendar, position: number): boolean =>
  !Number.isNaN(calendar.start[position]! + calendar.end[position]!)
