import { applyChange } from '../../plan/apply-change'
import type { Change } from '../../plan/change'
import type { StepLabel } from '../../plan/history'
import { activeScenario, type MoveGroup, type PlanDocument } from '../../plan/plan-document'
import { patchBetween } from '../../plan/row-patch'
import { isSettled, type Wave } from '../../plan/wave'
import type { NewId } from '../../ids'
import type { Violation } from '../violation'

/**
 * How much a kind of fix takes from the planner: a move can be moved back, a rule or a limit was meant by somebody. What
 * settled waves hold is agreed with others, and taking things out of the plan solves nothing; these come last.
 */
export const ranks = { move: 0, moveSeveral: 1, shape: 2, newWave: 3, limit: 4, rule: 5, estate: 6, propose: 7, settled: 8, unplan: 9 } as const

/** Something to try. Its change is made when it is tried; null when there turns out to be nothing to do. */
export type Candidate = {
  readonly rank: number
  /** Within a rank: what is tried first, as far as can be told before. */
  readonly cost: number
  readonly label: StepLabel
  readonly change: () => Change | null
}

/** What the makers of candidates work on. */
export type Case = {
  readonly document: PlanDocument
  readonly violation: Violation
  readonly newId: NewId
  readonly groups: readonly MoveGroup[]
  readonly waves: readonly Wave[]
}

export const caseOf = (document: PlanDocument, violation: Violation, newId: NewId): Case => {
  const scenario = activeScenario(document)
  const named = new Set(violation.groupIds)
  const waves = violation.waveIds.flatMap((id) => scenario.waves.find((wave) => wave.id === id) ?? [])
  return { document, violation, newId, groups: scenario.groups.filter(({ id }) => named.has(id)), waves }
}

export const isInSettledWave = (document: PlanDocument, { waveId }: MoveGroup): boolean =>
  activeScenario(document).waves.some((wave) => wave.id === waveId && isSettled(wave))

/** One after the other, as one change. */
export const inSequence = (
  document: PlanDocument, makers: readonly ((document: PlanDocument) => Change)[],
): Change => {
  const after = makers.reduce((current, make) => applyChange(current, make(current)).document, document)
  const [was, is] = [activeScenario(document), activeScenario(after)]
  const groups = patchBetween(was.groups, is.groups)
  const waves = patchBetween(was.waves, is.waves)
  const items = patchBetween(document.estate.items, after.estate.items)
  const dependencies = patchBetween(document.estate.dependencies, after.estate.dependencies)
  return {
    scenarioId: was.id,
    ...(groups && { groups }),
    ...(waves && { waves }),
    ...(items && { items }),
    ...(dependencies && { dependencies }),
  }
}
