import { editRule, removeFreezeWindow, removeRule, type RuleFields } from '../../plan/commands'
import type { StepLabel } from '../../plan/history'
import { activeScenario } from '../../plan/plan-document'
import type { Rule } from '../../plan/rule'
import { type Candidate, type Case, ranks } from './candidate'

type Edit = { readonly key: string; readonly fields: RuleFields; readonly params?: Readonly<Record<string, string | number>> }

/** The smallest change of the rule under which the plan as it is would be fine. */
const editsFor = ({ violation, waves }: Case, rule: Rule): readonly Edit[] => {
  const wave = waves[0]
  const load = Math.ceil(Number(violation.params.load ?? violation.params.groups ?? 0))
  switch (rule.type) {
    case 'capacity':
    case 'critical-limit':
      return [{ key: 'violations.fixRuleLimit', fields: { limit: load }, params: { limit: load } }]
    case 'pin':
      return wave ? [{ key: 'violations.fixPin', fields: { wave: wave.number }, params: { wave: wave.number } }] : []
    case 'window':
      return wave ? [{ key: 'violations.fixWindow', fields: widened(violation.params.side, wave.number), params: { wave: wave.number } }] : []
    default:
      return []
  }
}

const widened = (side: string | number | undefined, number: number): RuleFields =>
  side === 'earliest' ? { earliest: number } : { latest: number }

export const ruleEdits = (problem: Case): readonly Candidate[] => {
  const { document, violation, newId } = problem
  const rule = activeScenario(document).rules.find(({ id }) => id === violation.ruleId)
  if (!rule) return []
  const edits = editsFor(problem, rule).map(({ key, fields, params = {} }): Candidate => ({
    rank: ranks.rule,
    cost: 0,
    label: { key, params },
    change: () => editRule(document, rule.id, fields, newId),
  }))
  return [...edits, {
    rank: ranks.rule,
    cost: 1,
    label: { key: 'violations.fixDropRule', params: {} },
    change: () => removeRule(document, rule.id, newId),
  }]
}

/** The freeze window that covers most, or all of those that leave no day. */
export const freezeEdits = ({ document, violation }: Case): readonly Candidate[] => {
  const { id: scenarioId, freezeWindows, waves } = activeScenario(document)
  const freeze = freezeWindows.find(({ id }) => id === violation.freezeWindowId)
  const wave = waves.find(({ id }) => id === violation.waveIds[0])
  if (!freeze || !wave) return []
  const label: StepLabel = freeze.name === undefined
    ? { key: 'violations.fixDropFreezeUnnamed', params: { start: freeze.start, end: freeze.end } }
    : { key: 'violations.fixDropFreeze', params: { name: freeze.name } }
  const over = freezeWindows.filter(({ start, end }) => start <= (wave.end ?? '') && end >= (wave.start ?? ''))
  const all = { scenarioId, freezeWindows: { remove: over.map(({ id }) => id) } }
  return [
    { rank: ranks.rule, cost: 2, label, change: () => removeFreezeWindow(document, freeze.id) },
    { rank: ranks.rule, cost: 3, label: { key: 'violations.fixDropFreezes', params: { count: over.length } }, change: () => all },
  ]
}
