import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphModel } from '@renderer/canvas/graph-model'
import { colouringOf } from '@renderer/canvas/mass/colour-classes'
import { worldDocument, type World } from '../graph-world'
import { colours, worlds } from './mass-world'

const small: World = { items: 6, groupSizes: [2, 1, 1], placed: [1, 0, -1], waves: 2, links: [] }
const entries = (world: World, colour: Parameters<typeof colouringOf>[1]) =>
  colouringOf(graphModel(worldDocument(world), []), colour).classes.map(({ key, count, tone }) => [key, count, tone.kind])

describe('the legend', () => {
  it('has a class for every item, and none that nothing is in', () => {
    fc.assert(
      fc.property(worlds, colours, (world, colour) => {
        const { classes, classOf } = colouringOf(graphModel(worldDocument(world), []), colour)
        expect(classes.map(({ count }) => count)).toEqual(classes.map((_, place) => classOf.filter((of) => of === place).length))
        expect(classes.every(({ count }) => count > 0)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  it('names waves in their order, then what has none', () => {
    expect(entries(small, 'wave')).toEqual([['w0', 1, 'hue'], ['w1', 2, 'hue'], ['unplanned', 1, 'none'], ['outside', 2, 'none']])
  })

  it('sums up organisations beyond its colours', () => {
    const many = entries({ items: 200, groupSizes: [], placed: [], waves: 0, links: [] }, 'organisation')
    expect([many.length, many.at(-2)?.[0], many.at(-1)]).toEqual([13, ' others', ['', 40, 'none']])
  })
})
