import { type Board, type Placing, isAllowed, isWithinLimits } from './board'
import { freeWindows } from './windows'

/** Something that is broken, and the units of which at least one must move to mend it. */
export type Conflict = readonly number[]

/** What may still be moved; the rest stands where it is. */
export type Movable = (unit: number) => boolean

const order = ({ board, at }: Placing, unit: number, found: number[][]): void => {
  const { numbers, units } = board
  const { dead } = freeWindows(board)
  for (const { unit: first, lag } of units.before[unit]!) {
    // What is settled is a fact, and so is what has no place at all.
    if (units.isSettled[unit] === 1 && units.isSettled[first] === 1) continue
    if (at[first]! < 0) {
      if (dead[first] === 0) found.push([first])
    } else if (numbers[at[unit]!]! - numbers[at[first]!]! < lag) found.push([first, unit])
  }
  for (const other of units.apart[unit]!) {
    const isFact = units.isSettled[unit] === 1 && units.isSettled[other] === 1
    if (!isFact && other < unit && at[other] === at[unit]) found.push([other, unit])
  }
}

/** What brings anything to a limit that the wave is over. */
const overfull = (placing: Placing, position: number): number[] => {
  const { board: { units, capacity, maxItems, ruleLimit }, at } = placing
  const lists = [
    ...(placing.effort[position]! > capacity[position]! ? [units.effort] : []),
    ...(placing.items[position]! > maxItems[position]! ? [units.items] : []),
    ...units.ruleEffort.filter((_, rule) => placing.ruleEffort[rule]![position]! > ruleLimit[rule]![position]!),
  ]
  const members: number[] = []
  for (let unit = 0; unit < at.length; unit++) {
    if (at[unit] === position && lists.some((list) => list[unit]! > 0)) members.push(unit)
  }
  return members
}

const placedConflicts = (placing: Placing, unit: number, found: number[][]): void => {
  if (placing.board.units.isSettled[unit] === 0 && !isAllowed(placing.board, unit, placing.at[unit]!)) found.push([unit])
  order(placing, unit, found)
}

/** Everything that is broken among what is placed; each conflict only with what may move. */
export const conflictsIn = (placing: Placing, mayMove: Movable): readonly Conflict[] => {
  const { board, at } = placing
  const found: number[][] = []
  for (let unit = 0; unit < at.length; unit++) if (at[unit]! >= 0) placedConflicts(placing, unit, found)
  for (let position = 0; position < board.waves.length; position++) {
    if (board.isOpen[position] === 1 && !isWithinLimits(placing, position)) found.push(overfull(placing, position))
  }
  return found.map((conflict) => conflict.filter(mayMove))
}

/** Groups of a unit that would be moved if the unit lay there. */
export const changesAt = ({ units }: Board, unit: number, position: number): number =>
  units.groups[unit]!.reduce((sum, group) => sum + Number(units.plan.groups[group]!.position !== position), 0)

/** The position of each unit that moves the fewest of its groups; -1 for what is unplanned. */
export const homesOf = (board: Board): Int32Array =>
  board.units.given.map((given, unit) => {
    if (given < 0 || board.units.isSettled[unit] === 1) return given
    const places = board.units.groups[unit]!.map((group) => board.units.plan.groups[group]!.position)
    return places.reduce((best, place) =>
      place >= 0 && board.isOpen[place] === 1 && changesAt(board, unit, place) < changesAt(board, unit, best) ? place : best, given)
  })

/** What is unplanned and nothing planned needs: a repair leaves it alone. */
export const idleUnits = ({ units }: Board): Uint8Array => {
  const idle = Uint8Array.from(units.given, (position) => Number(position < 0))
  const needed = [...idle.keys()].filter((unit) => idle[unit] === 0)
  for (let unit = needed.pop(); unit !== undefined; unit = needed.pop()) {
    for (const link of units.before[unit]!) {
      if (idle[link.unit] === 0) continue
      idle[link.unit] = 0
      needed.push(link.unit)
    }
  }
  return idle
}
