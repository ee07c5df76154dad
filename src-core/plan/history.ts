import type { Change } from './change'

/** Says what a step was, through the catalogue: `Undo: Move 3 groups to wave 2`. */
export type StepLabel = { readonly key: string; readonly params?: Readonly<Record<string, string | number>> }

export type Step = {
  readonly label: StepLabel
  readonly change: Change
  readonly inverse: Change
}

/** Undo and redo without end: `done` steps are in the plan, `undone` ones (last undone last) can come back. */
export type History = { readonly done: readonly Step[]; readonly undone: readonly Step[] }

export const emptyHistory: History = { done: [], undone: [] }
