import type { Item } from '../estate/item'

export type Resolved = { readonly type: 'found'; readonly id: string } | { readonly type: 'none' | 'ambiguous' }

const none: Resolved = { type: 'none' }
const ambiguous: Resolved = { type: 'ambiguous' }

/** Finds items by what people write: the Id, else a name that only one item has, else such a name in other letters' case. */
export class References {
  readonly #ids: ReadonlySet<string>
  readonly #byName = new Map<string, Resolved>()
  readonly #byLowerName = new Map<string, Resolved>()

  constructor(items: readonly Item[]) {
    this.#ids = new Set(items.map((item) => item.id))
    for (const item of items) {
      const found: Resolved = { type: 'found', id: item.id }
      this.#byName.set(item.name, this.#byName.has(item.name) ? ambiguous : found)
      const lower = item.name.toLowerCase()
      this.#byLowerName.set(lower, this.#byLowerName.has(lower) ? ambiguous : found)
    }
  }

  find(text: string): Resolved {
    if (this.#ids.has(text)) return { type: 'found', id: text }
    return this.#byName.get(text) ?? this.#byLowerName.get(text.toLowerCase()) ?? none
  }
}
