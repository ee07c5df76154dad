import { describe, expect, it } from 'vitest'
import { applyChange } from '@core/plan/apply-change'
import type { Change } from '@core/plan/change'
import { moveGroups } from '@core/plan/commands'
import { itemToSee } from '@core/plan/item-to-see'
import { activeScenario } from '@core/plan/plan-document'
import { anItem } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'

const plan = aPlan({ items: [anItem('A'), anItem('B'), anItem('C')], waves: [{}, {}], placed: { A: 1 } })

const seen = (change: Change): string | null => itemToSee(plan, applyChange(plan, change).document, change)

describe('where to look after a step', () => {
  it('is what has another wave', () => {
    const { groups, waves } = activeScenario(plan)
    const ofB = groups.filter(({ itemIds }) => itemIds.includes('B')).map(({ id }) => id)
    expect(seen(moveGroups(plan, ofB, waves[1]?.id ?? null))).toBe('B')
  })

  it('is not what was written again as it was', () => {
    const { id: scenarioId, groups } = activeScenario(plan)
    expect(seen({ scenarioId, groups: { put: groups.map((row) => ({ row })) } })).toBeNull()
  })

  it('is the item that was edited, and nowhere when only the name of the plan has changed', () => {
    expect(seen({ items: { put: [{ row: anItem('C', { effort: 9 }) }] } })).toBe('C')
    expect(seen({ planName: 'Another' })).toBeNull()
  })
})
