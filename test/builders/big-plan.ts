import { dependencyTypes, type Dependency } from '@core/estate/dependency'
import { emptyEstate } from '@core/estate/estate'
import type { Criticality, Item } from '@core/estate/item'
import { countingIds } from '@core/ids'
import { noPlanLists, type PlanDocument } from '@core/plan/plan-document'
import type { Wave } from '@core/plan/wave'
import { addDays } from '@core/plan/dates'
import { groupsForScenario, type GivenGroup } from '@core/planning/move-groups'
import { seededRandom } from './seeded-random'

export type BigPlanSize = {
  readonly items: number
  readonly dependencies: number
  readonly waves: number
  readonly seed: number
  /** What part of the groups is placed in a wave at random; the rest is unplanned. */
  readonly placed?: number
}

/**
 * A plan as large as asked, always the same for the same size and seed. A fifth of the items are applications, each
 * hard on servers of its own; calls between applications go mostly within an organisation; a few hubs are needed by
 * many. Three platforms.
 */
export const bigPlan = (size: BigPlanSize): PlanDocument => {
  const random = seededRandom(size.seed)
  const estate = { ...emptyEstate, ...bigEstateRows(size, random) }
  const waves = Array.from({ length: size.waves }, (_, index) => bigWave(index))
  const given = estate.items.flatMap((item): GivenGroup[] => {
    if (waves.length === 0 || random.next() >= (size.placed ?? 1)) return []
    return [{ name: null, itemIds: [item.id], waveId: waves[random.below(waves.length)]?.id ?? null, origin: 'computed' }]
  })
  const groups = groupsForScenario(estate, [], given, countingIds())
  const scenario = { id: 'scenario1', name: 'Plan', groups, waves, rules: [], freezeWindows: [] }
  return { id: `big${size.seed}`, name: `Big ${size.items}`, estate, scenarios: [scenario], activeScenarioId: 'scenario1', ...noPlanLists }
}

type Random = ReturnType<typeof seededRandom>

const organisations = 10
const platforms = 3

const bigWave = (index: number): Wave => ({
  id: `wave${index + 1}`,
  number: index + 1,
  name: `Wave ${index + 1}`,
  start: addDays('2027-01-04', index * 28),
  end: addDays('2027-01-04', index * 28 + 25),
  status: 'planned',
})

const bigEstateRows = (size: BigPlanSize, random: Random): { items: readonly Item[]; dependencies: readonly Dependency[] } => {
  const applications = Math.max(1, Math.floor(size.items / 5))
  const items = Array.from({ length: size.items }, (_, index) => bigItem(index, applications, size, random))
  const hubs = Math.max(1, Math.floor(applications / 250))
  const dependencies: Dependency[] = []
  for (let server = applications; server < size.items - platforms; server++) {
    if (dependencies.length >= size.dependencies) break
    dependencies.push(bigDependency(dependencies.length, server % applications, server, true, random))
  }
  while (dependencies.length < size.dependencies) {
    const from = random.below(applications)
    dependencies.push(bigDependency(dependencies.length, from, calledBy(from, applications, hubs, size, random), false, random))
  }
  const idOf = (place: string): string => items[Number(place)]?.id ?? place
  return { items, dependencies: dependencies.map((row) => ({ ...row, from: idOf(row.from), to: idOf(row.to) })) }
}

/** One call in ten goes to a hub, one in fifty onto a platform, most of the rest within the organisation. */
const calledBy = (from: number, applications: number, hubs: number, size: BigPlanSize, random: Random): number => {
  const chance = random.next()
  if (chance < 0.1) return random.below(hubs)
  if (chance < 0.12) return Math.max(0, size.items - 1 - random.below(platforms))
  if (chance < 0.3) return random.below(applications)
  const step = organisations * (1 + random.below(Math.max(1, Math.floor(applications / organisations))))
  return (from + step) % applications
}

const bigItem = (index: number, applications: number, size: BigPlanSize, random: Random): Item => {
  const isApplication = index < applications
  const isPlatform = index >= size.items - platforms && !isApplication
  const kind = isApplication ? 'application' : isPlatform ? 'platform' : 'server'
  const owner = isApplication ? index : index % applications
  return {
    id: `${kind === 'application' ? 'APP' : kind === 'server' ? 'SRV' : 'PLT'}-${index + 1}`,
    name: `${kind === 'application' ? 'System' : kind === 'server' ? 'srv' : 'Platform'} ${index + 1}`,
    kind,
    organisation: `Trust ${(owner % organisations) + 1}`,
    criticality: (1 + random.below(4)) as Criticality,
    effort: isApplication ? 1 + random.below(20) : 1,
  }
}

/** Its ends are places in the list, to be replaced by ids. Providers that go first stand earlier: no cycles. */
const bigDependency = (row: number, from: number, to: number, isHosting: boolean, random: Random): Dependency => {
  const order = !isHosting && to < from && random.next() < 0.1 ? 'provider-first' : 'any'
  return {
    id: `d${row + 1}`,
    from: `${from}`,
    to: `${to}`,
    type: isHosting ? 'runs-on' : (dependencyTypes[1 + random.below(3)] ?? 'uses'),
    strength: isHosting ? 'hard' : 'soft',
    order: isHosting ? 'together' : order,
    ...(isHosting ? {} : { pricePerDay: 1 + random.below(9) }),
  }
}
