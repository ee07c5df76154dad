import type { ReadLimits } from './read-limits'
import { tooLarge } from './refusal'

/** Cells and characters read so far, all sheets together. */
export type Tally = {
  cells: number
  text: number
  /** Places in rows, filled or not. */
  slots: number
  /** Cells, filled or not. */
  seen: number
}

export const newTally = (): Tally => ({ cells: 0, text: 0, slots: 0, seen: 0 })

/** A row is as long as its last filled cell: a few cells at the far right of many rows would fill the memory with nothing. */
const mostSlots = 12_000_000
const sparse = { slots: 2_000_000, perCell: 50 }

const isMostlyNothing = ({ slots, cells }: Tally): boolean =>
  slots > mostSlots || (slots > sparse.slots && slots > cells * sparse.perCell)

/** Throws a Refusal when more was read than may be. */
export const checkTally = (tally: Tally, limits: ReadLimits): void => {
  if (tally.cells > limits.cells || isMostlyNothing(tally)) throw tooLarge('cells', limits.cells)
  if (tally.text > limits.text) throw tooLarge('text', limits.text)
}
