import type { Estate } from '../estate/estate'
import type { Item } from '../estate/item'
import type { LikenessEvidence } from './likeness'

/** Which item of the open plan an imported one is, and how that is known. */
export type ItemMatch =
  /** `planner`: somebody said so. */
  | { readonly openId: string; readonly by: 'id' | 'name' | 'planner' }
  | { readonly openId: string; readonly by: 'likeness'; readonly evidence: LikenessEvidence }

/** What is matched so far. */
export class Matching {
  readonly matches = new Map<string, ItemMatch>()
  readonly openById: ReadonlyMap<string, Item>
  readonly #taken = new Set<string>()

  constructor(readonly open: Estate, readonly imported: Estate) {
    this.openById = new Map(open.items.map((item) => [item.id, item]))
  }

  readonly match = (importedId: string, found: ItemMatch): void => {
    this.matches.set(importedId, found)
    this.#taken.add(found.openId)
  }

  /** Whether it is an item of the plan that is none of the import yet. */
  isFree(openId: string): boolean {
    return this.openById.has(openId) && !this.#taken.has(openId)
  }

  free(): readonly Item[] {
    return this.#taken.size === this.open.items.length ? [] : this.open.items.filter(({ id }) => !this.#taken.has(id))
  }

  stray(): readonly Item[] {
    return this.matches.size === this.imported.items.length ? [] : this.strayAmong(this.imported.items)
  }

  strayAmong(items: readonly Item[]): readonly Item[] {
    return items.filter(({ id }) => !this.matches.has(id))
  }

  /** The pairs so far. */
  known(): readonly (readonly [open: Item, imported: Item])[] {
    return this.imported.items.flatMap((item) => {
      const before = this.openById.get(this.matches.get(item.id)?.openId ?? '')
      return before ? [[before, item] as const] : []
    })
  }
}

/** Makes a value when it is asked for first. */
export const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | null = null
  return () => (made ??= { value: make() }).value
}

/** Those that are alone with their key on both sides; the open ones by another key where one is given. */
export const matchByKey = (
  open: readonly Item[], imported: readonly Item[], keyOf: (item: Item) => string,
  match: (importedId: string, found: ItemMatch) => void, openKeyOf = keyOf,
): void => {
  const openByKey = alone(open, openKeyOf)
  for (const [key, item] of alone(imported, keyOf)) {
    const same = openByKey.get(key)
    if (same) match(item.id, { openId: same.id, by: 'name' })
  }
}

/** The items whose key no other has. */
export const alone = (items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, Item> => {
  const byKey = new Map<string, Item>()
  const repeated = new Set<string>()
  for (const item of items) {
    const key = keyOf(item)
    if (byKey.has(key)) repeated.add(key)
    byKey.set(key, item)
  }
  for (const key of repeated) byKey.delete(key)
  return byKey
}
