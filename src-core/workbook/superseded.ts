import type { Estate } from '../estate/estate'
import type { Item } from '../estate/item'
import { describes, isOnlyNamed } from '../estate/source'
import { describesItems, mentionedIds, type ImportedWorkbook } from './imported-workbook'
import type { ItemMatch } from './matching'

export type Superseded = {
  /** The places of the imports that it is a newer edition of. */
  readonly imports: readonly number[]
  /** By item id: whether the item was brought by what the new edition takes the place of. */
  readonly isSuperseded: (itemId: string) => boolean
}

/** The place of the import that first described an item, or first named it where none has; undefined where none brought it. */
export const broughtBy = ({ sources }: Item): number | undefined => (sources?.find(describes) ?? sources?.[0])?.[0]

/** How many items an import brought, and how many of those are found again; what it only named stands apart. */
type Brought = { described: number; named: number; describedAgain: number; namedAgain: number }

const broughtByEach = ({ items, imports }: Estate, found: ReadonlySet<string>): readonly Brought[] => {
  const brought = imports.map((): Brought => ({ described: 0, named: 0, describedAgain: 0, namedAgain: 0 }))
  for (const item of items) {
    const count = brought[broughtBy(item) ?? -1]
    if (!count) continue
    const [all, again] = isOnlyNamed(item) ? ['named', 'namedAgain'] as const : ['described', 'describedAgain'] as const
    count[all] += 1
    if (found.has(item.id)) count[again] += 1
  }
  return brought
}

/** The open items that are in the import again: where it describes items, those that it describes. */
const foundAgain = (imported: ImportedWorkbook, matches: ReadonlyMap<string, ItemMatch>, isInventory: boolean): ReadonlySet<string> => {
  const mentioned = isInventory ? mentionedIds(imported) : new Set<string>()
  return new Set([...matches].flatMap(([id, { openId }]) => (mentioned.has(id) ? [] : [openId])))
}

/** Half of what it described; a list that only names items is no inventory, and none is its newer edition. */
const isFoundAgain = ({ described, named, describedAgain, namedAgain }: Brought, isInventory: boolean): boolean =>
  described > 0 || named === 0 ? describedAgain * 2 >= described : !isInventory && namedAgain * 2 >= named

/** With those that were editions of any of them. */
const withEditions = (imports: Estate['imports'], found: ReadonlySet<number>): readonly number[] => {
  const all = new Set(found)
  for (const [index, { editionOf = [] }] of imports.entries()) if (editionOf.some((one) => all.has(one))) all.add(index)
  return [...all].sort((a, b) => a - b)
}

/**
 * What a new edition of a source takes the place of: only that can be gone from it. An earlier import is superseded where its
 * file had the same name, or where at least half of the items that it brought are in the new one as well; the only
 * one always is, unless it named items and the new one describes some. What no file has brought is only said
 * to be gone where all of the plan is superseded.
 */
export const supersededIn = (open: Estate, imported: ImportedWorkbook, matches: ReadonlyMap<string, ItemMatch>): Superseded => {
  const { items, imports } = open
  const isInventory = describesItems(imported)
  const brought = broughtByEach(open, foundAgain(imported, matches, isInventory))
  const isNamed = ({ described, named }: Brought): boolean => described === 0 && named > 0
  const taken = brought.map((one, index) =>
    imports[index]?.fileName === imported.fileName || (imports.length === 1 ? !isInventory || !isNamed(one) : isFoundAgain(one, isInventory)))
  const isWhole = taken.every(Boolean)
  const importOf = new Map(isWhole ? [] : items.map((item) => [item.id, broughtBy(item) ?? -1]))
  // One that brought no item was an edition itself, or has only added to the items of others.
  const brings = brought.map(({ described, named }, index) => described + named > 0 || imports[index]?.fileName === imported.fileName)
  return {
    imports: withEditions(imports, new Set(taken.flatMap((isTaken, index) => (isTaken && brings[index] ? [index] : [])))),
    isSuperseded: (itemId) => isWhole || taken[importOf.get(itemId) ?? -1] === true,
  }
}
