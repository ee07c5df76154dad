import { z } from 'zod'
import type { Item } from '../estate/item'
import type { ItemMerge } from './duplicates-merge'

/** What the planner says of two items that look alike: one of them is both, or (`keep` null) they are two. Ids of an import. */
export type PairDecision = { readonly itemIds: readonly [string, string]; readonly keep: string | null }

/** The same, kept for the next import of the same inventory: items are known again by id and name together. */
export type RememberedDecision = { readonly pair: readonly [string, string]; readonly keep: string | null }

const key = z.string().max(65_536)
export const rememberedDecision: z.ZodType<RememberedDecision> = z.strictObject({ pair: z.tuple([key, key]), keep: key.nullable() })

/** All of a laptop's decisions. */
export const rememberedDecisions = z.object({ version: z.literal(1), pairs: z.array(rememberedDecision) })
export type RememberedDecisions = z.infer<typeof rememberedDecisions>
export const noDecisions: RememberedDecisions = { version: 1, pairs: [] }

const keyOf = ({ id, name }: Item): string => `${id}\n${name}`

const isAbout = (decision: PairDecision, itemIds: PairDecision['itemIds']): boolean =>
  itemIds.includes(decision.itemIds[0]) && itemIds.includes(decision.itemIds[1])

export const decisionOn = (decisions: readonly PairDecision[], itemIds: PairDecision['itemIds']): PairDecision | undefined =>
  decisions.find((decision) => isAbout(decision, itemIds))

/** With another decision on the pair; undefined: none. */
export const decided = (
  decisions: readonly PairDecision[], itemIds: PairDecision['itemIds'], keep: string | null | undefined,
): readonly PairDecision[] => {
  const others = decisions.filter((decision) => !isAbout(decision, itemIds))
  return keep === undefined ? others : [...others, { itemIds, keep }]
}

/** The items that are to be made one. */
export const mergesOf = (decisions: readonly PairDecision[]): readonly ItemMerge[] =>
  decisions.flatMap(({ itemIds: [first, second], keep }) =>
    (keep === null ? [] : [{ keep, drop: keep === first ? second : first }]))

/** What is worth remembering of the decisions on an import. */
export const remembered = (items: readonly Item[], decisions: readonly PairDecision[]): readonly RememberedDecision[] => {
  const itemById = new Map(items.map((item) => [item.id, item]))
  return decisions.flatMap(({ itemIds, keep }): readonly RememberedDecision[] => {
    const [first, second] = itemIds.map((id) => itemById.get(id))
    const kept = keep === null ? null : itemById.get(keep)
    if (!first || !second || kept === undefined) return []
    return [{ pair: [keyOf(first), keyOf(second)], keep: kept && keyOf(kept) }]
  })
}

/** What was decided before on items that are in this import as they were then. */
export const recalledDecisions = (items: readonly Item[], known: readonly RememberedDecision[]): readonly PairDecision[] => {
  if (known.length === 0) return []
  const idByKey = new Map(items.map((item) => [keyOf(item), item.id]))
  return known.flatMap(({ pair, keep }): readonly PairDecision[] => {
    const [first, second, kept] = [idByKey.get(pair[0]), idByKey.get(pair[1]), keep === null ? null : idByKey.get(keep)]
    return first === undefined || second === undefined || kept === undefined ? [] : [{ itemIds: [first, second], keep: kept }]
  })
}

/** Adds decisions to those known, the newest last; those on the same pair replace what was known, and the oldest go. */
export const withDecisions = (
  known: readonly RememberedDecision[], fresh: readonly RememberedDecision[], most = 2_000,
): readonly RememberedDecision[] => {
  const replaced = new Set(fresh.map(({ pair }) => [...pair].sort().join('\n\n')))
  return [...known.filter(({ pair }) => !replaced.has([...pair].sort().join('\n\n'))), ...fresh].slice(-most)
}
