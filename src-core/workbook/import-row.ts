import type { Dependency } from '../estate/dependency'
import type { CellValue, Item } from '../estate/item'
import type { RowSource } from '../estate/source'
import type { FreezeWindow, Rule } from '../plan/rule'
import type { Wave } from '../plan/wave'
import type { ItemMatch } from './matching'

/** Every kind of change that an import can offer, in the order in which they are shown. */
export const importRowKinds = [
  'new-item', 'renamed', 'changed', 'filled', 'cleared', 'gone-item', 'new-dependency', 'changed-dependency', 'gone-dependency',
  'plan-part', 'changed-wave', 'new-wave', 'new-rule', 'new-freeze-window',
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
  | { readonly kind: 'new-item'; readonly item: Item; readonly importedId: string }
  | ({ readonly kind: 'renamed' | 'changed' | 'filled' | 'cleared'; readonly item: Item; readonly match: ItemMatch; readonly importedId: string } & Change)
  | { readonly kind: 'gone-item'; readonly item: Item }
  /** `unresolvedId`: what it was in the plan while it pointed at nothing. */
  | { readonly kind: 'new-dependency'; readonly dependency: Dependency; readonly unresolvedId?: string }
  | { readonly kind: 'gone-dependency'; readonly dependency: Dependency }
  | ({ readonly kind: 'changed-dependency'; readonly dependency: Dependency; readonly source: RowSource | undefined } & Change)
  | { readonly kind: 'plan-part'; readonly part: PlanPart; readonly count: number }
  | ({ readonly kind: 'changed-wave'; readonly wave: Wave } & Change)
  | PlanAddition

/** What the plan has none of, although it has others. Items of a rule by their ids in the plan. */
export type PlanAddition =
  | { readonly kind: 'new-wave'; readonly wave: Wave }
  | { readonly kind: 'new-rule'; readonly rule: Rule }
  | { readonly kind: 'new-freeze-window'; readonly freezeWindow: FreezeWindow }

/** One change that an import offers and the planner accepts or not. Items and dependencies are those of the open plan where they are in it. */
export type ImportRow = Rows & {
  /** The same change has the same key in every comparison of the same two. */
  readonly key: string
  /** The value in the plan was edited by hand since it was imported. */
  readonly edited: boolean
  /** Whether it is taken unless the planner says otherwise: everything that loses nothing. */
  readonly suggested: boolean
}

/** Rows about the plan itself; the others are about the estate. */
export type PlanRow = Extract<ImportRow, { readonly kind: 'plan-part' | 'changed-wave' | PlanAddition['kind'] }>

export const isPlanRow = (row: ImportRow): row is PlanRow => row.kind === 'plan-part' || row.kind === 'changed-wave' || isPlanAddition(row)

export const isPlanAddition = (row: ImportRow): row is ImportRow & PlanAddition =>
  row.kind === 'new-wave' || row.kind === 'new-rule' || row.kind === 'new-freeze-window'
