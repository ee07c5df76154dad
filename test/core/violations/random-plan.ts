import type { Dependency } from '@core/estate/dependency'
import type { Criticality, Disposition, Item, ItemKind } from '@core/estate/item'
import { addDays } from '@core/plan/dates'
import type { PlanDocument } from '@core/plan/plan-document'
import type { FreezeWindow, Rule, RuleType } from '@core/plan/rule'
import type { Wave, WaveStatus } from '@core/plan/wave'
import { aPlan } from '@test/builders/a-plan'
import { seededRandom } from '@test/builders/seeded-random'

type Random = ReturnType<typeof seededRandom>

const pick = <T>(random: Random, choices: readonly T[]): T => choices[random.below(choices.length)] as T
const perhaps = <T>(random: Random, chance: number, value: () => T): T | undefined =>
  random.next() < chance ? value() : undefined

/** Leaves out what is undefined, as the import does. */
const solid = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T

const scopeOf = (random: Random, chance: number) => ({
  organisation: perhaps(random, chance, () => pick(random, ['North', 'south ', 'West'])),
  site: perhaps(random, chance, () => pick(random, ['A', 'B'])),
  serviceArea: perhaps(random, chance / 2, () => pick(random, ['Storage', 'Network'])),
})

const itemOf = (random: Random, index: number): Item => solid({
  id: `i${index}`,
  name: pick(random, [`Item ${index}`, 'Journal', 'Archive']),
  kind: pick<ItemKind>(random, ['application', 'application', 'server', 'server', 'database', 'device-class', 'platform']),
  ...scopeOf(random, 0.6),
  supplier: perhaps(random, 0.3, () => pick(random, ['Acme', 'Umbra'])),
  environment: perhaps(random, 0.5, () => pick(random, ['Production', 'test', 'Development'])),
  criticality: perhaps(random, 0.7, () => (1 + random.below(4)) as Criticality),
  disposition: perhaps(random, 0.35, () => pick<Disposition>(random, ['retain', 'retire', 'rehost', 'refactor'])),
  endOfSupport: perhaps(random, 0.2, () => addDays('2027-01-01', random.below(200))),
  effort: perhaps(random, 0.8, () => random.below(60) / 4),
  cost: perhaps(random, 0.5, () => random.below(1000)),
  sharedService: perhaps(random, 0.15, () => true),
})

const dependencyOf = (random: Random, index: number, items: readonly Item[]): Dependency => solid({
  id: `d${index}`,
  from: pick(random, items).id,
  to: pick(random, items).id,
  type: 'uses' as const,
  strength: random.next() < 0.25 ? 'hard' as const : 'soft' as const,
  order: pick(random, ['any', 'any', 'together', 'provider-first'] as const),
  maxLatencyMs: perhaps(random, 0.1, () => random.below(50)),
  pricePerDay: perhaps(random, 0.5, () => random.below(10)),
})

const waveOf = (random: Random, index: number, statuses: readonly WaveStatus[]): Partial<Omit<Wave, 'id'>> => {
  const start = addDays('2027-01-04', index * 28 + random.below(8))
  return solid({
    number: index + 1 + (index > 1 ? 1 : 0),
    start: perhaps(random, 0.8, () => start),
    end: perhaps(random, 0.8, () => addDays(start, random.below(28))),
    capacity: perhaps(random, 0.5, () => 20 + random.below(120)),
    maxItems: perhaps(random, 0.3, () => 3 + random.below(15)),
    budget: perhaps(random, 0.3, () => random.below(4000)),
    status: pick(random, statuses),
  })
}

const momentOf = (random: Random): string | number =>
  random.next() < 0.5 ? 1 + random.below(5) : addDays('2027-01-04', random.below(160))

const ruleOf = (random: Random, items: readonly Item[]): Omit<Rule, 'id'> => {
  const type = pick<RuleType>(random, ['together', 'apart', 'before', 'pin', 'window', 'capacity', 'critical-limit'])
  const counts = type === 'capacity' || type === 'critical-limit'
  const some = Array.from({ length: 1 + random.below(4) }, () => pick(random, items).id)
  return solid({
    type,
    itemIds: counts && random.next() < 0.8 ? [] : some,
    wave: type === 'pin' ? 1 + random.below(5) : counts ? perhaps(random, 0.3, () => 1 + random.below(5)) : undefined,
    earliest: type === 'window' ? perhaps(random, 0.7, () => momentOf(random)) : undefined,
    latest: type === 'window' ? perhaps(random, 0.5, () => momentOf(random)) : undefined,
    lag: type === 'before' ? perhaps(random, 0.5, () => random.below(3)) : undefined,
    limit: type === 'capacity' ? random.below(80) : type === 'critical-limit' ? perhaps(random, 0.5, () => random.below(3)) : undefined,
    ...(counts ? scopeOf(random, 0.4) : {}),
  })
}

const freezeOf = (random: Random): Omit<FreezeWindow, 'id'> => {
  const start = addDays('2027-01-01', random.below(150))
  return solid({ start, end: addDays(start, random.below(40)), ...scopeOf(random, 0.3) })
}

export type RandomPlanOptions = {
  /** Groups that a hand has shaped, against the dependencies. */
  readonly splits?: boolean
  readonly rules?: number
  readonly statuses?: readonly WaveStatus[]
  /** What part of the groups lies in a wave, at random. */
  readonly placed?: number
}

/** A small plan with a bit of everything in it, mostly broken; the same for the same seed. */
export const randomPlan = (seed: number, options: RandomPlanOptions = {}): PlanDocument => {
  const random = seededRandom(seed)
  const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at))
  const items = many(4 + random.below(22), (index) => itemOf(random, index))
  const waves = many(1 + random.below(5), (index) => waveOf(random, index, options.statuses ?? ['planned']))
  const placed = items
    .filter(() => random.next() < (options.placed ?? 0.7))
    .map(({ id }) => [id, pick(random, waves).number ?? 1] as const)
  const hand = options.splits === false ? [] : items.filter(({ kind, disposition }) => kind !== 'platform' && disposition !== 'retain')
  return aPlan({
    items,
    waves,
    dependencies: many(random.below(items.length * 2), (index) => dependencyOf(random, index, items)),
    rules: many(random.below((options.rules ?? 6) + 1), () => ruleOf(random, items)),
    freezeWindows: many(random.below(4), () => freezeOf(random)),
    placed: Object.fromEntries(placed),
    groups: random.next() < 0.5 && hand.length > 2 ? { 'By hand': hand.slice(0, 2).map(({ id }) => id), Alone: [hand[2]!.id] } : {},
  })
}
