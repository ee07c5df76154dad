import type { Row } from './board-model'

/** Heights in pixels at the usual text size, the gap below included. */
const heights = { lean: 40, card: 60, openCard: 56, item: 34, lastItem: 40 } as const

const rem = (): number => {
  if (typeof document === 'undefined') return 16
  return parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}

let scale: number | null = null

/** Grows with the text size that a person has set. */
const textScale = (): number => (scale ??= rem() / 16)

const plainHeight = (rows: readonly Row[], index: number): number => {
  const row = rows[index]
  const nextIsItem = rows[index + 1]?.type === 'item'
  if (row?.type === 'item') return nextIsItem ? heights.item : heights.lastItem
  if (row?.facts.onlyKind) return heights.lean
  return nextIsItem ? heights.openCard : heights.card
}

/** What a row takes, without measuring it: cards have one line (a group of one) or two. */
export const rowHeight = (rows: readonly Row[], index: number): number =>
  Math.round(plainHeight(rows, index) * textScale())
