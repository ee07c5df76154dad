import type { Objective } from '@core/planning/proposal'
import { betterPlan, goingOn } from '@renderer/propose/better-plan'
import type { PlanFigures } from '@core/violations/plan-figures'
import type { PlanMoves, RunOptions, RunResult } from '@renderer/propose/propose-run'
import { describe, expect, it } from 'vitest'

const result = (figures: Partial<PlanFigures>, efforts: readonly number[] = [10, 10], moves: Partial<PlanMoves> = {}): RunResult => ({
  type: 'result',
  figures: { waves: 2, hard: 0, warnings: 0, bridges: 1, bridgePrice: 100, unplaced: 0, ...figures },
  loads: efforts.map((effort, at) => ({ number: at + 1, effort, capacity: null })),
  explanation: { conflicts: [], splits: [], shared: [] },
  moves: { moved: 0, planned: 0, takenOut: 0, ...moves },
  final: true,
} as Partial<RunResult> as RunResult)

const isBetter = (a: RunResult, b: RunResult, objective: Objective, more: Partial<RunOptions> = {}): boolean =>
  betterPlan(a, b, { objective, ...more }) === b

describe('of two proposals', () => {
  it('the one that leaves fewer groups out is better, whatever it costs', () => {
    expect(isBetter(result({ unplaced: 1, bridgePrice: 0 }), result({ bridgePrice: 900 }), 'bridges')).toBe(true)
  })

  it('fewer waves count before cheaper bridges where few waves are asked for', () => {
    expect(isBetter(result({ waves: 3, bridgePrice: 1 }), result({ waves: 2 }), 'waves')).toBe(true)
    expect(isBetter(result({ waves: 3, bridgePrice: 1 }), result({ waves: 2 }), 'bridges')).toBe(false)
  })

  it('an even load is worth something where balance is asked for', () => {
    expect(isBetter(result({ bridgePrice: 100 }, [19, 1]), result({ bridgePrice: 110 }), 'balanced')).toBe(true)
  })

  it('an even load is worth what the planner says', () => {
    const weights = { balance: 0 }
    expect(isBetter(result({ bridgePrice: 100 }, [19, 1]), result({ bridgePrice: 110 }), 'balanced', { weights })).toBe(false)
  })

  it('the one that moves fewer groups is better where a repair is asked for, unless it leaves something broken', () => {
    const many = result({ bridgePrice: 1 }, [10, 10], { moved: 3 })
    expect(isBetter(many, result({ bridgePrice: 900 }, [10, 10], { moved: 1 }), 'bridges', { mode: 'repair' })).toBe(true)
    expect(isBetter(many, result({ hard: 1 }, [10, 10], { moved: 1 }), 'bridges', { mode: 'repair' })).toBe(false)
    expect(isBetter(many, result({ unplaced: 4 }, [10, 10], { moved: 2 }), 'bridges', { mode: 'repair' })).toBe(true)
  })

  it('the first stays where they are equal, so that nothing moves for nothing', () => {
    const first = result({})
    expect(betterPlan(first, result({}), { objective: 'balanced' })).toBe(first)
    expect(betterPlan(null, first, { objective: 'balanced' })).toBe(first)
  })
})

const placed = (of: RunResult, placements: Readonly<Record<string, string>>, lowerBoundWaves: number): RunResult =>
  ({ ...of, proposal: { placements: new Map(Object.entries(placements)), lowerBoundWaves } as Partial<RunResult['proposal']> as RunResult['proposal'] })

describe('while a search goes on', () => {
  const known = placed(result({}), { a: 'wave1' }, 3)
  const dearer = placed(result({ bridgePrice: 120, warnings: 0 }), { a: 'wave2' }, 2)

  it('each plan takes the place of the one before where it began with what is known, which stays proved', () => {
    const betterOf = goingOn({ objective: 'bridges' })
    betterOf(known, placed(result({}), { a: 'wave1' }, 2))
    const shown = betterOf(known, dearer)
    expect([shown.figures.bridgePrice, shown.proposal.lowerBoundWaves]).toEqual([120, 3])
  })

  it('what is known stays until there is better where it had to begin anew', () => {
    const betterOf = goingOn({ objective: 'bridges' })
    expect(betterOf(known, dearer)).toBe(known)
    expect(betterOf(known, placed(result({ bridgePrice: 90 }), { a: 'wave3' }, 3)).figures.bridgePrice).toBe(90)
  })
})
