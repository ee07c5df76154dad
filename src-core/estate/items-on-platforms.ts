import type { Dependency } from './dependency'
import type { Estate } from './estate'
import type { Item } from './item'

const known = new WeakMap<Estate, ReadonlyMap<string, readonly string[]>>()

/**
 * Ids of the items on each legacy platform, in the order of the estate; a platform with nothing on it is there too.
 * An item is on a platform when it depends on it (however), or when the platform contains it; and what runs hard on
 * an item that is on a platform, or is contained in one, is on it as well. Platforms are never on platforms: each is
 * left for itself. Memoised for the estate.
 */
export const itemsOnPlatforms = (estate: Estate): ReadonlyMap<string, readonly string[]> => {
  const made = known.get(estate) ?? findItems(estate)
  known.set(estate, made)
  return made
}

const findItems = (estate: Estate): ReadonlyMap<string, readonly string[]> => {
  const itemById = new Map(estate.items.map((item) => [item.id, item]))
  const carriedBy = carriedItems(estate, itemById)
  const legacy = estate.items.filter((item) => isLegacy(item, estate))
  return new Map(legacy.map((platform) => [platform.id, reachedFrom(platform, estate.items, carriedBy)]))
}

const isLegacy = (item: Item, estate: Estate): boolean =>
  item.kind === 'platform' && item.disposition !== 'retain' &&
  !estate.items.some((other) => other.id !== item.id && other.consolidateInto === item.id)

/** Ids of what stands directly on each item, by its id. */
const carriedItems = (estate: Estate, itemById: ReadonlyMap<string, Item>): ReadonlyMap<string, readonly string[]> => {
  const carriedBy = new Map<string, string[]>()
  const carry = (below: string, above: string): void => {
    if (itemById.get(above)?.kind === 'platform') return
    const list = carriedBy.get(below)
    if (list) list.push(above)
    else carriedBy.set(below, [above])
  }
  for (const dependency of estate.dependencies) {
    const { from, to } = dependency
    if (itemById.get(to)?.kind === 'platform' || isHosting(dependency)) carry(to, from)
    if (dependency.type === 'contains') carry(from, to)
  }
  return carriedBy
}

const isHosting = ({ type, strength }: Dependency): boolean => type === 'runs-on' && strength === 'hard'

const reachedFrom = (
  platform: Item, items: readonly Item[], carriedBy: ReadonlyMap<string, readonly string[]>,
): readonly string[] => {
  const reached = new Set([platform.id])
  for (const below of reached) for (const above of carriedBy.get(below) ?? []) reached.add(above)
  reached.delete(platform.id)
  return items.filter((item) => reached.has(item.id)).map((item) => item.id)
}
