import type { Mode } from '@core/planning/proposal'
import { planMoves } from '@renderer/propose/plan-moves'
import { verdictOf } from '@renderer/propose/proposal-verdict'
import type { PlanFigures } from '@core/violations/plan-figures'
import type { PlanMoves, RunResult } from '@renderer/propose/propose-run'
import { describe, expect, it } from 'vitest'
import { aPlan, groupWith } from '../../builders/a-plan'
import { anItem } from '../../builders/an-item'

const verdict = (mode: Mode, figures: Partial<PlanFigures>, moves: Partial<PlanMoves> = {}) => verdictOf({
  figures: { waves: 2, hard: 0, warnings: 0, bridges: 0, bridgePrice: 0, unplaced: 0, ...figures },
  moves: { moved: 0, planned: 0, takenOut: 0, ...moves },
} as Partial<RunResult> as RunResult, mode)

describe('what came of a proposal', () => {
  it('is complete only when every group has a wave', () => {
    expect(verdict('fill', {})).toEqual({ kind: 'good', key: 'propose.complete' })
    expect(verdict('replan', { unplaced: 2 })).toEqual({ kind: 'warning', key: 'propose.incomplete', count: 2 })
    expect(verdict('fill', { hard: 1 })).toEqual({ kind: 'hard', key: 'propose.completeButHard' })
  })

  it('is mended by a repair that leaves unplanned what was so, and says how many groups move', () => {
    expect(verdict('repair', { unplaced: 9 }, { moved: 1, planned: 1 })).toEqual({ kind: 'good', key: 'propose.repaired', count: 2 })
    expect(verdict('repair', { unplaced: 9 })).toEqual({ kind: 'good', key: 'propose.repairNothing' })
  })

  it('is not all mended by a repair that takes a group out of its wave, or leaves a hard violation', () => {
    expect(verdict('repair', {}, { moved: 3, takenOut: 1 })).toEqual({ kind: 'warning', key: 'propose.repairTakenOut', count: 1 })
    expect(verdict('repair', { hard: 1 }, { takenOut: 1 })).toEqual({ kind: 'hard', key: 'propose.repairHard' })
  })
})

describe('the moves of a proposal', () => {
  it('are told apart by where the groups come from and go to', () => {
    const plan = aPlan({ items: ['a', 'b', 'c', 'd', 'e'].map((id) => anItem(id)), waves: 2, placed: { a: 1, b: 1, c: 2 } })
    const to: Readonly<Record<string, string | null>> = { a: 'wave1', b: 'wave2', c: null, d: 'wave2', e: null }
    const placements = new Map(Object.entries(to).map(([id, waveId]) => [groupWith(plan, id).id, waveId]))
    expect(planMoves(plan, placements)).toEqual({ moved: 1, planned: 1, takenOut: 1 })
  })
})
