import type { Dependency } from '@core/estate/dependency'
import { effortOf, isMovable, type Item } from '@core/estate/item'
import { activeScenario, type MoveGroup, type PlanDocument, type Scenario } from '@core/plan/plan-document'
import type { FreezeWindow, Moment, Rule } from '@core/plan/rule'
import type { Wave } from '@core/plan/wave'

/**
 * An independent check of a plan, written from DESIGN 5 alone: plain loops over rows, slow on purpose. It shares
 * nothing with the evaluation or the planner, so that what these agree on is right for two reasons. Hard problems only.
 */
export type Problem = { readonly type: string; readonly about: string }

type World = {
  readonly document: PlanDocument
  readonly scenario: Scenario
  readonly item: (id: string) => Item | undefined
  readonly group: (itemId: string) => MoveGroup | undefined
  readonly wave: (itemId: string) => Wave | undefined
}

const worldOf = (document: PlanDocument): World => {
  const scenario = activeScenario(document)
  const item = (id: string): Item | undefined => document.estate.items.find((candidate) => candidate.id === id)
  const group = (itemId: string): MoveGroup | undefined => {
    const found = item(itemId)
    return found && isMovable(found) ? scenario.groups.find(({ itemIds }) => itemIds.includes(itemId)) : undefined
  }
  const wave = (itemId: string): Wave | undefined => scenario.waves.find(({ id }) => id === group(itemId)?.waveId)
  return { document, scenario, item, group, wave }
}

export const checkPlan = (document: PlanDocument): readonly Problem[] => {
  const world = worldOf(document)
  return [
    ...document.estate.dependencies.flatMap((dependency) => dependencyProblems(world, dependency)),
    ...world.scenario.rules.flatMap((rule) => ruleProblems(world, rule)),
    ...world.scenario.waves.flatMap((wave) => waveProblems(world, wave)),
    ...membershipProblems(world),
  ]
}

/** DESIGN 2: every movable item is in exactly one group, and nothing else is in any. */
const membershipProblems = ({ document, scenario }: World): readonly Problem[] =>
  document.estate.items.flatMap((item) => {
    const holding = scenario.groups.filter(({ itemIds }) => itemIds.includes(item.id)).length
    return holding === (isMovable(item) ? 1 : 0) ? [] : [{ type: 'membership', about: item.id }]
  })

const dependencyProblems = (world: World, dependency: Dependency): readonly Problem[] => {
  const consumer = world.item(dependency.from)
  const provider = world.item(dependency.to)
  if (!consumer || !provider || consumer === provider) return []
  // Point 4: platforms and retained items take no part.
  if (!isMovable(consumer) || !isMovable(provider)) return []
  const problem = (type: string): Problem => ({ type, about: dependency.id })
  const problems: Problem[] = []
  const isShared = provider.sharedService === true
  const isRetired = provider.disposition === 'retire'
  const from = world.wave(consumer.id)?.number
  const to = world.wave(provider.id)?.number
  // Point 3, hard: same move group.
  if (dependency.strength === 'hard' && !isShared) {
    return world.group(consumer.id) === world.group(provider.id) ? [] : [problem('hard-dependency')]
  }
  if (dependency.strength === 'soft' && dependency.order === 'together' && from !== to) problems.push(problem('order'))
  // Points 3 and 5: the provider is not later; a shared service that is switched off does not also go first.
  const providerFirst =
    dependency.strength === 'hard' ? !isRetired : dependency.order === 'provider-first'
  if (providerFirst && from !== undefined && (to === undefined || to > from)) problems.push(problem('order'))
  // Point 4: retired no earlier than the last that needs it.
  if (isRetired && to !== undefined && (from === undefined || from > to)) problems.push(problem('retired-early'))
  return problems
}

const movableItems = (world: World, rule: Rule): readonly Item[] =>
  [...new Set(rule.itemIds)].map(world.item).filter((item): item is Item => item !== undefined && isMovable(item))

const ruleProblems = (world: World, rule: Rule): readonly Problem[] => {
  const items = movableItems(world, rule)
  const problem = { type: rule.type, about: rule.id }
  const numbers = items.map((item) => world.wave(item.id)?.number)
  switch (rule.type) {
    case 'together':
      return new Set(numbers).size > 1 ? [problem] : []
    case 'apart': {
      const planned = numbers.filter((number) => number !== undefined)
      return new Set(planned).size < planned.length ? [problem] : []
    }
    case 'before':
      return isOutOfOrder(numbers, rule.lag ?? 1) ? [problem] : []
    case 'pin':
      return rule.wave !== undefined && numbers.some((number) => number !== undefined && number !== rule.wave)
        ? [problem]
        : []
    case 'window':
      return items.some((item) => isOutside(world.wave(item.id), rule)) ? [problem] : []
    case 'capacity':
      return world.scenario.waves.filter((wave) => isOverRule(world, rule, wave)).map(() => problem)
    case 'critical-limit':
      return []
  }
}

const isOutOfOrder = (numbers: readonly (number | undefined)[], lag: number): boolean =>
  numbers.some((next, at) => {
    if (at === 0 || next === undefined) return false
    const first = numbers[at - 1]
    return first === undefined || next - first < lag
  })

const isOutside = (wave: Wave | undefined, { earliest, latest }: Rule): boolean => {
  if (!wave) return false
  const isBefore = (moment: Moment): boolean => {
    if (typeof moment === 'number') return wave.number < moment
    const day = wave.start ?? wave.end
    return day !== undefined && day < moment
  }
  const isAfter = (moment: Moment): boolean => {
    if (typeof moment === 'number') return wave.number > moment
    const day = wave.end ?? wave.start
    return day !== undefined && day > moment
  }
  return (earliest !== undefined && isBefore(earliest)) || (latest !== undefined && isAfter(latest))
}

const scopeFields = ['organisation', 'site', 'serviceArea', 'supplier', 'team'] as const

const isInScope = (item: Item, scope: Rule | FreezeWindow): boolean => {
  const wanted: Partial<Record<(typeof scopeFields)[number], string>> = scope
  return scopeFields.every((field) => {
    const text = wanted[field]?.trim().toLowerCase() ?? ''
    return text === '' || text === (item[field]?.trim().toLowerCase() ?? '')
  })
}

const itemsIn = (world: World, wave: Wave): readonly Item[] =>
  world.document.estate.items.filter((item) => world.wave(item.id) === wave)

const effortOfAll = (items: readonly Item[]): number => items.reduce((sum, item) => sum + effortOf(item), 0)

const isOverRule = (world: World, rule: Rule, wave: Wave): boolean => {
  if (rule.limit === undefined || (rule.wave !== undefined && rule.wave !== wave.number)) return false
  const counted = itemsIn(world, wave).filter(
    (item) => isInScope(item, rule) && (rule.itemIds.length === 0 || rule.itemIds.includes(item.id)),
  )
  return effortOfAll(counted) > rule.limit + 0.001
}

const waveProblems = (world: World, wave: Wave): readonly Problem[] => {
  const items = itemsIn(world, wave)
  const problems: Problem[] = []
  if (wave.capacity !== undefined && effortOfAll(items) > wave.capacity + 0.001) {
    problems.push({ type: 'capacity', about: wave.id })
  }
  if (wave.maxItems !== undefined && items.length > wave.maxItems) problems.push({ type: 'max-items', about: wave.id })
  for (const item of items) {
    if (isFrozen(world, wave, item)) problems.push({ type: 'freeze', about: item.id })
  }
  return problems
}

const nextDay = (day: string): string => {
  const date = new Date(`${day}T12:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

/** Point 9: no day between start and end is left outside the freezes of the item. */
const isFrozen = (world: World, wave: Wave, item: Item): boolean => {
  if (wave.start === undefined || wave.end === undefined || wave.end < wave.start) return false
  const freezes = world.scenario.freezeWindows.filter((freeze) => isInScope(item, freeze))
  for (let day = wave.start; day <= wave.end; day = nextDay(day)) {
    if (!freezes.some(({ start, end }) => start <= day && day <= end)) return false
  }
  return true
}
