import type { PlanDocument } from '../plan/plan-document'
import type { ProposeOptions } from './proposal'

export type BoundOptions = Pick<ProposeOptions, 'capacity' | 'maxItems' | 'maxWaves'>

/** No complete plan without hard violations has fewer waves than this. 0 for an estate without groups. */
export const lowerBoundWaves = (_document: PlanDocument, _options: BoundOptions): number => {
  throw new Error('not written yet')
}
