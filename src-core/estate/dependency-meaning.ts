import type { Dependency } from './dependency'
import { isMovable, type Item } from './item'

/**
 * What a dependency asks of the waves of its ends (DESIGN 5, points 3 to 5).
 * - same-group: both move together, always
 * - same-wave: both in one wave
 * - provider-first: what is needed moves in no later wave
 * - any: a bridge at most
 * - none: an end has no wave (a platform, or retained), or both are one item
 */
export type DependencyMeaning = 'same-group' | 'same-wave' | 'provider-first' | 'any' | 'none'

export const meaningOf = (dependency: Dependency, from: Item | undefined, to: Item | undefined): DependencyMeaning => {
  if (!from || !to || from === to || !isMovable(from) || !isMovable(to)) return 'none'
  if (dependency.strength === 'hard') return to.sharedService === true ? 'provider-first' : 'same-group'
  if (dependency.order === 'together') return 'same-wave'
  return dependency.order === 'provider-first' ? 'provider-first' : 'any'
}
