import type { Change } from '@core/plan/change'

/** An import that brings nothing but the note that it took place: no step in the history is worth that. */
export const saysTheSame = (change: Change): boolean => {
  const { imports: _note, scenarioId: _place, ...rest } = change
  return Object.values(rest).every((part) => part === undefined)
}
