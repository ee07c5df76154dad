import type { PlanState } from '../stores/plan-store'

export type SavedStateName = 'not-kept' | 'keeping' | 'in-file' | 'newer-than-file' | 'in-no-file'

/** The one thing that is true of where a plan is kept: a failure before all, and nothing claimed before its commit. */
export const savedStateOf = (state: Pick<PlanState, 'kept' | 'filePath' | 'fileSaved'>): SavedStateName => {
  if (state.kept === 'failed') return 'not-kept'
  if (state.kept === 'keeping') return 'keeping'
  if (state.filePath === null) return 'in-no-file'
  return state.fileSaved ? 'in-file' : 'newer-than-file'
}
