import type { ExtraField } from './item'
import type { RowSource } from './source'

/** *from* needs *to* (DESIGN 2). */

export const dependencyTypes = ['runs-on', 'uses', 'data-flow', 'authenticates', 'contains', 'other'] as const
export type DependencyType = (typeof dependencyTypes)[number]

export const strengths = ['hard', 'soft'] as const
export type Strength = (typeof strengths)[number]

export const orders = ['together', 'provider-first', 'any'] as const
export type Order = (typeof orders)[number]

export type Dependency = {
  /** Unique in the estate; made from its ends and a running number, never shown. */
  readonly id: string
  /** Id of the item that needs. */
  readonly from: string
  /** Id of the item that is needed. */
  readonly to: string
  readonly type: DependencyType
  readonly strength: Strength
  readonly order: Order
  readonly maxLatencyMs?: number
  /** Price of a day's bridge; absent counts as 1 (DESIGN 5, point 9). */
  readonly pricePerDay?: number
  readonly confidence?: string
  readonly source?: string
  readonly notes?: string
  readonly extra?: readonly ExtraField[]
  /** Where it was read, the newest import last. */
  readonly sources?: readonly RowSource[]
}

/** A dependency row one of whose ends names nothing in the estate: kept as it was written, planned with never. */
export type UnresolvedDependency = Omit<Dependency, 'from' | 'to'> & {
  readonly fromText: string
  readonly toText: string
}
