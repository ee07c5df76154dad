const page = 15

/** The row that a key leads to from `current`, or null when the key does not walk. */
export const rowAfterKey = (key: string, current: number, count: number): number | null => {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: current + 1,
    ArrowUp: current - 1,
    PageDown: current + page,
    PageUp: current - page,
    Home: 0,
    End: count - 1,
  }
  const target = targets[key]
  if (target === undefined || count === 0) return null
  return Math.max(0, Math.min(count - 1, target))
}

/** From one to the other, both included, in the order of the rows. */
export const rowsBetween = <Row>(rows: readonly Row[], from: number, to: number): readonly Row[] =>
  rows.slice(Math.min(from, to), Math.max(from, to) + 1)

const gap = 10
const padding = 28

/** Pixels below which the columns (CSS tracks such as `minmax(96px, 1fr)`) no longer fit beside each other. */
export const leastWidth = (tracks: readonly string[]): number =>
  tracks.reduce((sum, track) => sum + Number(/(\d+)px/.exec(track)?.[1] ?? 0) + gap, padding - gap)
