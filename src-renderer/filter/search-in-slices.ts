import type { Item } from '@core/estate/item'
import type { ItemTest } from '@core/estate/find/compile-filter'

export type SliceClock = {
  /** Milliseconds. */
  readonly now: () => number
  /** Resolves when the window has done what else it had to do. */
  readonly pause: () => Promise<void>
}

/** How long the window may be kept from anything else, in milliseconds: half a frame. */
const sliceMs = 8

/**
 * The items that pass, in slices between which the window stays free. null when `isStopped` says so in between: then
 * another search has begun.
 */
export const searchInSlices = async (
  items: readonly Item[], passes: ItemTest, isStopped: () => boolean, { now, pause }: SliceClock,
): Promise<readonly Item[] | null> => {
  const found: Item[] = []
  let until = now() + sliceMs
  for (const [place, item] of items.entries()) {
    if (passes(item)) found.push(item)
    if (place % 32 !== 31 || now() < until) continue
    await pause()
    if (isStopped()) return null
    until = now() + sliceMs
  }
  return found
}

const channel = (): { readonly pause: () => Promise<void> } => {
  const { port1, port2 } = new MessageChannel()
  const waiting: (() => void)[] = []
  port1.onmessage = () => waiting.shift()?.()
  return { pause: () => new Promise((resolve) => {
    waiting.push(resolve)
    port2.postMessage(null)
  }) }
}

let made: SliceClock | null = null

/** Pauses let events and frames through without the 4 ms that nested timeouts wait. */
export const windowClock = (): SliceClock => (made ??= { now: () => performance.now(), ...channel() })
