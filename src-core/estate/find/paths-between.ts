import { neighboursOf, otherSide, type Links, type Side } from './links'

/** How the ways lead: along what is needed, against it, or in any direction where neither leads there. */
export type PathDirection = 'needs' | 'needed-by' | 'either'

export type PathLimits = {
  /** How many paths are listed at most. */
  readonly most: number
  /** How many steps longer than the shortest a path may be. */
  readonly longer: number
  /** How many items are looked at in the search for them: a bound on the time. */
  readonly looks: number
}

export type Paths = {
  readonly direction: PathDirection
  /** Steps of the shortest. */
  readonly steps: number
  /** How many of that length there are, listed or not. */
  readonly shortest: number
  /** Items from one end to the other, none twice; shorter before longer. */
  readonly paths: readonly (readonly number[])[]
  /** Every item on any of the shortest. */
  readonly onShortest: readonly number[]
  /** All paths within the length are listed. */
  readonly isComplete: boolean
}

type Way = { readonly links: Links; readonly sides: readonly Side[] }

const sidesOf: Readonly<Record<PathDirection, readonly Side[]>> = {
  needs: ['needs'], 'needed-by': ['neededBy'], either: ['needs', 'neededBy'],
}

const nextItems = ({ links, sides }: Way, item: number): readonly number[] => {
  const [first, second] = sides
  if (first === undefined) return []
  if (second === undefined) return [...neighboursOf(links[first], item)]
  return [...new Set([...neighboursOf(links[first], item), ...neighboursOf(links[second], item)])].sort((a, b) => a - b)
}

/** Steps from each item to `start` against the way; -1: does not lead there. */
const stepsTo = (way: Way, start: number): Int32Array => {
  const back: Way = { links: way.links, sides: way.sides.map(otherSide) }
  const steps = new Int32Array(way.links.itemCount).fill(-1)
  steps[start] = 0
  const queue = [start]
  for (const item of queue) {
    for (const near of nextItems(back, item)) {
      if (steps[near] !== -1) continue
      steps[near] = (steps[item] ?? 0) + 1
      queue.push(near)
    }
  }
  return steps
}

/** Items on shortest paths and how many such paths there are: one step nearer at a time. */
const shortestOf = (way: Way, from: number, steps: Int32Array): { readonly items: readonly number[]; readonly count: number } => {
  let rim = new Map([[from, 1]])
  const items = [from]
  for (let left = (steps[from] ?? 0) - 1; left >= 0; left--) {
    const next = new Map<number, number>()
    for (const [item, ways] of rim) {
      for (const far of nextItems(way, item)) if (steps[far] === left) next.set(far, (next.get(far) ?? 0) + ways)
    }
    items.push(...next.keys())
    rim = next
  }
  return { items, count: [...rim.values()].reduce((sum, ways) => sum + ways, 0) }
}

type Search = { readonly way: Way; readonly steps: Int32Array; readonly to: number; readonly limits: PathLimits; looks: number; readonly found: (readonly number[])[] }

/** Adds the paths of exactly `length` steps that begin as `path` does; false when a limit was met. */
const extend = (search: Search, path: number[], onPath: Set<number>, length: number): boolean => {
  const { steps, limits, found, to } = search
  const item = path.at(-1) ?? to
  if (item === to) {
    if (path.length - 1 === length) found.push([...path])
    return true
  }
  for (const far of nextItems(search.way, item)) {
    const left = steps[far] ?? -1
    if (left < 0 || onPath.has(far) || path.length + left > length) continue
    if (found.length >= limits.most || ++search.looks > limits.looks) return false
    path.push(far)
    onPath.add(far)
    const isDone = extend(search, path, onPath, length)
    path.pop()
    onPath.delete(far)
    if (!isDone) return false
  }
  return true
}

const pathsAlong = (links: Links, from: number, to: number, direction: PathDirection, limits: PathLimits): Paths | null => {
  const way: Way = { links, sides: sidesOf[direction] }
  const steps = stepsTo(way, to)
  const least = steps[from] ?? -1
  if (least <= 0) return null
  const search: Search = { way, steps, to, limits, looks: 0, found: [] }
  let isComplete = true
  // In any direction every two that use the same service are joined: longer ways of that kind say nothing.
  const longest = least + (direction === 'either' ? 0 : limits.longer)
  for (let length = least; isComplete && length <= longest; length++) {
    isComplete = extend(search, [from], new Set([from]), length)
  }
  const { items, count } = shortestOf(way, from, steps)
  return { direction, steps: least, shortest: count, paths: search.found, onShortest: items, isComplete }
}

/**
 * The ways from one item to another: first along what is needed, then against it, then in any direction. All of the
 * shortest length come first, then longer ones, until a limit is met. null: nothing joins the two, or they are one.
 */
export const pathsBetween = (links: Links, from: number, to: number, limits: PathLimits): Paths | null =>
  pathsAlong(links, from, to, 'needs', limits) ??
  pathsAlong(links, from, to, 'needed-by', limits) ??
  pathsAlong(links, from, to, 'either', limits)
