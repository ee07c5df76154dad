import type { Dependency } from '../estate/dependency'
import type { StepLabel } from '../plan/history'
import { lookup } from '../plan/lookup'
import type { PlanDocument } from '../plan/plan-document'
import type { SharedServiceCandidate } from '../planning/shared-services'
import type { Split } from '../planning/reasons/split-large-group'
import { planWords } from './plan-words'
import type { Language, Translate } from './translator'

const partsShown = 4

/** What a split would do, or why there is none. */
export const splitSentence = (t: Translate, language: Language, document: PlanDocument, groupId: string, split: Split): string => {
  const words = planWords(t, language, document)
  if (split.type === 'unsplittable') {
    const isRules = split.ruleIds.length > 0 && split.itemIds.length > 1
    const key = split.measure === 'items'
      ? (isRules ? 'reasons.unsplittableItemsRules' : 'reasons.unsplittableItems')
      : (isRules ? 'reasons.unsplittableRules' : 'reasons.unsplittable')
    return t(key, { items: words.items(split.itemIds), effort: words.number(split.effort) })
  }
  const efforts = split.parts.slice(0, partsShown).map(({ size }) => words.number(size))
  const more = split.parts.length - efforts.length
  const parts = words.list([...efforts, ...(more > 0 ? [t('violations.andMore', { count: more })] : [])])
  const group = words.group(groupId)
  const count = split.dependencies.length
  const isItems = split.measure === 'items'
  if (count === 0) return t(isItems ? 'reasons.splitByHandItems' : 'reasons.splitByHand', { group, parts })
  const sentence = t(isItems ? 'reasons.splitItems' : 'reasons.split', { group, parts, count })
  return split.pricePerDay > 0
    ? t('reasons.withChain', { sentence, chain: t('reasons.splitPrice', { price: words.number(split.pricePerDay) }) })
    : sentence
}

/** Why an item looks like a shared service. */
export const sharedSentence = (
  t: Translate, language: Language, document: PlanDocument, { itemId, consumers, groupsGlued }: SharedServiceCandidate,
): string => t('reasons.sharedOffer', { name: planWords(t, language, document).item(itemId), consumers, groups: groupsGlued })

/** One dependency to soften, by the names of its ends. */
export const softenedSentence = (
  t: Translate, language: Language, document: PlanDocument, { from, to, pricePerDay }: Dependency,
): string => {
  const words = planWords(t, language, document)
  const names = { from: words.item(from), to: words.item(to) }
  return pricePerDay === undefined
    ? t('reasons.splitDependency', names)
    : t('reasons.splitDependencyPrice', { ...names, price: words.number(pricePerDay) })
}

/** What the log calls the step. */
export const splitLabel = (document: PlanDocument, groupId: string, split: Extract<Split, { type: 'split' }>): StepLabel => {
  const group = lookup(document).groupById.get(groupId)?.name ?? groupId
  const count = split.dependencies.length
  return count === 0
    ? { key: 'reasons.stepSplitByHand', params: { group } }
    : { key: 'reasons.stepSplit', params: { group, count } }
}
