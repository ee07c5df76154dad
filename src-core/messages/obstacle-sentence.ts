import { activeScenario, type PlanDocument } from '../plan/plan-document'
import type { Rule } from '../plan/rule'
import type { Obstacle, ObstacleType } from '../planning/proposal'
import { type PlanWords, planWords } from './plan-words'
import type { Language, MessageParams, MessageKey, Translate } from './translator'

const keys: Readonly<Record<ObstacleType, MessageKey>> = {
  'too-large': 'planning.tooLarge',
  'too-many-items': 'planning.tooManyItems',
  'no-wave': 'planning.noWave',
  'no-room': 'planning.noRoom',
  'pin-unknown-wave': 'planning.pinUnknownWave',
  'conflicting-rules': 'planning.conflictingRules',
  frozen: 'planning.frozen',
  settled: 'planning.settled',
  'provider-unplaced': 'planning.providerUnplaced',
  'order-cycle': 'planning.orderCycle',
  'split-by-hand': 'planning.splitByHand',
}

const ruleKeys: Readonly<Record<Rule['type'], MessageKey>> = {
  together: 'planning.ruleTogether',
  apart: 'planning.ruleApart',
  before: 'planning.ruleBefore',
  pin: 'planning.rulePin',
  window: 'planning.ruleWindow',
  capacity: 'planning.ruleCapacity',
  'critical-limit': 'planning.ruleCriticalLimit',
}

/** `pin (lease ends)`, or `pin` where no reason is given. */
const ruleName = (t: Translate, rule: Rule): string =>
  rule.reason ? t('planning.ruleWithReason', { rule: t(ruleKeys[rule.type]), reason: rule.reason }) : t(ruleKeys[rule.type])

/** Three names at most. */
const some = (words: PlanWords, names: readonly string[], t: Translate): string => {
  const shown = names.length > 4 ? names.slice(0, 3) : names
  const more = names.length - shown.length
  return words.list(more > 0 ? [...shown, t('violations.andMore', { count: more })] : shown)
}

/** Why a group found no wave. */
export const obstacleSentence = (
  t: Translate, language: Language, document: PlanDocument, obstacle: Obstacle,
): string => {
  const words = planWords(t, language, document)
  const { rules, freezeWindows } = activeScenario(document)
  const named = rules.filter(({ id }) => obstacle.ruleIds.includes(id)).map((rule) => ruleName(t, rule))
  const freezes = freezeWindows
    .filter(({ id }) => obstacle.freezeWindowIds.includes(id))
    .map(({ name, start, end }) => name ?? t('violations.freezeUnnamed', { start: words.day(start), end: words.day(end) }))
  const figures = Object.fromEntries(Object.entries(obstacle.params).map(([name, value]) =>
    [name, typeof value === 'number' ? words.number(value) : value])) satisfies MessageParams
  return t(keys[obstacle.type], {
    ...figures,
    count: Number(obstacle.params.items ?? 0),
    group: words.group(obstacle.groupId),
    others: some(words, obstacle.groupIds.map(words.group), t),
    rules: some(words, named, t),
    freezes: freezes.length > 0 ? some(words, freezes, t) : t('planning.freezeWindows'),
  })
}
