import { applyChange } from '@core/plan/apply-change'
import { editItem, editWave, moveGroups } from '@core/plan/commands'
import { activeScenario } from '@core/plan/plan-document'
import type { PlanBounds, WaveArgument } from '@core/planning/plan-bounds'
import { countingIds } from '@core/ids'
import { provedWaves, rememberProof } from '@renderer/figures/proved-waves'
import { aPlan } from '@test/builders/a-plan'
import { anItem } from '@test/builders/an-item'
import { describe, expect, it } from 'vitest'

const boundsBy = (argument: WaveArgument): PlanBounds =>
  ({ waves: { waves: 2, argument, settled: 0, groupIds: [], ruleIds: [] }, bridges: { price: 0, parts: [] }, assumedCapacity: null })

describe('the least number of waves that a search has proved', () => {
  const plan = aPlan({ items: [anItem('a', { effort: 3 }), anItem('b', { effort: 3 })], waves: 2, placed: { a: 1, b: 2 } })
  const [wave] = activeScenario(plan).waves

  it('holds for the accepted plan, and wherever its groups are moved after that', () => {
    rememberProof(plan, boundsBy('search'))
    const moved = applyChange(plan, moveGroups(plan, [activeScenario(plan).groups[0]!.id], null)).document
    expect([provedWaves(plan)?.waves, provedWaves(moved)?.waves]).toEqual([2, 2])
  })

  it('is forgotten where what it rests on changes: an effort, a limit of a wave', () => {
    rememberProof(plan, boundsBy('search'))
    const lighter = applyChange(plan, editItem(plan, 'a', { effort: 1 }, countingIds())).document
    const wider = applyChange(plan, editWave(plan, wave!.id, { capacity: 100 })).document
    expect([provedWaves(lighter), provedWaves(wider)]).toEqual([null, null])
  })

  it('is none where nothing was searched for it', () => {
    rememberProof(plan, boundsBy('sum'))
    expect(provedWaves(plan)).toBeNull()
  })
})
