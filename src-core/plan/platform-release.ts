import { isMovable, type IsoDate } from '../estate/item'
import { itemsOnPlatforms } from '../estate/items-on-platforms'
import { lookup, type PlanLookup } from './lookup'
import type { PlanDocument } from './plan-document'
import type { Wave } from './wave'

export type PlatformHolder = {
  readonly itemId: string
  /** null for a retained or unplanned item. */
  readonly waveId: string | null
  readonly reason: 'retained' | 'unplanned' | 'last-wave'
}

export type PlatformRelease = {
  readonly platformId: string
  /**
   * empty: nothing is on it, or all has left in waves that are done. dated: `freeOn` is known. undated: everything on
   * it is planned, but the last wave has no end. unplanned: something on it has no wave yet. never: something on it
   * is retained.
   */
  readonly state: 'empty' | 'dated' | 'undated' | 'unplanned' | 'never'
  /** The end of the wave in which the last item leaves; null while that is not known. */
  readonly freeOn: IsoDate | null
  /** The wave in which the last planned item leaves. */
  readonly waveId: string | null
  /** How many items are on it, those that have left included. */
  readonly items: number
  /** What holds it up: retained items, unplanned ones, then those that leave last. */
  readonly holders: readonly PlatformHolder[]
}

const releases = new WeakMap<PlanDocument, readonly PlatformRelease[]>()

/**
 * When each legacy platform is free, and what holds it up (DESIGN 5, point 10), in the order of the estate. A
 * platform that is retained, or that another item is consolidated into, is not left: it is not among them.
 */
export const platformReleases = (document: PlanDocument): readonly PlatformRelease[] => {
  const known = releases.get(document)
  if (known) return known
  const made = [...itemsOnPlatforms(document.estate)].map(([platformId, itemIds]) =>
    releaseOf(platformId, itemIds, lookup(document)),
  )
  releases.set(document, made)
  return made
}

const releaseOf = (platformId: string, itemIds: readonly string[], found: PlanLookup): PlatformRelease => {
  const waveByItemId = new Map(itemIds.map((itemId) => [itemId, found.waveOfItem(itemId)]))
  const last = lastOf([...waveByItemId.values()])
  const holders = itemIds.flatMap((itemId) => holderOf(itemId, waveByItemId.get(itemId) ?? null, last, found))
  const state = stateOf(holders, last)
  return {
    platformId,
    state,
    freeOn: state === 'dated' || state === 'empty' ? (last?.end ?? null) : null,
    waveId: last?.id ?? null,
    items: itemIds.length,
    holders: holders.sort((a, b) => reasons.indexOf(a.reason) - reasons.indexOf(b.reason)),
  }
}

const reasons: readonly PlatformHolder['reason'][] = ['retained', 'unplanned', 'last-wave']

const stateOf = (holders: readonly PlatformHolder[], last: Wave | null): PlatformRelease['state'] => {
  if (holders.some((holder) => holder.reason === 'retained')) return 'never'
  if (holders.some((holder) => holder.reason === 'unplanned')) return 'unplanned'
  if (holders.length === 0) return 'empty'
  return last?.end === undefined ? 'undated' : 'dated'
}

const holderOf = (
  itemId: string, wave: Wave | null, last: Wave | null, found: PlanLookup,
): readonly PlatformHolder[] => {
  const item = found.itemById.get(itemId)
  if (item && !isMovable(item)) return [{ itemId, waveId: null, reason: 'retained' }]
  if (!wave) return [{ itemId, waveId: null, reason: 'unplanned' }]
  return wave.id === last?.id && wave.status !== 'done' ? [{ itemId, waveId: wave.id, reason: 'last-wave' }] : []
}

/**
 * The wave that is over last: by its end where all have one, otherwise by number. Waves that are done come into it
 * only where nothing else is left.
 */
const lastOf = (waves: readonly (Wave | null)[]): Wave | null => {
  const planned = waves.filter((wave) => wave !== null)
  const ahead = planned.filter((wave) => wave.status !== 'done')
  const open = ahead.length > 0 ? ahead : planned
  const areDated = open.every((wave) => wave.end !== undefined)
  const isLater = (a: Wave, b: Wave): boolean =>
    areDated && a.end !== b.end ? (a.end ?? '') > (b.end ?? '') : a.number > b.number
  return open.reduce<Wave | null>((last, wave) => (last && !isLater(wave, last) ? last : wave), null)
}
