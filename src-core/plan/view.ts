/** What the planner has named in order to come back to it: filters, and views of the graph. */

/** `level`: how many steps of need lie above an item. */
export const graphGroupings = ['wave', 'service-area', 'organisation', 'platform', 'supplier', 'level'] as const
export type GraphGrouping = (typeof graphGroupings)[number]

export const graphColours = [
  'kind', 'wave', 'criticality', 'organisation', 'disposition', 'phase-out-reason', 'end-of-support',
] as const
export type GraphColour = (typeof graphColours)[number]

export const conditionTests = [
  'contains', 'is', 'is-not', 'blank', 'filled', 'at-least', 'at-most', 'before', 'after',
] as const
export type ConditionTest = (typeof conditionTests)[number]

/**
 * One condition on an item. `field` is a field of Item, `wave`, `group`, `any`, `extra:HEADING`, or `filter`: then the values
 * are names of filters of the plan, so that filters combine.
 */
export type ItemCondition = {
  readonly field: string
  readonly test: ConditionTest
  /** Any of them is enough; none for `blank` and `filled`. */
  readonly values: readonly string[]
}

export type ItemFilter = { readonly match: 'all' | 'any'; readonly conditions: readonly ItemCondition[] }

export type NamedFilter = { readonly id: string; readonly name: string; readonly filter: ItemFilter }

/** The middle of the picture in its own units, and how far it is enlarged. */
export type GraphPlace = { readonly x: number; readonly y: number; readonly zoom: number }

export type GraphSettings = {
  readonly grouping: GraphGrouping
  readonly colour: GraphColour
  readonly size: 'items' | 'effort'
  /** What does not pass is hidden, or what does is marked; null: nothing is looked for. */
  readonly filter: ItemFilter | null
  /** The filter hides nothing and only marks. */
  readonly marks?: boolean
  /** Classes of the legend that are switched off. */
  readonly mutedClasses: readonly string[]
  /** Keys of groups, platforms or organisations that are folded up. */
  readonly closed: readonly string[]
  /** Keys of those that are hidden today. */
  readonly hidden: readonly string[]
}

export type NamedView = {
  readonly id: string
  readonly name: string
  readonly settings: GraphSettings
  /** null: as much as fits. */
  readonly place: GraphPlace | null
}
