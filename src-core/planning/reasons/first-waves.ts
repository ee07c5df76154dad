import type { Arc, Constraint, Constraints, Exclusion } from './constraint'

/** How the first wave of a group came to be what it is: by its own exclusions, or by an arc that was followed. */
export type Push = { readonly time: number; readonly to: number; readonly arc: Arc | null; readonly from: number }

/**
 * The first position that each group can take (the number of waves where it can take none), with the pushes that led
 * there in their order. Groups that no constraint names are missing, and can take all.
 */
export type FirstWaves = {
  readonly numbers: Float64Array
  readonly first: ReadonlyMap<number, number>
  readonly pushes: ReadonlyMap<number, readonly Push[]>
  readonly exclusions: ReadonlyMap<number, readonly Exclusion[]>
  /** By the group that goes first. */
  readonly arcs: ReadonlyMap<number, readonly Arc[]>
}

type Work = {
  readonly numbers: Float64Array
  readonly first: Map<number, number>
  readonly pushes: Map<number, Push[]>
  readonly exclusions: Map<number, Exclusion[]>
  readonly arcs: Map<number, Arc[]>
  readonly fixed: Set<number>
}

const addTo = <Row>(map: Map<number, Row[]>, key: number, row: Row): void => {
  const rows = map.get(key)
  if (rows) rows.push(row)
  else map.set(key, [row])
}

const start = ({ numbers, list }: Constraints): Work => {
  const work: Work = { numbers, first: new Map(), pushes: new Map(), exclusions: new Map(), arcs: new Map(), fixed: new Set() }
  for (const constraint of list) enter(work, constraint)
  return work
}

const enter = (work: Work, constraint: Constraint): void => {
  if (constraint.kind === 'arc') {
    addTo(work.arcs, constraint.first, constraint)
    work.first.set(constraint.first, 0).set(constraint.next, 0)
  } else {
    addTo(work.exclusions, constraint.group, constraint)
    work.first.set(constraint.group, 0)
    if (constraint.isFixed) work.fixed.add(constraint.group)
  }
}

const isExcluded = (work: Work, group: number, position: number): boolean =>
  (work.exclusions.get(group) ?? []).some(({ excludes, isFixed }) =>
    excludes[position] === 1 && (isFixed || !work.fixed.has(group)))

const allowedFrom = (work: Work, group: number, position: number): number => {
  let at = position
  while (at < work.numbers.length && isExcluded(work, group, at)) at += 1
  return at
}

/** The first position whose number is at least this. */
export const positionFrom = (numbers: Float64Array, number: number): number => {
  const found = numbers.findIndex((candidate) => candidate >= number)
  return found < 0 ? numbers.length : found
}

/** Where an arc lets `next` begin when `first` begins at this position. */
export const reachedBy = (numbers: Float64Array, arc: Arc, position: number): number =>
  position >= numbers.length ? numbers.length : positionFrom(numbers, numbers[position]! + arc.lag)

/**
 * Follows every arc until nothing moves any more. What must be in one wave are arcs both ways without a lag, and meets
 * in the first wave that all can take; a circle with a lag runs off the end.
 */
export const firstWaves = (constraints: Constraints): FirstWaves => {
  const work = start(constraints)
  let time = 0
  const queue: number[] = []
  for (const group of work.first.keys()) {
    const to = allowedFrom(work, group, 0)
    work.first.set(group, to)
    work.pushes.set(group, [{ time: time++, to, arc: null, from: 0 }])
    queue.push(group)
  }
  for (let at = 0; at < queue.length; at++) {
    const group = queue[at]!
    for (const arc of work.arcs.get(group) ?? []) {
      const from = reachedBy(work.numbers, arc, work.first.get(group)!)
      if (work.fixed.has(arc.next) || from <= work.first.get(arc.next)!) continue
      const to = allowedFrom(work, arc.next, from)
      work.first.set(arc.next, to)
      work.pushes.get(arc.next)!.push({ time: time++, to, arc, from })
      queue.push(arc.next)
    }
  }
  return work
}
