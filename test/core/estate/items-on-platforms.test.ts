import { describe, expect, it } from 'vitest'
import { emptyEstate } from '@core/estate/estate'
import { itemsOnPlatforms } from '@core/estate/items-on-platforms'
import { aDependency, aHardDependency, anItem, aPlatform, aServer } from '@test/builders/an-item'

describe('the items on a platform', () => {
  it('are those that need it, however, what runs on them, and what they contain', () => {
    const estate = {
      ...emptyEstate,
      items: [anItem('App'), anItem('Part'), anItem('Caller'), aServer('S'), anItem('Inside'), anItem('Soft'), aPlatform('P'), aPlatform('Q')],
      dependencies: [
        aDependency('S', 'P'), aHardDependency('App', 'S'), aDependency('App', 'Part', { type: 'contains' }),
        aDependency('P', 'Inside', { type: 'contains' }), aDependency('Caller', 'App'), aDependency('Soft', 'S', { type: 'runs-on' }),
        aDependency('Q', 'P'),
      ],
    }
    expect([...itemsOnPlatforms(estate)]).toEqual([['P', ['App', 'Part', 'S', 'Inside']], ['Q', []]])
    expect(itemsOnPlatforms(estate)).toBe(itemsOnPlatforms(estate))
  })

  it('are found in a ring of hosts', () => {
    const estate = {
      ...emptyEstate,
      items: [aPlatform('P'), aServer('S'), aServer('T')],
      dependencies: [aHardDependency('S', 'T'), aHardDependency('T', 'S'), aDependency('T', 'P')],
    }
    expect([...itemsOnPlatforms(estate)]).toEqual([['P', ['S', 'T']]])
  })
})
