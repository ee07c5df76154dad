import { activeScenario, type PlanDocument } from '../plan/plan-document'
import type { Rule } from '../plan/rule'
import type { Violation, ViolationType } from '../violations/violation'
import { type PlanWords, planWords } from './plan-words'
import type { Language, MessageKey, Translate } from './translator'

type Speaker = { readonly t: Translate; readonly words: PlanWords; readonly document: PlanDocument }
type Say = (speaker: Speaker, violation: Violation) => string

const numberOf = (violation: Violation, name: string): number => Number(violation.params[name] ?? 0)
const textOf = (violation: Violation, name: string): string => String(violation.params[name] ?? '')
const waveOf = ({ words }: Speaker, { waveIds }: Violation): number => words.waveNumber(waveIds[0] ?? '')

const ruleOf = ({ document }: Speaker, { ruleId }: Violation): Rule | undefined =>
  ruleId === undefined ? undefined : activeScenario(document).rules.find(({ id }) => id === ruleId)

/** The names and places of the two items of a violation, under the given names. */
const pair = ({ words }: Speaker, { itemIds }: Violation, first: string, second: string) => {
  const [a = '', b = ''] = itemIds
  return {
    [first]: words.item(a),
    [second]: words.item(b),
    [`${first}Place`]: words.placeOf(a),
    [`${second}Place`]: words.placeOf(b),
  }
}

const hardDependency: Say = (speaker, violation) => {
  const { t, words } = speaker
  const ends = pair(speaker, violation, 'from', 'to')
  if (ends.fromPlace !== ends.toPlace) return t('violations.hardDependency', ends)
  const [fromGroup = '', toGroup = ''] = violation.groupIds.map(words.group)
  return t('violations.hardDependencyGroups', { ...ends, fromGroup, toGroup })
}

const order: Say = (speaker, violation) => {
  const ends = pair(speaker, violation, 'from', 'to')
  if (violation.params.order === 'together') return speaker.t('violations.orderTogether', ends)
  return speaker.t(numberOf(violation, 'shared') === 1 ? 'violations.orderShared' : 'violations.orderProvider', ends)
}

const together: Say = ({ t, words }, violation) => {
  const waves = violation.waveIds.map((id) => t('violations.wave', { number: words.waveNumber(id) }))
  const places = numberOf(violation, 'unplanned') > 0 ? [...waves, t('violations.unplanned')] : waves
  return t('violations.together', { items: words.items(violation.itemIds), places: words.list(places) })
}

const apart: Say = ({ t, words }, { itemIds: [first = '', other = ''] }) =>
  t('violations.apart', { first: words.item(first), other: words.item(other), place: words.placeOf(first) })

const before: Say = (speaker, violation) => {
  const ends = pair(speaker, violation, 'first', 'next')
  const count = numberOf(violation, 'lag')
  return count === 0
    ? speaker.t('violations.beforeNotLater', ends)
    : speaker.t('violations.before', { ...ends, count })
}

const pin: Say = ({ t, words }, violation) =>
  t(violation.itemIds.length === 1 ? 'violations.pin' : 'violations.pinSeveral', {
    items: words.items(violation.itemIds),
    wave: numberOf(violation, 'wave'),
    place: words.placeOf(violation.itemIds[0] ?? ''),
  })

const windowKeys: Readonly<Record<string, readonly [wave: MessageKey, day: MessageKey]>> = {
  earliest: ['violations.windowEarliestWave', 'violations.windowEarliestDay'],
  latest: ['violations.windowLatestWave', 'violations.windowLatestDay'],
}

const window: Say = (speaker, violation) => {
  const { t, words, document } = speaker
  const { limit = '', side } = violation.params
  const [waveKey, dayKey] = windowKeys[String(side)] ?? windowKeys.latest!
  const wave = activeScenario(document).waves.find(({ id }) => id === violation.waveIds[0])
  const figures = { items: words.items(violation.itemIds), wave: waveOf(speaker, violation) }
  if (typeof limit === 'number') return t(waveKey, { ...figures, limit })
  const start = words.day(wave?.start ?? wave?.end ?? '')
  const end = words.day(wave?.end ?? wave?.start ?? '')
  return t(dayKey, { ...figures, limit: words.day(limit), start, end })
}

const freeze: Say = (speaker, violation) => {
  const { t, words, document } = speaker
  const windows = activeScenario(document).freezeWindows.filter(({ id }) => id === violation.freezeWindowId)
  const names = windows.map(({ name, start, end }) =>
    name ?? t('violations.freezeUnnamed', { start: words.day(start), end: words.day(end) }))
  const more = numberOf(violation, 'windows') - names.length
  const freezes = words.list(more > 0 ? [...names, t('violations.andMore', { count: more })] : names)
  return t('violations.freeze', {
    wave: waveOf(speaker, violation),
    start: words.day(textOf(violation, 'start')),
    end: words.day(textOf(violation, 'end')),
    items: words.items(violation.itemIds),
    freezes,
  })
}

/** A sum against its limit, rounded for reading. */
const figuresOf = (speaker: Speaker, violation: Violation) => {
  const load = numberOf(violation, 'load')
  const limit = numberOf(violation, 'limit')
  const { number } = speaker.words
  return { wave: waveOf(speaker, violation), load: number(load), limit: number(limit), over: number(load - limit) }
}

const scopeOf = ({ t, words }: Speaker, rule: Rule | undefined): string => {
  const named = [rule?.organisation, rule?.site, rule?.serviceArea, rule?.supplier, rule?.team]
  const parts = named.filter((part): part is string => part !== undefined && part !== '')
  if (parts.length > 0) return words.list(parts)
  return rule && rule.itemIds.length > 0 ? words.items(rule.itemIds) : t('violations.everything')
}

const capacity: Say = (speaker, violation) => {
  const figures = figuresOf(speaker, violation)
  if (violation.ruleId === undefined) return speaker.t('violations.capacity', figures)
  return speaker.t('violations.capacityRule', { ...figures, scope: scopeOf(speaker, ruleOf(speaker, violation)) })
}

const endOfSupport: Say = (speaker, violation) =>
  speaker.t('violations.endOfSupport', {
    wave: waveOf(speaker, violation),
    items: speaker.words.items(violation.itemIds),
    end: speaker.words.day(textOf(violation, 'end')),
    day: speaker.words.day(textOf(violation, 'day')),
  })

const criticalFirst: Say = (speaker, violation) =>
  speaker.t(violation.itemIds.length === 1 ? 'violations.criticalFirst' : 'violations.criticalFirstSeveral', {
    items: speaker.words.items(violation.itemIds),
    wave: waveOf(speaker, violation),
  })

const criticalLimit: Say = (speaker, violation) =>
  speaker.t('violations.criticalLimit', {
    wave: waveOf(speaker, violation),
    groups: numberOf(violation, 'groups'),
    limit: numberOf(violation, 'limit'),
    organisation: textOf(violation, 'organisation'),
  })

const sentences: Readonly<Record<ViolationType, Say>> = {
  'hard-dependency': hardDependency,
  together,
  apart,
  before,
  order,
  pin,
  window,
  freeze,
  capacity,
  'max-items': (speaker, violation) => speaker.t('violations.maxItems', figuresOf(speaker, violation)),
  'retired-early': (speaker, violation) =>
    speaker.t('violations.retiredEarly', pair(speaker, violation, 'retired', 'consumer')),
  latency: (speaker, violation) => {
    const latency = speaker.words.number(numberOf(violation, 'latency'))
    return speaker.t('violations.latency', { ...pair(speaker, violation, 'from', 'to'), latency })
  },
  budget: (speaker, violation) => speaker.t('violations.budget', figuresOf(speaker, violation)),
  'end-of-support': endOfSupport,
  'critical-first': criticalFirst,
  'test-after-production': (speaker, violation) =>
    speaker.t('violations.testAfterProduction', pair(speaker, violation, 'test', 'production')),
  'critical-limit': criticalLimit,
}

/** What is wrong, as a person would say it: names, wave numbers, figures and dates in the language. */
export const violationSentence = (
  t: Translate, language: Language, document: PlanDocument, violation: Violation,
): string => {
  const speaker: Speaker = { t, words: planWords(t, language, document), document }
  const sentence = sentences[violation.type](speaker, violation)
  const reason = ruleOf(speaker, violation)?.reason
  return reason ? t('violations.reason', { sentence, reason }) : sentence
}

const typeKeys: Readonly<Record<ViolationType, MessageKey>> = {
  'hard-dependency': 'violations.typeHardDependency',
  together: 'violations.typeTogether',
  apart: 'violations.typeApart',
  before: 'violations.typeBefore',
  order: 'violations.typeOrder',
  pin: 'violations.typePin',
  window: 'violations.typeWindow',
  freeze: 'violations.typeFreeze',
  capacity: 'violations.typeCapacity',
  'max-items': 'violations.typeMaxItems',
  'retired-early': 'violations.typeRetiredEarly',
  latency: 'violations.typeLatency',
  budget: 'violations.typeBudget',
  'end-of-support': 'violations.typeEndOfSupport',
  'critical-first': 'violations.typeCriticalFirst',
  'test-after-production': 'violations.typeTestAfterProduction',
  'critical-limit': 'violations.typeCriticalLimit',
}

/** The kind of a violation in two or three words, for headings and filters. */
export const violationTypeName = (t: Translate, type: ViolationType): string => t(typeKeys[type])
