import type { History } from '../plan/history'
import type { PlanDocument } from '../plan/plan-document'
import type { Result } from '../result'

export type PlanFile = { readonly document: PlanDocument; readonly history: History }

/** Why a `.waveplan` could not be read. */
export type PlanFileError =
  | { readonly type: 'not-a-plan-file' }
  /** It begins as a plan file, but ends early or is no JSON. */
  | { readonly type: 'damaged-plan-file'; readonly detail: string }
  /** Written by a newer program than this. */
  | { readonly type: 'newer-plan-file'; readonly version: number; readonly supported: number }
  /** It is a plan file, but its contents contradict the format; `path` says where. */
  | { readonly type: 'invalid-plan-file'; readonly path: string; readonly detail: string }

/** A plan with its history as the text of a `.waveplan`. */
export const encodePlanFile = (_document: PlanDocument, _history: History): string => {
  throw new Error('not written yet')
}

/** Reads a `.waveplan` of this or any older version. */
export const decodePlanFile = (_text: string): Result<PlanFile, PlanFileError> => {
  throw new Error('not written yet')
}
