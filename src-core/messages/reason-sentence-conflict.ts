import type { PlanDocument } from '../plan/plan-document'
import type { MembershipLink } from '../planning/explain-membership'
import type { Conflict } from '../planning/reasons/conflict'
import type { ViolationChain } from '../planning/reasons/violation-chain'
import { planWords } from './plan-words'
import { reasonSentence } from './reason-sentence'
import type { Language, MessageKey, Translate } from './translator'

const namesShown = 3

/** A conflict: what it is, and beneath it the constraints that take part, each by name. */
export const conflictSentences = (
  t: Translate, language: Language, document: PlanDocument, conflict: Conflict,
): { readonly head: string; readonly reasons: readonly string[] } => {
  const words = planWords(t, language, document)
  const waves = words.list(conflict.waveIds.map((id) => t('reasons.wave', { number: words.waveNumber(id) })))
  const shown = conflict.groupIds.length > namesShown + 1 ? conflict.groupIds.slice(0, namesShown) : conflict.groupIds
  const more = conflict.groupIds.length - shown.length
  const groups = words.list([...shown.map(words.group), ...(more > 0 ? [t('violations.andMore', { count: more })] : [])])
  const figures = Object.fromEntries(Object.entries(conflict.params).map(([name, value]) => [name, words.number(Number(value))]))
  const room = conflict.type === 'search' && conflict.waveIds.length > 0
    ? [capital(t('reasons.roomOf', { count: conflict.waveIds.length, waves }))]
    : []
  return {
    head: t(headKey(conflict), { ...figures, groups, waves }),
    // What holds for several groups alike, such as a wave that takes no more, is said once.
    reasons: [...new Set([...conflict.reasons.map((reason) => reasonSentence(t, language, document, reason)), ...room])],
  }
}

const headKey = ({ type, params }: Conflict): MessageKey => {
  if (type === 'room') return params.items === undefined ? 'reasons.conflictRoom' : 'reasons.conflictRoomItems'
  return ({ window: 'reasons.conflictWindow', cut: 'reasons.conflictCut', search: 'reasons.conflictSearch' } as const)[type]
}

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)

const linkKeys: Readonly<Record<MembershipLink['kind'], MessageKey>> = {
  'hard-dependency': 'reasons.chainHard',
  'together-rule': 'reasons.chainRule',
  'order-cycle': 'reasons.chainCycle',
  given: 'reasons.chainGiven',
  alone: 'reasons.chainGiven',
  'shared-service': 'reasons.chainHard',
}

/** The chain behind a violation: how its items hang together, then what keeps its groups from where they are. */
export const chainSentences = (
  t: Translate, language: Language, document: PlanDocument, chain: ViolationChain,
): readonly string[] => {
  const words = planWords(t, language, document)
  const links = chain.links.map(({ kind, fromItemId, toItemId }) =>
    t(linkKeys[kind], { from: words.item(fromItemId), to: words.item(toItemId ?? '') }))
  const outside = chain.outside.flatMap(({ reasons }) => reasons.map((reason) => reasonSentence(t, language, document, reason)))
  return [...new Set([...links, ...outside])]
}
