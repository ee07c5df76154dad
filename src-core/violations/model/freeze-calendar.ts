import type { Item } from '../../estate/item'
import { dayNumber } from '../../plan/dates'
import type { FreezeWindow } from '../../plan/rule'
import { isInScope } from './item-scope'
import { isDated, type WaveCalendar } from './wave-calendar'

/** Whether a scope has no day left in a wave. Answers are remembered, since a plan asks for few of them, often. */
export type FreezeCalendar = {
  readonly isFrozen: (scope: number, position: number) => boolean
  /** The freeze windows that leave the scope no day in the wave. */
  readonly windowsOver: (scope: number, position: number) => readonly FreezeWindow[]
}

type DatedWindow = { readonly window: FreezeWindow; readonly start: number; readonly end: number }

const datedWindows = (windows: readonly FreezeWindow[]): readonly DatedWindow[] =>
  windows
    .map((window) => ({ window, start: dayNumber(window.start), end: dayNumber(window.end) }))
    .filter(({ start, end }) => start <= end)
    .toSorted((a, b) => a.start - b.start)

/** True when the windows, ascending by start, cover every day from first to last. */
const cover = (windows: readonly DatedWindow[], first: number, last: number): boolean => {
  let open = first
  for (const { start, end } of windows) {
    if (start > open) return false
    open = Math.max(open, end + 1)
    if (open > last) return true
  }
  return false
}

export const freezeCalendar = (
  windows: readonly FreezeWindow[], scopes: readonly Item[], calendar: WaveCalendar,
): FreezeCalendar => {
  const dated = datedWindows(windows)
  const count = calendar.waves.length
  /** 0 not asked yet, 1 a day is left, 2 frozen. */
  const answers = new Uint8Array(dated.length === 0 ? 0 : scopes.length * count)
  const over = (scope: number, position: number): readonly DatedWindow[] =>
    dated.filter(
      ({ window, start, end }) =>
        end >= calendar.start[position]! &&
        start <= calendar.end[position]! &&
        isInScope(window, scopes[scope] as Item),
    )
  const compute = (scope: number, position: number): boolean =>
    isDated(calendar, position) &&
    cover(over(scope, position), calendar.start[position]!, calendar.end[position]!)
  return {
    isFrozen: (scope, position) => {
      if (dated.length === 0) return false
      const at = scope * count + position
      if (answers[at] === 0) answers[at] = compute(scope, position) ? 2 : 1
      return answers[at] === 2
    },
    windowsOver: (scope, position) => over(scope, position).map(({ window }) => window),
  }
}
