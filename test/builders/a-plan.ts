import type { Dependency } from '@core/estate/dependency'
import { emptyEstate, type Estate } from '@core/estate/estate'
import type { Item } from '@core/estate/item'
import { countingIds } from '@core/ids'
import { activeScenario, noPlanLists, type MoveGroup, type PlanDocument } from '@core/plan/plan-document'
import type { FreezeWindow, Rule } from '@core/plan/rule'
import type { Wave } from '@core/plan/wave'
import { groupsForScenario, type GivenGroup } from '@core/planning/move-groups'

export type PlanParts = {
  readonly name?: string
  readonly items?: readonly Item[]
  readonly dependencies?: readonly Dependency[]
  /** How many planned waves without dates, or what each is; wave n has the id `waveN`. */
  readonly waves?: number | readonly Partial<Omit<Wave, 'id'>>[]
  /** Rule n has the id `ruleN`. */
  readonly rules?: readonly Omit<Rule, 'id'>[]
  /** Freeze window n has the id `freezeN`. */
  readonly freezeWindows?: readonly Omit<FreezeWindow, 'id'>[]
  /** Planner's groups, by name. */
  readonly groups?: Readonly<Record<string, readonly string[]>>
  /** Wave number by item id: the group of the item is there. */
  readonly placed?: Readonly<Record<string, number>>
}

/** A small plan with one scenario, its groups computed from what it holds. */
export const aPlan = (parts: PlanParts = {}): PlanDocument => {
  const estate: Estate = { ...emptyEstate, items: parts.items ?? [], dependencies: parts.dependencies ?? [] }
  const waves = wavesOf(parts.waves ?? 0)
  const rules = (parts.rules ?? []).map((rule, index) => ({ ...rule, id: `rule${index + 1}` }))
  const freezeWindows = (parts.freezeWindows ?? []).map((row, index) => ({ ...row, id: `freeze${index + 1}` }))
  const groups = groupsForScenario(estate, rules, givenOf(parts, waves), countingIds())
  const scenario = { id: 'scenario1', name: 'Plan', groups, waves, rules, freezeWindows }
  return { id: 'plan1', name: parts.name ?? 'Plan', estate, scenarios: [scenario], activeScenarioId: scenario.id, ...noPlanLists }
}

const wavesOf = (waves: NonNullable<PlanParts['waves']>): readonly Wave[] => {
  const fields = typeof waves === 'number' ? Array.from({ length: waves }, () => ({})) : waves
  return fields.map((wave, index) => ({ number: index + 1, status: 'planned', ...wave, id: `wave${index + 1}` }))
}

const givenOf = ({ groups = {}, placed = {} }: PlanParts, waves: readonly Wave[]): readonly GivenGroup[] => {
  const waveIdOf = (itemId: string): string | null =>
    waves.find((wave) => wave.number === placed[itemId])?.id ?? null
  const planners = Object.entries(groups).map(([name, itemIds]): GivenGroup => {
    const waveId = itemIds.map(waveIdOf).find((id) => id !== null) ?? null
    return { name, itemIds, waveId, origin: 'planner' }
  })
  const computed = Object.keys(placed).map((itemId): GivenGroup => ({
    name: null, itemIds: [itemId], waveId: waveIdOf(itemId), origin: 'computed',
  }))
  return [...planners, ...computed]
}

/** The group that holds the item. Throws when there is none: the test has built another world than it thinks. */
export const groupWith = (document: PlanDocument, itemId: string): MoveGroup => {
  const group = activeScenario(document).groups.find((candidate) => candidate.itemIds.includes(itemId))
  if (!group) throw new Error(`No group holds ${itemId}`)
  return group
}
