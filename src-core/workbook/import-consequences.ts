import type { PlanDocument } from '../plan/plan-document'
import { activeScenario } from '../plan/plan-document'
import { lookup } from '../plan/lookup'
import { sameValue } from '../plan/same-value'
import { evaluate } from '../violations/evaluate'
import type { Severity, Violation, ViolationType } from '../violations/violation'

/** New violations of one type that concern the same waves: `3 hard dependencies break wave 4`. */
export type BrokenByImport = {
  readonly type: ViolationType
  readonly severity: Severity
  /** Ascending; empty where what is concerned is not planned. */
  readonly waves: readonly number[]
  readonly violations: readonly Violation[]
}

/** What taking an import does to the plan, judged as the plan is judged everywhere else. */
export type ImportConsequences = {
  /** Hard ones first, then the most violations first. */
  readonly broken: readonly BrokenByImport[]
  readonly hardBefore: number
  readonly hardAfter: number
  readonly warningsBefore: number
  readonly warningsAfter: number
  /** How many violations of the plan go. */
  readonly mended: number
  readonly bridgePrice: number
  /** Move groups that are new or have other items. */
  readonly groupsChanged: number
  /** Items that are in another wave than before, or in none: gone ones do not count. */
  readonly itemsMoved: number
  readonly rulesGone: number
  /**
   * Names of the computed groups that new hard dependencies would have drawn into one with a group of another wave: they stay where
   * they are, and become the planner's to decide on.
   */
  readonly groupsHeld: readonly string[]
}

/** Compares the judgements of the plan as it is and as it would be. Pure; costs what evaluating both costs. */
export const importConsequences = (before: PlanDocument, after: PlanDocument): ImportConsequences => {
  const [was, is] = [evaluate(before), evaluate(after)]
  const known = new Set(was.violations.map((violation) => violation.id))
  const still = new Set(is.violations.map((violation) => violation.id))
  const { waveById } = lookup(after)
  const broken = new Map<string, BrokenByImport & { violations: Violation[] }>()
  for (const violation of is.violations) {
    if (known.has(violation.id)) continue
    const waves = [...new Set(violation.waveIds.flatMap((id) => waveById.get(id)?.number ?? []))].sort((a, b) => a - b)
    const key = `${violation.type} ${violation.severity} ${waves.join(' ')}`
    const entry = broken.get(key)
    if (entry) entry.violations.push(violation)
    else broken.set(key, { type: violation.type, severity: violation.severity, waves, violations: [violation] })
  }
  return {
    broken: [...broken.values()].sort((a, b) => rank(a) - rank(b) || b.violations.length - a.violations.length),
    hardBefore: was.hard, hardAfter: is.hard, warningsBefore: was.warnings, warningsAfter: is.warnings,
    mended: was.violations.filter((violation) => !still.has(violation.id)).length,
    bridgePrice: is.bridges.price - was.bridges.price,
    ...movedBy(before, after),
  }
}

const rank = ({ severity }: BrokenByImport): number => (severity === 'hard' ? 0 : 1)

const movedBy = (before: PlanDocument, after: PlanDocument): Pick<ImportConsequences, 'groupsChanged' | 'itemsMoved' | 'rulesGone' | 'groupsHeld'> => {
  const [old, fresh] = [activeScenario(before), activeScenario(after)]
  const itemsOfGroup = new Map(old.groups.map((group) => [group.id, group.itemIds]))
  const waveOf = new Map(old.groups.flatMap((group) => group.itemIds.map((id) => [id, group.waveId] as const)))
  const computed = new Set(old.groups.flatMap((group) => (group.origin === 'computed' ? group.id : [])))
  const rules = new Set(fresh.rules.map((rule) => rule.id))
  let itemsMoved = 0
  for (const group of fresh.groups) {
    for (const id of group.itemIds) if (waveOf.has(id) && waveOf.get(id) !== group.waveId) itemsMoved += 1
  }
  return {
    groupsChanged: fresh.groups.filter((group) => !sameValue(itemsOfGroup.get(group.id), group.itemIds)).length,
    itemsMoved,
    groupsHeld: fresh.groups.flatMap((group) => (group.origin === 'planner' && computed.has(group.id) ? group.name : [])),
    rulesGone: old.rules.filter((rule) => !rules.has(rule.id)).length,
  }
}
