import type { Item } from '../estate/item'
import { madeId } from './unique-ids'

const counted = (items: readonly Item[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

const keyOf = ({ kind, name }: Item): string => `${kind}\n${name}`

/**
 * Which ids say which item is meant, and which only say in what order the rows stood. Where a workbook has no ids, or the same twice,
 * those that a reader makes are counted: the second `DIPS` is that of another trust as soon as a row goes or the sheet is sorted.
 */
export class RepeatedNames {
  readonly #counts: readonly ReadonlyMap<string, number>[]
  readonly #numbered: ReadonlySet<string>

  constructor(open: readonly Item[], imported: readonly Item[]) {
    this.#counts = [counted(open), counted(imported)]
    this.#numbered = new Set([...open, ...imported].flatMap(({ id }) => (/#\d+$/.test(id) ? [id.replace(/#\d+$/, '')] : [])))
  }

  /** Whether one of the two estates has several of its kind and name. */
  isRepeated(item: Item): boolean {
    return this.#counts.some((counts) => (counts.get(keyOf(item)) ?? 0) > 1)
  }

  /** Whether the id was made from the name, or is one of several that were numbered. */
  hasLooseId({ id, kind, name }: Item): boolean {
    const bare = id.replace(/#\d+$/, '')
    return bare === madeId(kind, name) || this.#numbered.has(bare)
  }
}
