import type { Item, ItemKind } from '@core/estate/item'

const texts = new WeakMap<Item, string>()

const searchedText = (item: Item): string => {
  const known = texts.get(item)
  if (known !== undefined) return known
  const { name, id, organisation, site, serviceArea, environment, owner, team, supplier, phaseOutReason, status, notes } = item
  const extra = (item.extra ?? []).map(([, value]) => String(value))
  const made = [name, id, organisation, site, serviceArea, environment, owner, team, supplier, phaseOutReason, status, notes, ...extra]
    .filter(Boolean).join('\n').toLowerCase()
  texts.set(item, made)
  return made
}

/** Every word must be somewhere in what is written of the item, its extra fields included. */
export const itemMatches = (item: Item, words: readonly string[], kind: ItemKind | null = null): boolean => {
  if (kind !== null && item.kind !== kind) return false
  const text = searchedText(item)
  return words.every((word) => text.includes(word))
}

export const wordsOf = (filter: string): readonly string[] => filter.toLowerCase().split(/\s+/).filter(Boolean)
