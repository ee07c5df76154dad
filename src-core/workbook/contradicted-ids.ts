import type { Item } from '../estate/item'
import { alone } from './matching'

/** Fewer are as likely to be names that changed places. */
const leastRenumbered = 3

/** Where the names of two editions say otherwise than their ids which item is which. */
export class ContradictedIds {
  /** The ids of the import are running numbers, which a row that was put in has moved: most names say so. */
  readonly areRenumbered: boolean
  readonly #openById: ReadonlyMap<string, Item>
  readonly #openByName: ReadonlyMap<string, Item>
  readonly #importedByName: ReadonlyMap<string, Item>

  constructor(open: readonly Item[], imported: readonly Item[]) {
    this.#openById = new Map(open.map((item) => [item.id, item]))
    this.#openByName = alone(open, keyOf)
    this.#importedByName = alone(imported, keyOf)
    let [agreeing, elsewhere] = [0, 0]
    for (const item of imported) {
      const same = this.#openById.get(item.id)
      if (!same) continue
      if (same.name === item.name) agreeing += 1
      else if (this.#importedByName.get(keyOf(item)) === item && this.#openByName.has(keyOf(item))) elsewhere += 1
    }
    this.areRenumbered = elsewhere >= leastRenumbered && elsewhere > agreeing
  }

  /** Whether an id has another name while one of the two names has another id: a new name, or the id of something else. */
  isDoubtful(openId: string, item: Item): boolean {
    const open = this.#openById.get(openId)
    if (!open || open.name === item.name) return false
    const [was, is] = [this.#importedByName.get(keyOf(open)), this.#openByName.get(keyOf(item))]
    return (was !== undefined && was !== item && this.#openByName.has(keyOf(open))) ||
      (is !== undefined && is !== open && this.#importedByName.has(keyOf(item)))
  }

  /** The item of the plan that is called as this one is, where no other is. */
  namesake(item: Item): Item | undefined {
    return this.#openByName.get(keyOf(item))
  }
}

const keyOf = ({ kind, name }: Item): string => `${kind}\n${name}`
