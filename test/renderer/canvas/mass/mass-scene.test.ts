import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isNear, levelAt, levels, zoomOf } from '@renderer/canvas/mass/levels'
import { massScene, type Area } from '@renderer/canvas/mass/mass-scene'
import { mostNodes, type Picture } from '@renderer/canvas/mass/picture-types'
import { worldDocument } from '../graph-world'
import { pictureOf, pictures } from './mass-world'

const areaAt = ({ bounds }: Picture, x: number, y: number, zoom: number): Area => {
  const middle = { x: bounds.width * x, y: bounds.height * y }
  const half = { x: 1920 / zoom, y: 1080 / zoom }
  return { x0: middle.x - half.x, y0: middle.y - half.y, x1: middle.x + half.x, y1: middle.y + half.y }
}

const part = fc.double({ min: 0, max: 1, noNaN: true })
const zooms = fc.double({ min: 0.01, max: 2.2, noNaN: true })

describe('what React Flow holds', () => {
  it('is at most 224 nodes with the lanes, at any zoom of any estate, in a window of 4K', () => {
    fc.assert(
      fc.property(pictures, part, part, zooms, fc.constantFrom(...levels), ({ picture }, x, y, zoom, level) => {
        const nodes = massScene(picture, areaAt(picture, x, y, zoom), level, zoom)
        expect(nodes.length + picture.lanes.length).toBeLessThanOrEqual(mostNodes)
        expect(new Set(nodes.map(({ id }) => id)).size).toBe(nodes.length)
      }),
      { numRuns: 80 },
    )
  })

  const { picture } = pictureOf(worldDocument({ items: 60, groupSizes: [30, 1, 6, 2], placed: [0, 0, 1, 1], waves: 2, links: [] }))
  const all: Area = { x0: -1e6, y0: -1e6, x1: 1e6, y1: 1e6 }

  it('is nothing for the programme, groups large enough to be named further in, and every item near by', () => {
    const held = levels.map((level) => massScene(picture, all, level, zoomOf[level]).length)
    expect(held).toEqual([0, 1, 3, 60])
  })

  it('is what lies nearest to the middle where there are more items than it may hold', () => {
    const many = pictureOf(worldDocument({ items: 900, groupSizes: [900], placed: [0], waves: 1, links: [] })).picture
    const held = massScene(many, { x0: 0, y0: 0, x1: many.bounds.width, y1: many.bounds.height }, 'cards', 1)
    const far = held.map(({ x, y }) => Math.max(Math.abs(x - many.bounds.width / 2) / many.bounds.width, Math.abs(y - many.bounds.height / 2) / many.bounds.height))
    expect(held).toHaveLength(200)
    expect(Math.max(...far)).toBeLessThan(0.4)
  })
})

describe('levels', () => {
  const fit = 0.05

  it('follow each other as one goes nearer', () => {
    expect([0.05, 0.15, 0.5, 1].map((zoom) => levelAt(zoom, null, fit))).toEqual(levels)
  })

  it('stay as they are near a border, whichever side one comes from', () => {
    expect([levelAt(0.315, 'groups', fit), levelAt(0.305, 'items', fit)]).toEqual(['groups', 'items'])
    // The hand takes what one sees: what looks the same is taken the same, from wherever one comes.
    expect([isNear('groups', 0.315), isNear('items', 0.305), isNear('groups', 0.3)]).toEqual([true, true, false])
    expect([levelAt(0.34, 'groups', fit), levelAt(0.28, 'items', fit)]).toEqual(['items', 'groups'])
  })
})
