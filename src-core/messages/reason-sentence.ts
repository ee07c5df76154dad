import { lookup, type PlanLookup } from '../plan/lookup'
import type { PlanDocument } from '../plan/plan-document'
import type { Rule } from '../plan/rule'
import type { Reason, ReasonType } from '../planning/reasons/reason'
import { type PlanWords, planWords } from './plan-words'
import type { Language, Translate } from './translator'

type Speaker = { readonly t: Translate; readonly words: PlanWords; readonly found: PlanLookup }
type Say = (speaker: Speaker, reason: Reason) => string

const numberOf = (reason: Reason, name: string): number => Number(reason.params[name] ?? 0)

const ruleOf = ({ found }: Speaker, { ruleId }: Reason): Rule | undefined =>
  ruleId === undefined ? undefined : found.scenario.rules.find(({ id }) => id === ruleId)

/** `Journal`, or `DB-7 (in Journal)` where an item is not what its group is called after. */
const inGroup = ({ t, words, found }: Speaker, itemId: string): string => {
  const item = words.item(itemId)
  const group = found.groupByItemId.get(itemId)
  return !group || group.itemIds.length === 1 || group.name === item ? item : t('reasons.memberOf', { item, group: group.name })
}

const groupOf = ({ words }: Speaker, { groupIds }: Reason): string => words.group(groupIds[0] ?? '')

const wavesOf = ({ t, words }: Speaker, { waveIds }: Reason) => ({
  count: waveIds.length,
  waves: words.list(waveIds.map((id) => t('reasons.wave', { number: words.waveNumber(id) }))),
})

const ends = (speaker: Speaker, { itemIds: [first = '', next = ''] }: Reason) =>
  ({ first: inGroup(speaker, first), next: inGroup(speaker, next) })

const items = (speaker: Speaker, { itemIds }: Reason): string =>
  itemIds.length === 1 ? inGroup(speaker, itemIds[0]!) : speaker.words.items(itemIds)

const limitOf = ({ t, words }: Speaker, { params: { limit = '' } }: Reason): string =>
  typeof limit === 'number' ? t('reasons.wave', { number: limit }) : words.day(limit)

const figure = ({ words }: Speaker, reason: Reason, name: string): string => words.number(numberOf(reason, name))

const scopeOf = ({ t, words }: Speaker, rule: Rule | undefined): string => {
  const named = [rule?.organisation, rule?.site, rule?.serviceArea, rule?.supplier, rule?.team].filter((part) => part)
  if (named.length > 0) return words.list(named as string[])
  return rule && rule.itemIds.length > 0 ? words.items(rule.itemIds) : t('violations.everything')
}

const freeze: Say = (speaker, reason) => {
  const { t, words, found } = speaker
  const names = found.scenario.freezeWindows
    .filter(({ id }) => reason.freezeWindowIds.includes(id))
    .map(({ name, start, end }) => name ?? t('violations.freezeUnnamed', { start: words.day(start), end: words.day(end) }))
  return t('reasons.freeze', { ...wavesOf(speaker, reason), group: groupOf(speaker, reason), freezes: words.list(names) })
}

const capacityRule: Say = (speaker, reason) => {
  const rule = ruleOf(speaker, reason)
  const figures = { limit: speaker.words.number(rule?.limit ?? 0), scope: scopeOf(speaker, rule) }
  if (reason.groupIds.length === 0) return speaker.t('reasons.capacityRuleShared', figures)
  return speaker.t('reasons.capacityRule', { ...figures, group: groupOf(speaker, reason), effort: figure(speaker, reason, 'effort') })
}

const before: Say = (speaker, reason) => {
  const count = numberOf(reason, 'lag')
  return count === 0
    ? speaker.t('reasons.beforeNotLater', ends(speaker, reason))
    : speaker.t('reasons.before', { ...ends(speaker, reason), count })
}

const sentences: Readonly<Record<ReasonType, Say>> = {
  pin: (speaker, reason) => speaker.t('reasons.pin', { items: items(speaker, reason), wave: numberOf(reason, 'wave') }),
  earliest: (speaker, reason) => speaker.t('reasons.earliest', { items: items(speaker, reason), limit: limitOf(speaker, reason) }),
  latest: (speaker, reason) => speaker.t('reasons.latest', { items: items(speaker, reason), limit: limitOf(speaker, reason) }),
  freeze,
  capacity: (speaker, reason) => speaker.t('reasons.capacity', {
    ...wavesOf(speaker, reason), group: groupOf(speaker, reason),
    effort: figure(speaker, reason, 'effort'), limit: figure(speaker, reason, 'limit'),
  }),
  'max-items': (speaker, reason) => speaker.t('reasons.maxItems', {
    ...wavesOf(speaker, reason), group: groupOf(speaker, reason),
    items: figure(speaker, reason, 'items'), limit: figure(speaker, reason, 'limit'),
  }),
  'capacity-rule': capacityRule,
  'settled-wave': (speaker, reason) => speaker.t('reasons.settledWave', wavesOf(speaker, reason)),
  'settled-group': (speaker, reason) =>
    speaker.t('reasons.settledGroup', { group: groupOf(speaker, reason), wave: numberOf(reason, 'wave') }),
  before,
  'provider-first': (speaker, reason) => speaker.t('reasons.providerFirst', ends(speaker, reason)),
  retired: (speaker, reason) => speaker.t('reasons.retired', ends(speaker, reason)),
  'same-wave': (speaker, reason) => speaker.t('reasons.sameWave', ends(speaker, reason)),
  together: (speaker, reason) => speaker.t('reasons.together', ends(speaker, reason)),
  apart: (speaker, reason) => numberOf(reason, 'inside') === 1
    ? speaker.t('reasons.apartInside', { items: speaker.words.items(reason.itemIds), group: groupOf(speaker, reason) })
    : speaker.t('reasons.apart', { items: speaker.words.items(reason.itemIds) }),
  'hard-cut': ({ t, words }, { itemIds: [first = '', next = ''], groupIds: [group = '', other = ''] }) => t('reasons.hardCut', {
    first: words.item(first), next: words.item(next), group: words.group(group), other: words.group(other),
  }),
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

/** One reason by names, with the planner's own reason for a rule behind it. */
export const reasonSentence = (t: Translate, language: Language, document: PlanDocument, reason: Reason): string => {
  const speaker: Speaker = { t, words: planWords(t, language, document), found: lookup(document) }
  const said = capital(sentences[reason.type](speaker, reason))
  const more = reason.dependencyIds.length - 1
  const sentence = more > 0 ? t('reasons.andMore', { sentence: said, count: more }) : said
  const given = ruleOf(speaker, reason)?.reason
  return given ? t('reasons.withReason', { sentence, reason: given }) : sentence
}
