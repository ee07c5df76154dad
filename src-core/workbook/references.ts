import type { Item } from '../estate/item'

export type Resolved = { readonly type: 'found'; readonly id: string } | { readonly type: 'none' | 'ambiguous' }

const none: Resolved = { type: 'none' }
const ambiguous: Resolved = { type: 'ambiguous' }

/** Names that differ in nothing but blanks and hyphens between words, and case; beside figures these tell one from another. */
const squeezed = (name: string): string => name.toLowerCase().replace(/(?<=\p{L})[\s_-]+(?=\p{L})/gu, '').replace(/\s+/g, ' ').trim()

/** Finds items by what people write: the Id, else a name that only one item has, else such a name in other letters' case, or with other blanks and hyphens. */
export class References {
  readonly #ids: ReadonlySet<string>
  readonly #byName = new Map<string, Resolved>()
  readonly #byLowerName = new Map<string, Resolved>()
  readonly #names: readonly (readonly [name: string, id: string])[]
  #bySqueezedName: ReadonlyMap<string, Resolved> | null = null

  constructor(items: readonly Item[]) {
    this.#ids = new Set(items.map((item) => item.id))
    this.#names = items.map(({ name, id }) => [name, id])
    for (const item of items) {
      const found: Resolved = { type: 'found', id: item.id }
      this.#byName.set(item.name, this.#byName.has(item.name) ? ambiguous : found)
      const lower = item.name.toLowerCase()
      this.#byLowerName.set(lower, this.#byLowerName.has(lower) ? ambiguous : found)
    }
  }

  find(text: string): Resolved {
    if (this.#ids.has(text)) return { type: 'found', id: text }
    return this.#byName.get(text) ?? this.#byLowerName.get(text.toLowerCase()) ?? this.#squeezed(text)
  }

  /** Made when the first text is found nowhere else: most lists write names as the inventory does. */
  #squeezed(text: string): Resolved {
    if (!this.#bySqueezedName) {
      const found = new Map<string, Resolved>()
      for (const [name, id] of this.#names) found.set(squeezed(name), found.has(squeezed(name)) ? ambiguous : { type: 'found', id })
      this.#bySqueezedName = found
    }
    return this.#bySqueezedName.get(squeezed(text)) ?? none
  }
}
