import type { Dependency } from '../../estate/dependency'
import type { Item } from '../../estate/item'
import { isMovable } from '../../estate/item'

/**
 * What a dependency asks of a plan, as bits (DESIGN 5, points 3 to 5 and 8). None set: nothing, as for dependencies
 * on a platform, which is left and not moved.
 */
export const meaning = {
  /** Both ends in one move group. */
  hard: 1,
  /** Both ends in one wave. */
  together: 2,
  /** The provider's wave is not later. */
  providerFirst: 4,
  /** Ends in different waves are a bridge. */
  bridge: 8,
  /** One end is retained: a bridge from the other end's wave to the end of the last wave. */
  retained: 16,
  /** The provider is retired: it goes no earlier than the one that needs it. */
  retired: 32,
  /** Ends in different waves may be too slow. */
  latency: 64,
} as const

const orderMeaning = (dependency: Dependency, to: Item): number => {
  // An old shared service that is switched off cannot also go first; one that moves is a prerequisite.
  if (dependency.strength === 'hard') return to.disposition === 'retire' ? 0 : meaning.providerFirst
  if (dependency.order === 'together') return meaning.together
  return dependency.order === 'provider-first' ? meaning.providerFirst : 0
}

/**
 * The bits of one dependency. A hard dependency on a shared service becomes provider first, and a bridge while its
 * ends are in different waves. A bridge to something retained counts in both directions: whoever of the two stays,
 * old and new must be spanned.
 */
export const meaningOf = (dependency: Dependency, from: Item, to: Item): number => {
  if (from === to || from.kind === 'platform' || to.kind === 'platform') return 0
  if (!isMovable(from) || !isMovable(to)) return isMovable(from) || isMovable(to) ? meaning.retained : 0
  const latency = dependency.maxLatencyMs === undefined ? 0 : meaning.latency
  if (dependency.strength === 'hard' && to.sharedService !== true) return meaning.hard | latency
  const retired = to.disposition === 'retire' ? meaning.retired : 0
  return orderMeaning(dependency, to) | meaning.bridge | retired | latency
}
