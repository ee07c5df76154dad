import type { Dependency } from '@core/estate/dependency'
import type { Violation } from '@core/violations/violation'
import type { Box } from '../lane-title'
import { boxOfBlock, boxOfItem } from './hit'
import { mostLines, type Picture } from './picture-types'

/** Dependencies between two places of the picture, drawn as one line from what needs to what is needed. */
export type Line = {
  readonly id: string
  readonly from: Box
  readonly to: Box
  readonly count: number
  readonly hard: number
  readonly broken: number
  /** The one dependency, where it is one. */
  readonly only: Dependency | null
}

export type Lines = {
  readonly lines: readonly Line[]
  /** Dependencies that are in a drawn line. */
  readonly drawn: number
  /** Dependencies asked for that run inside one block, where nothing can be drawn. */
  readonly inside: number
  /** Asked for but not drawn, because there are too many. */
  readonly left: number
}

export const noLines: Lines = { lines: [], drawn: 0, inside: 0, left: 0 }

type Place = { readonly id: string; readonly box: Box }
type PlaceOf = (item: number) => Place | null

const itemPlace = (picture: Picture): PlaceOf => (item) => {
  const block = picture.blockOf[item] ?? -1
  if (block < 0) return null
  if (picture.blocks.closed[block] === 1) return { id: `b${block}`, box: boxOfBlock(picture, block) }
  const box = boxOfItem(picture, item)
  return box && { id: `i${item}`, box }
}

const blockPlace = (picture: Picture): PlaceOf => (item) => {
  const block = picture.blockOf[item] ?? -1
  return block < 0 ? null : { id: `b${block}`, box: boxOfBlock(picture, block) }
}

const lanePlace = (picture: Picture): PlaceOf => {
  const places = picture.lanes.map(({ x, y, width }, lane): Place => ({ id: `l${lane}`, box: { x, y, width, height: picture.bounds.height } }))
  return (item) => places[picture.blocks.lane[picture.blockOf[item] ?? -1] ?? -1] ?? null
}

/** More sums between columns would hide the picture that they are of. */
const mostSums = 16

type Sum = { from: Place; to: Place; count: number; hard: number; broken: number; only: number }

/** Gives up beyond `most` lines: then coarser ones are wanted, and the rest need not be counted. */
const sumUp = (picture: Picture, dependencies: Iterable<number>, placeOf: PlaceOf, most = Infinity): { sums: Map<string, Sum>; inside: number; hidden: number } => {
  const { model } = picture
  const sums = new Map<string, Sum>()
  let inside = 0
  let hidden = 0
  for (const edge of dependencies) {
    const from = placeOf(model.from[edge] ?? -1)
    const to = placeOf(model.to[edge] ?? -1)
    if (!from || !to) {
      hidden++
      continue
    }
    if (from.id === to.id) {
      inside++
      continue
    }
    const key = `${from.id}>${to.id}`
    const sum = sums.get(key) ?? { from, to, count: 0, hard: 0, broken: 0, only: edge }
    sum.count++
    sum.hard += model.isHard[edge] ?? 0
    sum.broken += model.brokenDependency[edge] ?? 0
    sums.set(key, sum)
    if (sums.size > most) break
  }
  return { sums, inside, hidden }
}

const byImportance = (a: Sum, b: Sum): number => b.broken - a.broken || b.hard - a.hard || b.count - a.count

/**
 * Lines for these dependencies, at most `most`: between items where that is few enough, else between groups, else
 * between columns; what is still too much is left out, and counted. Drawn, inside and left add up to what was asked for.
 */
export const linesOf = (picture: Picture, dependencies: readonly number[], most: number = mostLines): Lines => {
  const [byItem, byBlock, byLane] = [itemPlace(picture), blockPlace(picture), lanePlace(picture)]
  let found = sumUp(picture, dependencies, byItem, most)
  if (found.sums.size > most) found = sumUp(picture, dependencies, byBlock, most)
  let coarsest: typeof found | null = null
  if (found.sums.size > most) {
    coarsest = sumUp(picture, dependencies, byLane)
    // Coarser than columns there is nothing: then the most important of the lines between groups are drawn.
    found = coarsest.sums.size > 0 ? coarsest : sumUp(picture, dependencies, byBlock)
  }
  const all = [...found.sums].sort(([, a], [, b]) => byImportance(a, b))
  const kept = Math.min(most, found === coarsest ? mostSums : Infinity)
  const lines = all.slice(0, kept).map(([id, { from, to, count, hard, broken, only }]): Line => ({
    id, from: from.box, to: to.box, count, hard, broken, only: count === 1 ? (picture.model.dependencies[only] ?? null) : null,
  }))
  const drawn = lines.reduce((sum, line) => sum + line.count, 0)
  const left = all.slice(kept).reduce((sum, [, { count }]) => sum + count, 0) + found.hidden
  return { lines, drawn, inside: found.inside, left }
}

/** The dependencies that start or end at any of the items, each once. */
export const dependenciesAt = ({ model }: Picture, items: Iterable<number>): number[] => {
  const found = new Set<number>()
  for (const item of items) {
    for (const { offsets, edges } of [model.outgoing, model.incoming]) {
      for (let place = offsets[item] ?? 0; place < (offsets[item + 1] ?? 0); place++) found.add(edges[place] ?? 0)
    }
  }
  return [...found]
}

/** The dependencies that the violations of a lane name. */
export const dependenciesOfViolations = (picture: Picture, violations: readonly Violation[], places: readonly number[]): number[] => {
  const wanted = new Set(places.flatMap((place) => violations[place]?.dependencyId ?? []))
  return picture.model.dependencies.flatMap(({ id }, edge) => (wanted.has(id) ? [edge] : []))
}
