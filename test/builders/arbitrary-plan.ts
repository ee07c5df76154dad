import fc from 'fast-check'
import type { Estate } from '@core/estate/estate'
import { countingIds } from '@core/ids'
import type { PlanDocument, Scenario } from '@core/plan/plan-document'
import { ruleTypes, type FreezeWindow, type Moment, type Rule } from '@core/plan/rule'
import { waveStatuses, type Wave } from '@core/plan/wave'
import { groupsForScenario, type GivenGroup } from '@core/planning/move-groups'
import { amount, arbitraryEstate, calendarDay, cellText, extraFields, type EstateSize } from './arbitrary-estate'
import { arbitraryLists } from './arbitrary-lists'

const waves = (): fc.Arbitrary<readonly Wave[]> =>
  fc.uniqueArray(
    fc.record(
      {
        number: fc.integer({ min: 1, max: 12 }),
        status: fc.constantFrom(...waveStatuses, 'planned' as const),
        name: cellText(),
        start: calendarDay(),
        end: calendarDay(),
        capacity: amount(),
        maxItems: fc.nat(20),
        budget: amount(),
        supplier: fc.constantFrom('Fjord AS', 'Berg AS'),
        extra: extraFields(),
      },
      { requiredKeys: ['number', 'status'] },
    ),
    { selector: (wave) => wave.number, maxLength: 5 },
  ).map((rows) => rows.toSorted((a, b) => a.number - b.number).map((row, index) => ({ ...row, id: `wave${index + 1}` })))

const moment = (): fc.Arbitrary<Moment> => fc.oneof(calendarDay(), fc.integer({ min: 1, max: 12 }))

const scope = { organisation: fc.constantFrom('Trust North', 'Ahus'), site: fc.constantFrom('Bergen', 'Oslo'), serviceArea: fc.constantFrom('Storage') }

const rules = (ids: readonly string[]): fc.Arbitrary<readonly Rule[]> =>
  fc.array(
    fc.record(
      {
        type: fc.constantFrom(...ruleTypes, 'together' as const),
        itemIds: ids.length === 0 ? fc.constant([]) : fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 4 }),
        wave: fc.integer({ min: 1, max: 12 }),
        earliest: moment(),
        latest: moment(),
        lag: fc.nat(3),
        limit: fc.nat(30),
        ...scope,
        supplier: fc.constantFrom('Fjord AS'),
        team: fc.constantFrom('Blue'),
        reason: cellText(),
        extra: extraFields(),
      },
      { requiredKeys: ['type', 'itemIds'] },
    ),
    { maxLength: 4 },
  ).map((rows) => rows.map((row, index) => ({ ...row, id: `rule${index + 1}` })))

const freezeWindows = (): fc.Arbitrary<readonly FreezeWindow[]> =>
  fc.array(
    fc.record(
      { start: calendarDay(), end: calendarDay(), name: cellText(), ...scope, extra: extraFields() },
      { requiredKeys: ['start', 'end'] },
    ),
    { maxLength: 3 },
  ).map((rows) => rows.map((row, index) => ({ ...row, id: `freeze${index + 1}` })))

/** What the planner, or a workbook, has said of the items: a group's name or none, and a wave or none, for each. */
const givenGroups = (ids: readonly string[], planned: readonly Wave[]): fc.Arbitrary<readonly GivenGroup[]> =>
  fc.array(
    fc.record({
      name: fc.option(fc.constantFrom('North', 'South', 'Journal', 'Lab')),
      waveId: fc.option(fc.constantFrom(null, ...planned.map((wave) => wave.id)), { nil: null }),
      origin: fc.constantFrom('computed' as const, 'computed' as const, 'planner' as const),
    }),
    { minLength: ids.length, maxLength: ids.length },
  ).map((said) => gatherGroups(ids, said))

const gatherGroups = (ids: readonly string[], said: readonly Omit<GivenGroup, 'itemIds'>[]): readonly GivenGroup[] => {
  const groups = new Map<string, GivenGroup>()
  said.forEach((cell, index) => {
    const itemId = ids[index] ?? ''
    const key = cell.origin === 'planner' && cell.name !== null ? cell.name : `#${index}`
    const before = groups.get(key)
    const origin = cell.name === null ? 'computed' : cell.origin
    groups.set(key, before ? { ...before, itemIds: [...before.itemIds, itemId] } : { ...cell, origin, itemIds: [itemId] })
  })
  return [...groups.values()]
}

const scenario = (estate: Estate, id: string): fc.Arbitrary<Scenario> => {
  const ids = estate.items.map((item) => item.id)
  return fc.record({ name: cellText(), waves: waves(), rules: rules(ids), freezeWindows: freezeWindows() })
    .chain((parts) => givenGroups(ids, parts.waves).map((given) => ({
      ...parts, id, groups: groupsForScenario(estate, parts.rules, given, countingIds()),
    })))
}

export type PlanSize = EstateSize & { readonly maxScenarios?: number }

/** Whole plan documents: every field, waves, rules, freeze windows, groups of both origins, one scenario or two. */
export const arbitraryPlan = ({ maxScenarios = 2, ...size }: PlanSize = {}): fc.Arbitrary<PlanDocument> =>
  fc.tuple(arbitraryEstate(size), fc.integer({ min: 1, max: maxScenarios }), cellText()).chain(([estate, count, name]) =>
    fc.tuple(
      fc.tuple(...Array.from({ length: count }, (_, index) => scenario(estate, `scenario${index + 1}`))),
      fc.integer({ min: 1, max: count }),
      arbitraryLists(estate.items.map((item) => item.id)),
    ).map(([scenarios, active, lists]) => ({ id: 'plan1', name, estate, scenarios, activeScenarioId: `scenario${active}`, ...lists })),
  )
