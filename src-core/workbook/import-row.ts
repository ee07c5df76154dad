import type { Dependency } from '../estate/dependency'
import type { CellValue, Item } from '../estate/item'
import type { RowSource } from '../estate/source'
import type { Wave } from '../plan/wave'
import type { ItemMatch } from './match-items'

/** Every kind of change that an import can offer, in the order in which they are shown. */
export const importRowKinds = [
  'new-item', 'renamed', 'changed', 'filled', 'cleared', 'gone-item', 'new-dependency', 'changed-dependency', 'gone-dependency',
  'plan-part', 'changed-wave',
] as const
export type ImportRowKind = (typeof importRowKinds)[number]

/** What a plan that has none of it yet can take as a whole. */
export const planParts = ['waves', 'rules', 'freezeWindows'] as const
export type PlanPart = (typeof planParts)[number]

/** What a field holds, before or after; undefined: blank. */
export type FieldValue = CellValue | undefined

type Change = {
  /** A field of the item or dependency, or `extra:HEADING`. */
  readonly field: string
  readonly before: FieldValue
  readonly after: FieldValue
}

type Rows =
  | { readonly kind: 'new-item'; readonly item: Item }
  | ({ readonly kind: 'renamed' | 'changed' | 'filled' | 'cleared'; readonly item: Item; readonly match: ItemMatch; readonly importedId: string } & Change)
  | { readonly kind: 'gone-item'; readonly item: Item }
  | { readonly kind: 'new-dependency' | 'gone-dependency'; readonly dependency: Dependency }
  | ({ readonly kind: 'changed-dependency'; readonly dependency: Dependency; readonly source: RowSource | undefined } & Change)
  | { readonly kind: 'plan-part'; readonly part: PlanPart; readonly count: number }
  | ({ readonly kind: 'changed-wave'; readonly wave: Wave } & Change)

/** One change that an import offers and the planner accepts or not. Items and dependencies are those of the open plan where they are in it. */
export type ImportRow = Rows & {
  /** The same change has the same key in every comparison of the same two. */
  readonly key: string
  /** The value in the plan was edited by hand since it was imported. */
  readonly edited: boolean
  /** Whether it is taken unless the planner says otherwise: everything that loses nothing. */
  readonly suggested: boolean
}
