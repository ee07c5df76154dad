import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { addWave, editItem, moveGroups } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { planBounds } from '@core/planning/bounds'
import { haveSameBounds } from '@core/planning/same-bounds'
import { anItem } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { arbitraryCommand, changeOf } from '@test/builders/arbitrary-command'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomPlan } from '../violations/random-plan'

const movedTo = (document: PlanDocument, groupIds: readonly string[], waveId: string | null): PlanDocument =>
  applyChange(document, moveGroups(document, groupIds, waveId)).document

describe('two states of a plan that are said to have the same bounds', () => {
  it('have them, whatever was moved where', () => {
    let same = 0
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (seed, group, wave) => {
        const before = randomPlan(seed)
        const { groups, waves } = activeScenario(before)
        if (groups.length === 0) return
        const target = [...waves.map(({ id }) => id), null][wave % (waves.length + 1)]!
        const after = movedTo(before, [groups[group % groups.length]!.id], target)
        if (!haveSameBounds(before, after)) return
        same += 1
        expect(planBounds(after, {})).toEqual(planBounds(before, {}))
      }),
      { numRuns: 100 },
    )
    expect(same).toBeGreaterThan(20)
  })

  it('have them, whatever was edited', () => {
    let same = 0
    fc.assert(
      fc.property(fc.nat(), fc.array(arbitraryCommand(['editItem', 'editItemTable', 'editDependency']), { minLength: 1, maxLength: 3 }), (seed, commands) => {
        const before = randomPlan(seed)
        planBounds(before, {})
        const after = commands.reduce((plan, command) => applyChange(plan, changeOf(plan, command, countingIds())).document, before)
        if (after.estate === before.estate || !haveSameBounds(before, after)) return
        same += 1
        expect(planBounds(structuredClone(after), {})).toEqual(planBounds(structuredClone(before), {}))
      }),
      // Which edits leave the bounds as they are is chance: with a seed of its own, it is the same chance every time.
      { numRuns: 150, seed: 20261122 },
    )
    expect(same).toBeGreaterThan(0)
  })

  it('differ at most in where open groups lie', () => {
    const plan = aPlan({ items: [anItem('a'), anItem('b')], waves: [{ status: 'done' }, {}], placed: { a: 1, b: 2 } })
    const { waves: [settled], groups: [a, b] } = activeScenario(plan)
    const answers = [
      plan, movedTo(plan, [b!.id], null), movedTo(plan, [b!.id], settled!.id), movedTo(plan, [a!.id], null),
      applyChange(plan, addWave(plan, countingIds())).document, applyChange(plan, editItem(plan, 'a', { effort: 9 }, countingIds())).document,
    ].map((other) => haveSameBounds(plan, other))
    expect(answers).toEqual([true, true, false, false, false, false])
  })
})
