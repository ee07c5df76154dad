import { describe, expect, it } from 'vitest'
import { emptyEstate } from '@core/estate/estate'
import { indexEstate, indexItems } from '@core/estate/estate-index'
import { aDependency, anItem } from '@test/builders/an-item'

const items = [anItem('A'), anItem('__proto__'), anItem('B')]
const dependencies = [aDependency('B', 'A'), aDependency('__proto__', 'nowhere')]
const estate = { ...emptyEstate, items, dependencies }

describe('the estate as numbers', () => {
  it('names items by their places, and an end that is not there -1', () => {
    const { indexById, from, to } = indexEstate(estate)
    expect([...indexById]).toEqual([['A', 0], ['__proto__', 1], ['B', 2]])
    expect([[...from], [...to]]).toEqual([[2, 1], [0, -1]])
  })

  it('is made once, also when an item is edited, and anew when places change', () => {
    expect(indexEstate(estate)).toBe(indexEstate({ ...estate }))
    expect(indexItems(items)).toBe(indexItems(items))
    const edited = [anItem('A', { effort: 3 }), ...items.slice(1)]
    expect(indexEstate({ ...estate, items: edited })).toBe(indexEstate(estate))
    const moved = indexEstate({ ...estate, items: items.toReversed() })
    expect([...moved.from]).toEqual([0, 1])
  })
})
