import { countingIds } from '@core/ids'
import { applyChange } from '@core/plan/apply-change'
import { declineSharedService } from '@core/plan/commands'
import { detectSharedServices } from '@core/planning/shared-services'
import { aHardDependency, anItem, aServer } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { describe, expect, it } from 'vitest'

const consumers = Array.from({ length: 8 }, (_, index) => `app${index}`)
const items = [anItem('directory'), anItem('proxy', { sharedService: true }), aServer('host'), ...consumers.map((id) => anItem(id))]

describe('shared services', () => {
  it('are what many need hard, and what alone holds them together', () => {
    const { estate } = aPlan({ items, dependencies: consumers.map((id) => aHardDependency(id, 'directory')) })
    expect(detectSharedServices(estate, [])).toEqual([{ itemId: 'directory', consumers: 8, groupsGlued: 8 }])
  })

  it('are not proposed again once they are accepted', () => {
    const { estate } = aPlan({ items, dependencies: consumers.map((id) => aHardDependency(id, 'proxy')) })
    expect(detectSharedServices(estate, [])).toEqual([])
  })

  it('are not proposed again once the planner has said that they are none', () => {
    const plan = aPlan({ items, dependencies: consumers.map((id) => aHardDependency(id, 'directory')) })
    const { document } = applyChange(plan, declineSharedService(plan, 'directory', countingIds()))
    expect(detectSharedServices(document.estate, [])).toEqual([])
  })

  it('are proposed all the same where a column says no of everything', () => {
    const { estate } = aPlan({ items: items.map((item) => ({ ...item, sharedService: false })), dependencies: consumers.map((id) => aHardDependency(id, 'directory')) })
    expect(detectSharedServices(estate, []).map(({ itemId }) => itemId)).toEqual(['directory'])
  })

  it('are not proposed where their consumers belong together without them', () => {
    const dependencies = [
      ...consumers.map((id) => aHardDependency(id, 'directory')),
      ...consumers.slice(1).map((id, index) => aHardDependency(id, consumers[index] ?? id)),
    ]
    const { estate } = aPlan({ items, dependencies })
    expect(detectSharedServices(estate, [])).toEqual([])
  })

  it('are found beside each other: two hubs with the same consumers', () => {
    const dependencies = consumers.flatMap((id) => [aHardDependency(id, 'directory'), aHardDependency(id, 'host')])
    const { estate } = aPlan({ items, dependencies })
    expect(detectSharedServices(estate, []).map(({ itemId }) => itemId)).toEqual(['directory', 'host'])
  })

  it('are not what rules hold together anyway', () => {
    const { estate } = aPlan({ items, dependencies: consumers.map((id) => aHardDependency(id, 'directory')) })
    expect(detectSharedServices(estate, [{ id: 'r', type: 'together', itemIds: consumers }])).toEqual([])
  })
})
