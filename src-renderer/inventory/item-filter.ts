import type { Item, ItemKind } from '@core/estate/item'

const texts = new WeakMap<Item, string>()

const searchedText = (item: Item): string => {
  const known = texts.get(item)
  if (known !== undefined) return known
  const { name, id, organisation, site, serviceArea, environment, owner, team, supplier, notes } = item
  const made = [name, id, organisation, site, serviceArea, environment, owner, team, supplier, notes]
    .filter(Boolean).join('\n').toLowerCase()
  texts.set(item, made)
  return made
}

/** Every word must be somewhere in the item's name, id, organisation, site, area, owner, team, supplier or notes. */
export const itemMatches = (item: Item, words: readonly string[], kind: ItemKind | null): boolean => {
  if (kind !== null && item.kind !== kind) return false
  const text = searchedText(item)
  return words.every((word) => text.includes(word))
}

export const wordsOf = (filter: string): readonly string[] => filter.toLowerCase().split(/\s+/).filter(Boolean)
