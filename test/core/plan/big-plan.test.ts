import { describe, expect, it } from 'vitest'
import { isMovable } from '@core/estate/item'
import { lookup } from '@core/plan/lookup'
import { bigPlan } from '@test/builders/big-plan'

describe('the large plan that the benches use', () => {
  const size = { items: 400, dependencies: 1500, waves: 6, seed: 7 }
  const plan = bigPlan(size)

  it('is the same for the same seed, and another for another', () => {
    expect(bigPlan(size)).toEqual(plan)
    expect(bigPlan({ ...size, seed: 8 })).not.toEqual(plan)
  })

  it('is as large as asked, and whole', () => {
    const { itemById, groupByItemId } = lookup(plan)
    expect([plan.estate.items.length, itemById.size, plan.estate.dependencies.length]).toEqual([400, 400, 1500])
    expect(plan.estate.dependencies.filter(({ from, to }) => !itemById.has(from) || !itemById.has(to))).toEqual([])
    expect(groupByItemId.size).toBe(plan.estate.items.filter(isMovable).length)
  })
})
