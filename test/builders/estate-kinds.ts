import type { Dependency, Order } from '@core/estate/dependency'
import type { Criticality, Item } from '@core/estate/item'
import { addDays } from '@core/plan/dates'
import type { PlanDocument } from '@core/plan/plan-document'
import type { FreezeWindow, Rule } from '@core/plan/rule'
import type { Wave } from '@core/plan/wave'
import { aPlan } from './a-plan'
import { seededRandom } from './seeded-random'

export const estateKinds = ['hubs', 'layers', 'chains', 'clusters', 'hospitals'] as const
export type EstateKind = (typeof estateKinds)[number]

export type KindOptions = {
  readonly kind: EstateKind
  readonly items: number
  readonly waves: number
  readonly seed: number
  /** Capacity of a wave over an even share of the effort; none where it is left out. */
  readonly capacity?: number
  /** Windows, freezes, capacity by supplier and team, a limit on patient-critical groups. */
  readonly rules?: boolean
}

type Random = ReturnType<typeof seededRandom>
type Ends = readonly [from: number, to: number, order?: Order]

const organisationOf = (index: number, items: number): string => `Trust ${1 + Math.floor((index * 10) / items)}`

/** Where the dependencies of each kind lead; each of them is drawn anew for every item. */
const endsOf: Readonly<Record<EstateKind, (index: number, items: number, random: Random) => readonly Ends[]>> = {
  // A few are needed by nearly all.
  hubs: (index, items, random) => Array.from({ length: 4 }, (_, turn): Ends =>
    [index, turn < 3 ? Math.floor(items * random.next() ** 6) : random.below(items)]),
  // Portals on services on data, each layer after the one below it.
  layers: (index, items, random) => {
    const width = Math.max(1, Math.floor(items / 12))
    return index < width ? [] : Array.from({ length: 3 }, (): Ends =>
      [index, Math.max(0, Math.floor(index / width) * width - 1 - random.below(width)), random.next() < 0.7 ? 'provider-first' : 'any'])
  },
  chains: (index, _, random) => (index % 20 === 0 ? [] : [[index, index - 1, random.next() < 0.5 ? 'provider-first' : 'any']]),
  clusters: (index, items, random) => Array.from({ length: 4 }, (_, turn): Ends => {
    const start = Math.floor(index / 25) * 25
    return [index, turn < 3 ? Math.min(items - 1, start + random.below(25)) : random.below(items)]
  }),
  // Mostly within the trust, some to what all share, some first.
  hospitals: (index, items, random) => Array.from({ length: 4 }, (_, turn): Ends => {
    const trust = Math.floor((index * 10) / items)
    const own = Math.floor(((trust + random.next()) * items) / 10)
    return [index, turn === 0 ? random.below(Math.max(1, Math.floor(items / 50))) : Math.min(items - 1, own), random.next() < 0.1 && own < index ? 'provider-first' : 'any']
  }),
}

const itemsOf = ({ items }: KindOptions, random: Random): readonly Item[] => Array.from({ length: items }, (_, index): Item => ({
  id: `i${index}`, name: `Item ${index}`, kind: 'application', organisation: organisationOf(index, items),
  supplier: `Supplier ${1 + random.below(4)}`, team: `Team ${1 + random.below(6)}`,
  criticality: (1 + random.below(4)) as Criticality, effort: 1 + Math.floor(12 * random.next() ** 3),
}))

const dependenciesOf = ({ kind, items }: KindOptions, random: Random): readonly Dependency[] =>
  Array.from({ length: items }, (_, index) => endsOf[kind](index, items, random)).flat()
    .filter(([from, to, order]) => from !== to && (order !== 'provider-first' || to < from))
    .map(([from, to, order = 'any'], at): Dependency => ({
      id: `d${at}`, from: `i${from}`, to: `i${to}`, type: 'uses', strength: 'soft', order, pricePerDay: 1 + random.below(9),
    }))

const effortOf = (items: readonly Item[]): number => items.reduce((sum, { effort = 1 }) => sum + effort, 0)

const rulesOf = (items: readonly Item[], waves: number, random: Random): readonly Omit<Rule, 'id'>[] => {
  const share = effortOf(items) / waves
  return [
    { type: 'capacity', itemIds: [], supplier: 'Supplier 1', limit: Math.ceil(0.4 * share) },
    { type: 'capacity', itemIds: [], team: 'Team 2', limit: Math.ceil(0.3 * share) },
    { type: 'critical-limit', itemIds: [], limit: 2 },
    ...items.filter((_, index) => index % 29 === 0).map(({ id }): Omit<Rule, 'id'> =>
      ({ type: 'window', itemIds: [id], earliest: 1 + random.below(Math.ceil(waves / 2)) })),
    ...items.filter((_, index) => index % 41 === 0).map(({ id }, at): Omit<Rule, 'id'> =>
      ({ type: 'apart', itemIds: [id, items[(at * 7 + 3) % items.length]!.id] })),
  ]
}

const freezes: readonly Omit<FreezeWindow, 'id'>[] = [
  { start: '2027-02-01', end: '2027-03-10', organisation: 'Trust 1' }, { start: '2027-03-20', end: '2027-04-20', organisation: 'Trust 3' },
]

/** A plan of one kind, always the same for the same options; nothing has a wave yet. */
export const estateOfKind = (options: KindOptions): PlanDocument => {
  const random = seededRandom(options.seed)
  const items = itemsOf(options, random)
  const share = effortOf(items) / options.waves
  const waves = Array.from({ length: options.waves }, (_, index): Partial<Omit<Wave, 'id'>> => ({
    start: addDays('2027-01-04', index * 28), end: addDays('2027-01-04', index * 28 + 25),
    ...(options.capacity !== undefined && { capacity: Math.ceil(share * options.capacity) }),
  }))
  return aPlan({
    items, waves, dependencies: dependenciesOf(options, random),
    ...(options.rules && { rules: rulesOf(items, options.waves, random), freezeWindows: freezes }),
  })
}
