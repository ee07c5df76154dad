import fc from 'fast-check'
import { dependencyTypes, orders, strengths, type Dependency } from '@core/estate/dependency'
import { dispositions, isMovable, itemKinds, sensitivities, type Item } from '@core/estate/item'
import { countingIds } from '@core/ids'
import { noPlanLists, type PlanDocument } from '@core/plan/plan-document'
import { waveStatuses, type Wave } from '@core/plan/wave'
import { ruleTypes, type FreezeWindow, type Rule } from '@core/plan/rule'
import { groupsForScenario, type GivenGroup } from '@core/planning/move-groups'

/** Text as people and attackers write it, trimmed as an import trims it. */
const text = fc.oneof(
  fc.constantFrom(
    'Ærfugl øst', '=1+1', '+47 22 22 22 22', '-', '@sum', '12', '007', '1,5', 'TRUE', 'Ja', '2027-01-01', '__proto__',
    'constructor', 'a;b', '"x"', 'Name', 'Id', 'Wave 3', '\u200bnull', 'Jönköping', '日本', '👩‍⚕️ x', 'line\nbreak',
  ),
  fc.string({ minLength: 1, maxLength: 12 }).map((made) => made.trim()).filter((made) => made !== ''),
)
const number = fc.oneof(fc.nat(100_000), fc.double({ min: 0, max: 1e6, noNaN: true, noDefaultInfinity: true }).map((x) => x + 0))
const day = fc.nat(5000).map((offset) => new Date(Date.UTC(2024, 0, 1 + offset)).toISOString().slice(0, 10))
const heading = fc.constantFrom('Rack', '__proto__', 'Kostnadssted', 'toString', 'Name 2', '=cmd', 'x (as written)', 'Column K')
const cell = fc.oneof(text, fc.nat(1000), fc.boolean())
/** In the order of the columns, each heading at most once: the order that an export gives them. */
const extra = fc.uniqueArray(fc.tuple(heading, cell), { minLength: 1, maxLength: 3, selector: ([name]) => name })
  .map((pairs) => pairs.sort(([a], [b]) => (a < b ? -1 : 1)))

const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: undefined, freq: 2 })
const withoutBlank = <T extends object>(row: T): T =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as T

const itemFields = fc.record({
  name: text, kind: fc.constantFrom(...itemKinds), organisation: maybe(text), site: maybe(text), serviceArea: maybe(text),
  environment: maybe(text), owner: maybe(text), team: maybe(text), supplier: maybe(text),
  criticality: maybe(fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const)), disposition: maybe(fc.constantFrom(...dispositions)),
  phaseOutReason: maybe(text), endOfSupport: maybe(day), effort: maybe(number), cost: maybe(number), users: maybe(fc.nat(9999)),
  count: maybe(fc.nat(9999)), sensitivity: maybe(fc.constantFrom(...sensitivities)), sharedService: maybe(fc.boolean()),
  status: maybe(text), notes: maybe(text), extra: maybe(extra),
})

const items = fc.uniqueArray(fc.tuple(text, itemFields), { maxLength: 12, selector: ([id]) => id }).chain((rows) => {
  const made = rows.map(([id, fields]) => withoutBlank({ id, ...fields }) as Item)
  const target = made.length > 0 ? maybe(fc.constantFrom(...made.map((item) => item.id))) : fc.constant(undefined)
  return fc.tuple(...made.map(() => target)).map((targets) =>
    made.map((item, index) => withoutBlank({ ...item, consolidateInto: targets[index] })))
})

const dependencyRest = {
  type: fc.constantFrom(...dependencyTypes), strength: fc.constantFrom(...strengths), order: fc.constantFrom(...orders),
  maxLatencyMs: maybe(number), pricePerDay: maybe(number), confidence: maybe(text), source: maybe(text), notes: maybe(text),
  extra: maybe(extra),
}
const unresolved = fc.array(fc.record({ ...dependencyRest, fromText: text, toText: text }), { maxLength: 2 })

const waves = fc.uniqueArray(fc.record({
  number: fc.nat(40), name: maybe(text), start: maybe(day), end: maybe(day), capacity: maybe(number), maxItems: maybe(fc.nat(50)),
  budget: maybe(number), supplier: maybe(text), status: fc.constantFrom(...waveStatuses), extra: maybe(extra),
}), { maxLength: 4, selector: (wave) => wave.number }).map((rows) =>
  rows.sort((a, b) => a.number - b.number).map((row, index) => withoutBlank({ id: `wave${index}`, ...row }) as Wave))

const moment = maybe(fc.oneof(day, fc.nat(40)))
const ruleFields = {
  wave: maybe(fc.nat(40)), earliest: moment, latest: moment, lag: maybe(fc.nat(3)), limit: maybe(number), organisation: maybe(text),
  site: maybe(text), serviceArea: maybe(text), supplier: maybe(text), team: maybe(text), reason: maybe(text), extra: maybe(extra),
}
const freezeWindows = fc.array(fc.record({
  name: maybe(text), start: day, end: day, organisation: maybe(text), site: maybe(text), serviceArea: maybe(text), extra: maybe(extra),
}), { maxLength: 3 }).map((rows) => rows.map((row, index) => withoutBlank({ id: `freeze${index}`, ...row }) as FreezeWindow))

const extraSheets = fc.uniqueArray(fc.tuple(
  fc.constantFrom('Forside', 'Pivot', 'vHost', 'Ark1'),
  fc.array(fc.array(fc.option(fc.oneof(fc.constantFrom('x', 'y', '=1'), fc.nat(9), fc.boolean())), { maxLength: 3 }), { minLength: 1, maxLength: 4 }),
), { maxLength: 2, selector: ([name]) => name }).map((sheets) => sheets.flatMap(([name, rows]) => {
  const trimmed = rows.map((row) => row.slice(0, row.findLastIndex((one) => one !== null) + 1))
  const last = trimmed.findLastIndex((row) => row.length > 0)
  return last < 0 ? [] : [{ name, rows: trimmed.slice(0, last + 1) }]
}))

const givenGroups = (estateItems: readonly Item[], waveIds: readonly string[]) =>
  fc.tuple(...estateItems.map(() => fc.tuple(maybe(fc.constantFrom('Gruppe A', 'Gruppe B', '=B')), fc.option(fc.nat(99))))).map((picks) => {
    const given: GivenGroup[] = []
    picks.forEach(([name, wave], index) => {
      const item = estateItems[index]
      if (!item || !isMovable(item)) return
      const waveId = wave === null || waveIds.length === 0 ? null : (waveIds[wave % waveIds.length] ?? null)
      const same = given.findIndex((group) => name !== undefined && group.name === name)
      const group = given[same]
      if (group) given[same] = { ...group, itemIds: [...group.itemIds, item.id] }
      else given.push({ name: name ?? null, itemIds: [item.id], waveId, origin: name === undefined ? 'computed' : 'planner' })
    })
    return given
  })

/** Plans with everything that a workbook can hold, as an import or a planner would leave them. */
export const aGeneratedPlan: fc.Arbitrary<PlanDocument> = fc
  .tuple(items, waves, freezeWindows, extraSheets, unresolved)
  .chain(([estateItems, estateWaves, freezes, sheets, lost]) => {
    const ids = estateItems.map((item) => item.id)
    const anId = ids.length > 0 ? fc.constantFrom(...ids) : fc.constant('')
    const dependencies = ids.length < 2 ? fc.constant([]) : fc.array(fc.record({ from: anId, to: anId, ...dependencyRest }), { maxLength: 12 })
    const rules = ids.length === 0 ? fc.constant([]) : fc.array(
      fc.record({ type: fc.constantFrom(...ruleTypes), itemIds: fc.uniqueArray(anId, { maxLength: 3 }), ...ruleFields }), { maxLength: 4 },
    )
    return fc.tuple(dependencies, rules, givenGroups(estateItems, estateWaves.map((wave) => wave.id))).map(([edges, planRules, given]) => {
      const known = new Set([...ids, ...estateItems.map((item) => item.name.toLowerCase())])
      const estate = {
        items: estateItems,
        dependencies: edges.filter((edge) => edge.from !== edge.to)
          .map((edge, index) => withoutBlank({ id: `d${index}`, ...edge }) as Dependency),
        unresolved: lost.filter((edge) => !known.has(edge.fromText) && !known.has(edge.fromText.toLowerCase()))
          .map((edge, index) => withoutBlank({ id: `u${index}`, ...edge })),
        extraSheets: sheets,
        imports: [],
      }
      const kept = planRules.map((rule, index) => withoutBlank({ id: `rule${index}`, ...rule }) as Rule)
      const groups = groupsForScenario(estate, kept, given, countingIds())
      const scenario = { id: 'scenario1', name: 'Plan', groups, waves: estateWaves, rules: kept, freezeWindows: freezes }
      return { id: 'plan1', name: 'Generated', estate, scenarios: [scenario], activeScenarioId: 'scenario1', ...noPlanLists }
    })
  })
