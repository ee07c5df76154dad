import type { ItemKind } from '../estate/item'

/** The id of an item for which nothing says one. */
export const madeId = (kind: ItemKind, name: string): string => `${kind}:${name}`

/** Keeps ids apart: the second `x` becomes `x#2`. */
export class UniqueIds {
  readonly #taken = new Set<string>()

  /** `id` itself when it is free, otherwise with the first free number. */
  take(id: string): string {
    let unique = id
    for (let number = 2; this.#taken.has(unique); number += 1) unique = `${id}#${number}`
    this.#taken.add(unique)
    return unique
  }

  has(id: string): boolean {
    return this.#taken.has(id)
  }
}
