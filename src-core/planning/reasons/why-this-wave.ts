import type { PlanDocument } from '../../plan/plan-document'
import { isSettled } from '../../plan/wave'
import { planModel } from '../../violations/model/plan-model'
import { type MoveCost, moveCosts } from './alternatives'
import { type Constraint, type Constraints, mirror } from './constraint'
import { explainWindow } from './explain-empty-window'
import { type FirstWaves, firstWaves } from './first-waves'
import { planWindows, windowOf, type Windows } from './plan-constraints'
import { proofOf } from './proof'
import type { Proof } from './reason'

/** The first (or last) wave that rules allow a group, whatever the other groups do. */
export type Side = {
  /** null where rules allow none. */
  readonly waveId: string | null
  /**
   * What keeps the group from the wave before (or after): each proof is enough by itself, and without all of them more
   * waves are possible. None where it is the plan's first (or last) wave.
   */
  readonly proofs: readonly Proof[]
}

export type Alternative = MoveCost & {
  readonly isCurrent: boolean
  /** Rules keep the group out of this wave, wherever the others go: these do. */
  readonly excludedBy: Proof | null
}

export type WhyThisWave = {
  readonly groupId: string
  readonly waveId: string | null
  /** In a wave that is committed, running or done: a fact, not a choice. */
  readonly isSettled: boolean
  readonly earliest: Side
  readonly latest: Side
  /** What leaves no wave at all; null where there is one. */
  readonly conflict: Proof | null
  /** Every wave in order, then unplanned. */
  readonly alternatives: readonly Alternative[]
}

const mostProofs = 3

const reasonsOf = (constraints: readonly Constraint[]): Proof =>
  [...new Map(constraints.map(({ reason }) => [reason.id, reason])).values()]

/** Proofs that the group cannot lie before `bound`, until without all of them it could. */
const proofsOf = (constraints: Constraints, waves: FirstWaves, group: number, bound: number): readonly Proof[] => {
  const proofs: Proof[] = []
  const named = new Set<string>()
  for (let present = waves; proofs.length < mostProofs && (present.first.get(group) ?? 0) >= bound && bound > 0;) {
    const proof = reasonsOf(proofOf(present, group, bound))
    if (proof.length === 0) break
    proofs.push(proof)
    for (const { id } of proof) named.add(id)
    present = firstWaves({ ...constraints, list: constraints.list.filter(({ reason }) => !named.has(reason.id)) })
  }
  return proofs
}

const excludedBy = (windows: Windows, group: number, position: number): Proof | null => {
  const { first, last } = windowOf(windows, group)
  const waves = windows.constraints.numbers.length
  if (position < first) return reasonsOf(proofOf(windows.forward, group, position + 1))
  if (position > last) return reasonsOf(proofOf(windows.backward, group, waves - position))
  const own = (windows.forward.exclusions.get(group) ?? []).filter(({ excludes }) => excludes[position] === 1)
  return own.length > 0 ? reasonsOf(own) : null
}

const noSide: Side = { waveId: null, proofs: [] }

/**
 * Why a group is in its wave and not in an earlier or later one: the waves that rules allow it with what binds on each
 * side, and what moving it to any other wave would cost. null for a group that is not in the plan.
 */
export const whyThisWave = (document: PlanDocument, groupId: string): WhyThisWave | null => {
  const plan = planModel(document)
  const group = plan.groups.findIndex(({ row }) => row.id === groupId)
  const model = plan.groups[group]
  if (!model) return null
  const windows = planWindows(plan)
  const { first, last } = windowOf(windows, group)
  const { waves } = plan.calendar
  const isOpen = first <= last
  const side = (at: number, constraints: Constraints, present: FirstWaves, bound: number): Side =>
    isOpen ? { waveId: waves[at]?.id ?? null, proofs: proofsOf(constraints, present, group, bound) } : noSide
  const current = waves[model.position]
  return {
    groupId,
    waveId: current?.id ?? null,
    isSettled: current !== undefined && isSettled(current),
    earliest: side(first, windows.constraints, windows.forward, first),
    latest: side(last, mirror(windows.constraints), windows.backward, waves.length - 1 - last),
    conflict: isOpen ? null : explainWindow(windows, group),
    alternatives: moveCosts(document, groupId).map((cost) => {
      const at = cost.waveId === null ? -1 : (plan.calendar.positionById.get(cost.waveId) ?? -1)
      return { ...cost, isCurrent: cost.waveId === (current?.id ?? null), excludedBy: at < 0 ? null : excludedBy(windows, group, at) }
    }),
  }
}
