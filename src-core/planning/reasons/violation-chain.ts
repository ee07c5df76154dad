import type { NewId } from '../../ids'
import { lookup } from '../../plan/lookup'
import type { PlanDocument } from '../../plan/plan-document'
import { type Fix, fixesFor } from '../../violations/fixes-for'
import { planModel } from '../../violations/model/plan-model'
import type { Violation } from '../../violations/violation'
import { explainMembership, type MembershipLink } from '../explain-membership'
import { explainWindow } from './explain-empty-window'
import { planWindows, windowOf } from './plan-constraints'
import { proofOf } from './proof'
import type { Proof, Reason } from './reason'

/** What is behind a violation, as far as it is more than the violation itself. */
export type ViolationChain = {
  /** How items of one group that the violation names hang together: shortest chains of hard dependencies and rules. */
  readonly links: readonly MembershipLink[]
  /** For each group that takes part and lies outside the waves that rules allow it: what keeps it from where it is. */
  readonly outside: readonly { readonly groupId: string; readonly reasons: Proof }[]
}

/** The shortest chain from one item to another of its group; none where they are in different groups, or one. */
export const chainBetween = (document: PlanDocument, from: string, to: string): readonly MembershipLink[] => {
  const { groupByItemId } = lookup(document)
  if (from === to || groupByItemId.get(from) !== groupByItemId.get(to)) return []
  const byTarget = new Map(explainMembership(document, from)
    .filter(({ kind }) => kind === 'hard-dependency' || kind === 'together-rule' || kind === 'order-cycle' || kind === 'given')
    .map((link) => [link.toItemId, link]))
  const chain: MembershipLink[] = []
  for (let link = byTarget.get(to); link; link = byTarget.get(link.fromItemId)) chain.push(link)
  return chain.reverse()
}

/** Items that the violation and what holds its groups name, of one group: the first to each other one. */
const linksOf = (document: PlanDocument, violation: Violation, reasons: readonly Reason[]): readonly MembershipLink[] => {
  const { groupByItemId } = lookup(document)
  const named = [...new Set([...violation.itemIds, ...reasons.flatMap(({ itemIds }) => itemIds)])]
  const firstOf = new Map<string, string>()
  const links: MembershipLink[] = []
  for (const itemId of named) {
    const groupId = groupByItemId.get(itemId)?.id
    if (groupId === undefined || !violation.groupIds.includes(groupId)) continue
    const first = firstOf.get(groupId)
    if (first === undefined) firstOf.set(groupId, itemId)
    else links.push(...chainBetween(document, first, itemId))
  }
  return [...new Map(links.map((link) => [`${link.fromItemId} ${link.toItemId}`, link])).values()]
}

const outsideOf = (document: PlanDocument, groupId: string): Proof => {
  const plan = planModel(document)
  const group = plan.groups.findIndex(({ row }) => row.id === groupId)
  const position = plan.groups[group]?.position ?? -1
  if (position < 0) return []
  const windows = planWindows(plan)
  const { first, last } = windowOf(windows, group)
  const waves = windows.constraints.numbers.length
  if (first > last) return explainWindow(windows, group) ?? []
  const constraints = position < first
    ? proofOf(windows.forward, group, position + 1)
    : position > last ? proofOf(windows.backward, group, waves - position) : []
  return [...new Map(constraints.map(({ reason }) => [reason.id, reason])).values()]
}

/**
 * The chain behind a violation: which dependencies and rules force its ends together or in order. Both lists are empty
 * where the violation says it all: two groups that could lie otherwise, and do not.
 */
export const violationChain = (document: PlanDocument, violation: Violation): ViolationChain => {
  const outside = violation.groupIds
    .map((groupId) => ({ groupId, reasons: outsideOf(document, groupId) }))
    .filter(({ reasons }) => reasons.length > 0)
  return { links: linksOf(document, violation, outside.flatMap(({ reasons }) => reasons)), outside }
}

/** The chain, and the fixes, cheapest first. */
export const explainViolation = (
  document: PlanDocument, violation: Violation, newId: NewId,
): { readonly chain: ViolationChain; readonly fixes: readonly Fix[] } =>
  ({ chain: violationChain(document, violation), fixes: fixesFor(document, violation, newId) })
