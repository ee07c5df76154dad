import { applyChange } from '@core/plan/apply-change'
import { moveGroups } from '@core/plan/commands'
import { activeScenario, type PlanDocument, type Scenario } from '@core/plan/plan-document'
import type { Reason } from '@core/planning/reasons/reason'
import type { Wave } from '@core/plan/wave'

const withScenario = (document: PlanDocument, change: (scenario: Scenario) => Scenario): PlanDocument => ({
  ...document,
  scenarios: document.scenarios.map((scenario) => (scenario.id === document.activeScenarioId ? change(scenario) : scenario)),
})

const unlimited = ({ capacity: _capacity, maxItems: _maxItems, ...wave }: Wave): Wave => wave

const change = (scenario: Scenario, { type, ruleId, freezeWindowIds, waveIds }: Reason): Scenario => ({
  ...scenario,
  rules: scenario.rules.filter(({ id }) => id !== ruleId),
  freezeWindows: scenario.freezeWindows.filter(({ id }) => !freezeWindowIds.includes(id)),
  waves: scenario.waves.map((wave) => {
    if (!waveIds.includes(wave.id)) return wave
    if (type === 'capacity' || type === 'max-items') return unlimited(wave)
    return type === 'settled-wave' ? { ...wave, status: 'planned' as const } : wave
  }),
})

/** The plan without what the reasons name: the rules, freeze windows and dependencies gone, the waves without limits. */
export const withoutReasons = (document: PlanDocument, reasons: readonly Reason[]): PlanDocument => {
  const gone = new Set(reasons.flatMap(({ dependencyIds }) => dependencyIds))
  const estate = { ...document.estate, dependencies: document.estate.dependencies.filter(({ id }) => !gone.has(id)) }
  return reasons.reduce<PlanDocument>((current, reason) => withScenario(current, (scenario) => change(scenario, reason)), { ...document, estate })
}

export const moved = (document: PlanDocument, groupId: string, waveId: string | null): PlanDocument =>
  applyChange(document, moveGroups(document, [groupId], waveId)).document

/** Where a wave stands in the plan, from 0. */
export const placeOf = (document: PlanDocument, waveId: string | null): number =>
  activeScenario(document).waves.findIndex(({ id }) => id === waveId)
