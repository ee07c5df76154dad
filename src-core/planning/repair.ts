import { type Placing, hasRoom, isAllowed, isInOrder, put } from './board'
import type { Construction } from './construct'

/** Units that lie at a position and may leave it, the smallest first: they find room elsewhere most easily. */
const leavers = ({ placing, kept }: Construction, position: number): readonly number[] => {
  const { units } = placing.board
  const there: number[] = []
  placing.at.forEach((place, unit) => {
    if (place === position && units.isSettled[unit] === 0 && kept[unit] === 0) there.push(unit)
  })
  return there.toSorted((a, b) => units.effort[a]! - units.effort[b]!)
}

const couldLie = (placing: Placing, unit: number, position: number): boolean =>
  isAllowed(placing.board, unit, position) && isInOrder(placing, unit, position)

const elsewhere = (placing: Placing, unit: number, not: number): number => {
  const { board } = placing
  for (let position = 0; position < board.waves.length; position++) {
    if (position !== not && couldLie(placing, unit, position) && hasRoom(placing, unit, position)) return position
  }
  return -1
}

/** Sends one unit of the wave elsewhere, when that makes the room. */
const makeRoom = (construction: Construction, unit: number, position: number): boolean => {
  const { placing } = construction
  for (const leaver of leavers(construction, position)) {
    if (!hasRoom(placing, unit, position, leaver)) continue
    const target = elsewhere(placing, leaver, position)
    if (target < 0) continue
    put(placing, leaver, target)
    if (isInOrder(placing, unit, position)) return true
    put(placing, leaver, position)
  }
  return false
}

const insert = (construction: Construction, unit: number): boolean => {
  const { placing } = construction
  const { board } = placing
  const places = board.waves.flatMap((_, position) => (couldLie(placing, unit, position) ? [position] : []))
  const free = places.find((position) => hasRoom(placing, unit, position))
  const position = free ?? places.find((candidate) => makeRoom(construction, unit, candidate))
  if (position === undefined) return false
  put(placing, unit, position)
  return true
}

/** Tries to find a place for what the construction left over, moving one other unit out of the way where that helps. */
export const repair = (construction: Construction, most: number): void => {
  const { placing, windows } = construction
  let tried = 0
  for (const unit of windows.order) {
    if (placing.at[unit]! >= 0 || windows.dead[unit] === 1) continue
    if (++tried > most) return
    insert(construction, unit)
  }
}

/** Takes out what was kept in its wave while something that must come before it found no place. */
export const takeOutUnsupported = ({ placing, windows }: Construction): void => {
  const { units } = placing.board
  for (const unit of windows.order) {
    const isOpen = placing.at[unit]! >= 0 && units.isSettled[unit] === 0
    if (isOpen && units.before[unit]!.some((link) => placing.at[link.unit]! < 0)) put(placing, unit, -1)
  }
}

/** Units that have no place. */
export const leftOver = ({ placing }: Pick<Construction, 'placing'>): readonly number[] =>
  [...placing.at.keys()].filter((unit) => placing.at[unit]! < 0)
