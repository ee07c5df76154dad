import type { Dependency } from '@core/estate/dependency'
import { emptyEstate } from '@core/estate/estate'
import type { Item } from '@core/estate/item'
import { noPlanLists, type MoveGroup, type PlanDocument } from '@core/plan/plan-document'
import type { Wave } from '@core/plan/wave'

export type World = {
  readonly items: number
  /** Size of each group in turn; items beyond the last group are platforms. */
  readonly groupSizes: readonly number[]
  /** Wave place of each group; -1 is unplanned. */
  readonly placed: readonly number[]
  readonly waves: number
  readonly links: readonly (readonly [from: number, to: number])[]
}

/** A plan of any shape for looking at, not for planning. */
export const worldDocument = (world: World): PlanDocument => {
  const waves: Wave[] = Array.from({ length: world.waves }, (_, place) => ({ id: `w${place}`, number: place + 1, status: 'planned' }))
  const groups: MoveGroup[] = []
  let next = 0
  world.groupSizes.forEach((size, index) => {
    const members = Array.from({ length: Math.min(size, world.items - next) }, (_, member) => `i${next + member}`)
    next += members.length
    if (members.length === 0) return
    const waveId = waves[world.placed[index] ?? -1]?.id ?? null
    groups.push({ id: `g${index}`, name: `Group ${index}`, itemIds: members, waveId, origin: 'computed' })
  })
  const items = Array.from({ length: world.items }, (_, index): Item => ({
    id: `i${index}`, name: `Item ${index}`, kind: index < next ? 'application' : 'platform', effort: 1 + (index % 7),
    ...(index % 5 === 0 ? {} : { organisation: `Trust ${index % 31}` }),
  }))
  const dependencies = world.links.map(([from, to], index): Dependency => ({
    id: `d${index}`, from: `i${from}`, to: `i${to}`, type: 'uses', strength: index % 3 === 0 ? 'hard' : 'soft', order: 'any',
  }))
  const scenario = { id: 's', name: 'Plan', groups, waves, rules: [], freezeWindows: [] }
  return { id: 'p', name: 'World', estate: { ...emptyEstate, items, dependencies }, scenarios: [scenario], activeScenarioId: 's', ...noPlanLists }
}
