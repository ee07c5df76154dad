import type { Dependency } from '@core/estate/dependency'
import type { Estate } from '@core/estate/estate'
import { effortOf, type Item } from '@core/estate/item'
import { activeScenario, type MoveGroup, type PlanDocument } from '@core/plan/plan-document'
import type { Wave } from '@core/plan/wave'
import type { Violation } from '@core/violations/violation'

/** An item that is in no group: a platform, or something that stays. */
export const noGroup = -1

/** Who is joined to whom, as compressed rows: the dependencies of item `i` are `edges[offsets[i]..offsets[i + 1]]`. */
export type Adjacency = { readonly offsets: Int32Array; readonly edges: Int32Array }

/** What depends on the estate alone: built once an import, not once a move. */
export type GraphEstate = {
  readonly estate: Estate
  readonly items: readonly Item[]
  readonly dependencies: readonly Dependency[]
  readonly indexById: ReadonlyMap<string, number>
  /** Item index of each dependency's ends. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** 1 for each dependency that is hard. */
  readonly isHard: Uint8Array
  /** Person-days of each item. */
  readonly effort: Float64Array
  readonly outgoing: Adjacency
  readonly incoming: Adjacency
}

/** The plan as the graph sees it: numbers, outside React (typed arrays indexed like the estate's rows). */
export type GraphModel = GraphEstate & {
  readonly groups: readonly MoveGroup[]
  readonly waves: readonly Wave[]
  /** Group index of each item, or `noGroup`. */
  readonly groupOf: Int32Array
  /** Item indices of each group. */
  readonly members: readonly (readonly number[])[]
  /** Items in no group. */
  readonly ungrouped: readonly number[]
  /** Position in `waves` of each group; -1 is unplanned. */
  readonly waveOfGroup: Int32Array
  readonly hardOfItem: Uint16Array
  readonly warningsOfItem: Uint16Array
  /** 1 where a violation names the dependency. */
  readonly brokenDependency: Uint8Array
}

const adjacency = (itemCount: number, ends: Int32Array): Adjacency => {
  const offsets = new Int32Array(itemCount + 1)
  for (const end of ends) offsets[end + 1] = (offsets[end + 1] ?? 0) + 1
  for (let item = 0; item < itemCount; item++) offsets[item + 1] = (offsets[item + 1] ?? 0) + (offsets[item] ?? 0)
  const next = offsets.slice(0, itemCount)
  const edges = new Int32Array(ends.length)
  ends.forEach((end, edge) => {
    const place = next[end] ?? 0
    edges[place] = edge
    next[end] = place + 1
  })
  return { offsets, edges }
}

/** By a loop: `from` with a function takes ten times as long, and this stands between a plan and its picture. */
const columnsOf = (dependencies: readonly Dependency[], indexById: ReadonlyMap<string, number>) => {
  const columns = {
    from: new Int32Array(dependencies.length), to: new Int32Array(dependencies.length), isHard: new Uint8Array(dependencies.length),
  }
  dependencies.forEach((dependency, edge) => {
    columns.from[edge] = indexById.get(dependency.from) ?? 0
    columns.to[edge] = indexById.get(dependency.to) ?? 0
    columns.isHard[edge] = Number(dependency.strength === 'hard')
  })
  return columns
}

/** As numbers side by side: 15,000 rows that lie about in memory take longer to ask than a lane takes to lay out. */
const effortsOf = (items: readonly Item[]): Float64Array => {
  const effort = new Float64Array(items.length)
  items.forEach((item, index) => {
    effort[index] = effortOf(item)
  })
  return effort
}

const estates = new WeakMap<object, GraphEstate>()

const graphEstate = ({ estate }: PlanDocument): GraphEstate => {
  const known = estates.get(estate)
  if (known) return known
  const indexById = new Map(estate.items.map((item, index) => [item.id, index]))
  const { from, to, isHard } = columnsOf(estate.dependencies, indexById)
  const built: GraphEstate = {
    estate,
    items: estate.items,
    dependencies: estate.dependencies,
    indexById,
    from,
    to,
    isHard,
    effort: effortsOf(estate.items),
    outgoing: adjacency(estate.items.length, from),
    incoming: adjacency(estate.items.length, to),
  }
  estates.set(estate, built)
  return built
}

const dependencyIndices = new WeakMap<GraphEstate, ReadonlyMap<string, number>>()

/** Row of each dependency, by id. */
const dependencyIndex = (base: GraphEstate): ReadonlyMap<string, number> => {
  const known = dependencyIndices.get(base) ?? new Map(base.dependencies.map(({ id }, index) => [id, index]))
  dependencyIndices.set(base, known)
  return known
}

const countViolations = (base: GraphEstate, violations: readonly Violation[]) => {
  const hardOfItem = new Uint16Array(base.items.length)
  const warningsOfItem = new Uint16Array(base.items.length)
  const broken = new Set<string>()
  for (const violation of violations) {
    const counts = violation.severity === 'hard' ? hardOfItem : warningsOfItem
    for (const id of violation.itemIds) {
      const index = base.indexById.get(id)
      if (index !== undefined) counts[index] = (counts[index] ?? 0) + 1
    }
    if (violation.dependencyId !== undefined) broken.add(violation.dependencyId)
  }
  const brokenDependency = new Uint8Array(base.dependencies.length)
  if (broken.size > 0) {
    const indexOf = dependencyIndex(base)
    for (const id of broken) {
      const index = indexOf.get(id)
      if (index !== undefined) brokenDependency[index] = 1
    }
  }
  return { hardOfItem, warningsOfItem, brokenDependency }
}

const knownMembers = new WeakMap<GraphEstate, WeakMap<MoveGroup['itemIds'], readonly number[]>>()

/** Item indices of a group: found once, for a group that only goes to another wave keeps its items. */
const membersOf = (base: GraphEstate, { itemIds }: MoveGroup): readonly number[] => {
  const known = knownMembers.get(base) ?? new WeakMap<MoveGroup['itemIds'], readonly number[]>()
  knownMembers.set(base, known)
  const found = known.get(itemIds) ?? itemIds.flatMap((id) => base.indexById.get(id) ?? [])
  known.set(itemIds, found)
  return found
}

type Membership = Pick<GraphModel, 'groups' | 'groupOf' | 'members' | 'ungrouped'>

const lastMembership = new WeakMap<GraphEstate, Membership>()

/** Who is in which group: as before, where groups have only gone to other waves. */
const membershipOf = (base: GraphEstate, groups: readonly MoveGroup[]): Membership => {
  const last = lastMembership.get(base)
  const isSame = last?.groups.length === groups.length && groups.every(({ itemIds }, group) => last.groups[group]?.itemIds === itemIds)
  const membership = last && isSame ? { ...last, groups } : newMembership(base, groups)
  lastMembership.set(base, membership)
  return membership
}

const newMembership = (base: GraphEstate, groups: readonly MoveGroup[]): Membership => {
  const groupOf = new Int32Array(base.items.length).fill(noGroup)
  const members = groups.map((group) => membersOf(base, group))
  members.forEach((items, group) => {
    for (const item of items) groupOf[item] = group
  })
  const ungrouped: number[] = []
  groupOf.forEach((group, item) => {
    if (group === noGroup) ungrouped.push(item)
  })
  return { groups, groupOf, members, ungrouped }
}

/** The graph's picture of a plan and of what is broken in it. */
export const graphModel = (document: PlanDocument, violations: readonly Violation[]): GraphModel => {
  const base = graphEstate(document)
  const { groups, waves } = activeScenario(document)
  const placeOfWave = new Map(waves.map((wave, place) => [wave.id, place]))
  const waveOfGroup = Int32Array.from(groups, (group) => (group.waveId === null ? -1 : (placeOfWave.get(group.waveId) ?? -1)))
  return { ...base, ...membershipOf(base, groups), waves, waveOfGroup, ...countViolations(base, violations) }
}

/** Position in `waves` of an item; -1 is unplanned, and what has no group has no wave either. */
export const waveOfItem = (model: GraphModel, item: number): number => {
  const group = model.groupOf[item] ?? noGroup
  return group === noGroup ? -1 : (model.waveOfGroup[group] ?? -1)
}
