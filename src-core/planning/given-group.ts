/**
 * A group that a workbook (or an open plan) brings along.
 * `planner`: these items are one group, whatever the dependencies say. `computed`: the computed groups that hold
 * most of these items inherit the name, where there is one, and the wave. For an item with a Wave but no Move group
 * cell, give a computed group of that item alone with `name: null`.
 */
export type GivenGroup = {
  readonly name: string | null
  readonly itemIds: readonly string[]
  readonly waveId: string | null
  readonly origin: 'computed' | 'planner'
  /** Kept where there is one. */
  readonly id?: string
}
