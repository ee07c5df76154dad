import type { Item, ItemKind } from '../../estate/item'

/** Ids and names of items, in small letters, with their kind where it is known: what a cell of another sheet may refer to. */
export type KnownNames = ReadonlyMap<string, ItemKind | null>

export const noNames: KnownNames = new Map()

const add = (names: Map<string, ItemKind | null>, text: string, kind: ItemKind | null): void => {
  const key = text.toLowerCase()
  if (key === '') return
  // The same name for things of two kinds says nothing of the kind.
  names.set(key, names.has(key) && names.get(key) !== kind ? null : kind)
}

export const knownNames = (entries: Iterable<readonly [text: string, kind: ItemKind | null]>): KnownNames => {
  const names = new Map<string, ItemKind | null>()
  for (const [text, kind] of entries) add(names, text, kind)
  return names
}

export const namesOfItems = (items: readonly Item[]): KnownNames =>
  knownNames(items.flatMap(({ id, name, kind }) => (id === name ? [[id, kind] as const] : [[id, kind] as const, [name, kind] as const])))

/** Whether a text names an item. A short number is as likely a count as an id. */
export const isKnown = (names: KnownNames, text: string): boolean => !/^\d{1,3}$/.test(text) && names.has(text.toLowerCase())
