import type { Dependency } from '../estate/dependency'
import type { MessageKey, Translate } from '../messages/translator'
import { lookup, type PlanLookup } from '../plan/lookup'
import type { PlanDocument } from '../plan/plan-document'
import { explainMembership, type MembershipLink } from './explain-membership'

/**
 * Why the item is in its group, in sentences that begin with the item: "Runs on SRV-12 (hard), which also carries
 * Journal". One for each chain, the shortest first; behind `limit` chains, one that counts the rest. A chain is told
 * for its first `reach` links.
 */
export const membershipSentences = (
  t: Translate, document: PlanDocument, itemId: string, limit = 8, reach = 4,
): readonly string[] => {
  const found = lookup(document)
  const links = explainMembership(document, itemId)
  const chains = chainsOf(links.filter(isChained), reach)
  const told = chains.slice(0, limit).map((chain) => chainSentence(t, found, chain))
  const reached = new Set(chains.slice(0, limit).flat().map((link) => link.toItemId))
  const untold = links.filter((link) => isChained(link) && !reached.has(link.toItemId)).length
  return [
    ...told,
    ...(untold > 0 ? [t('groups.more', { count: untold })] : []),
    ...givenSentence(t, found, links),
    ...links.filter((link) => link.kind === 'alone').map(() => t('groups.alone')),
    ...links
      .filter((link) => link.kind === 'shared-service')
      .map((link) => t('groups.sharedService', { other: nameOf(found, link) })),
  ]
}

const isChained = ({ kind }: MembershipLink): boolean =>
  kind === 'hard-dependency' || kind === 'together-rule' || kind === 'order-cycle'

/** From the item to every member that no other chain leads through, or that is `reach` links away. */
const chainsOf = (links: readonly MembershipLink[], reach: number): readonly (readonly MembershipLink[])[] => {
  const near = links.filter((link) => link.distance <= reach)
  const linkByTarget = new Map(near.map((link) => [link.toItemId, link]))
  const passed = new Set(near.map((link) => link.fromItemId))
  return near
    .filter((link) => link.toItemId !== null && !passed.has(link.toItemId))
    .map((last) => {
      const chain = [last]
      for (let link = linkByTarget.get(last.fromItemId); link; link = linkByTarget.get(link.fromItemId)) chain.push(link)
      return chain.reverse()
    })
}

const chainSentence = (t: Translate, found: PlanLookup, chain: readonly MembershipLink[]): string =>
  chain.reduce((sentence, link) => {
    const words = wordsOf(found, link)
    const other = nameOf(found, link)
    if (sentence !== '') return t(`groups.then${words}`, { chain: sentence, other })
    const reason = found.scenario.rules.find((rule) => rule.id === link.ruleId)?.reason
    return reason && chain.length === 1 ? t('groups.firstRuleReason', { other, reason }) : t(`groups.first${words}`, { other })
  }, '')

type Words = MessageKey extends infer Key ? (Key extends `groups.then${infer Rest}` ? Rest : never) : never

const forwardWords = {
  'runs-on': 'RunsOn', contains: 'Contains', uses: 'Needs', 'data-flow': 'Needs', authenticates: 'Needs', other: 'Needs',
} as const satisfies Record<Dependency['type'], Words>

const backwardWords = {
  'runs-on': 'Carries', contains: 'IsIn', uses: 'IsNeededBy', 'data-flow': 'IsNeededBy', authenticates: 'IsNeededBy',
  other: 'IsNeededBy',
} as const satisfies Record<Dependency['type'], Words>

const wordsOf = (found: PlanLookup, link: MembershipLink): Words => {
  if (link.kind === 'together-rule') return 'Rule'
  if (link.kind === 'order-cycle') return 'Cycle'
  const dependency = found.dependencyById.get(link.dependencyId ?? '')
  if (!dependency) return 'Needs'
  return dependency.from === link.fromItemId ? forwardWords[dependency.type] : backwardWords[dependency.type]
}

const givenSentence = (t: Translate, found: PlanLookup, links: readonly MembershipLink[]): readonly string[] => {
  const given = links.filter((link) => link.kind === 'given')
  const [only] = given
  if (!only) return []
  return [given.length === 1 ? t('groups.given', { other: nameOf(found, only) }) : t('groups.givenMany', { count: given.length })]
}

const nameOf = (found: PlanLookup, { toItemId }: MembershipLink): string =>
  found.itemById.get(toItemId ?? '')?.name ?? toItemId ?? ''
