import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { linksOf } from '@core/estate/find/links'
import { focusLimits, focusPicture, type FocusModel, type FocusNode } from '@renderer/canvas/focus/focus-picture'
import { focusSizes, layOutFocus, spread } from '@renderer/canvas/focus/focus-layout'

type Pair = readonly [from: number, to: number]

const aModel = (items: number, pairs: readonly Pair[], groupOf: (item: number) => number = () => -1): FocusModel => {
  const from = Int32Array.from(pairs, ([end]) => end)
  const to = Int32Array.from(pairs, ([, end]) => end)
  return {
    links: linksOf(items, from, to), from, to, hard: Uint8Array.from(pairs, (_, row) => Number(row % 3 === 0)),
    groupOf: Int32Array.from({ length: items }, (_, item) => groupOf(item)),
  }
}

const itemsOf = (nodes: readonly FocusNode[]): readonly number[] => nodes.flatMap((node) => (node.kind === 'item' ? [node.item] : node.items))

const estates = fc.integer({ min: 1, max: 700 }).chain((items) => fc.record({
  items: fc.constant(items),
  hubs: fc.integer({ min: 1, max: 5 }),
  pairs: fc.array(fc.tuple(fc.nat(items - 1), fc.nat(items - 1)), { maxLength: 1500, size: 'max' }),
}))

describe('the picture around items', () => {
  it('shows what is needed to the right, what needs to the left, and says what lies further', () => {
    const { nodes, edges, hiddenEdges, answer } = focusPicture(aModel(5, [[0, 1], [1, 2], [2, 3], [4, 1]]), { kind: 'around', items: [1], hops: 1, direction: 'both' })
    expect({ nodes, edges, hiddenEdges, answer }).toEqual({
      nodes: [
        { kind: 'item', item: 0, layer: -1, moreNeeds: 0, moreNeededBy: 0 },
        { kind: 'item', item: 4, layer: -1, moreNeeds: 0, moreNeededBy: 0 },
        { kind: 'item', item: 1, layer: 0, moreNeeds: 0, moreNeededBy: 0 },
        { kind: 'item', item: 2, layer: 1, moreNeeds: 1, moreNeededBy: 0 },
      ],
      edges: [
        { source: 0, target: 2, dependencies: [0], hard: true },
        { source: 1, target: 2, dependencies: [3], hard: true },
        { source: 2, target: 3, dependencies: [1], hard: false },
      ],
      hiddenEdges: 0,
      answer: { kind: 'around', reached: 4 },
    })
  })

  it('stands in for what there is no room for by group, the largest first', () => {
    const star = aModel(1001, Array.from({ length: 1000 }, (_, item) => [0, item + 1] as const), (item) => (item < 500 ? 0 : item < 900 ? 1 : item))
    const { nodes, answer } = focusPicture(star, { kind: 'around', items: [0], hops: 1, direction: 'needs' })
    const stubs = nodes.flatMap((node) => (node.kind === 'stub' ? [{ group: node.group, groups: node.groups, items: node.items.length }] : []))
    expect(stubs.slice(0, 2).map(({ group }) => group)).toEqual([1, 0])
    expect(stubs.at(-1)).toEqual({ group: null, groups: 96, items: 96 })
    expect([new Set(itemsOf(nodes)).size, answer]).toEqual([1001, { kind: 'around', reached: 1001 }])
  })

  it('never holds more than a picture may, loses no item that was reached, and leaves none without a line, on any estate', () => {
    fc.assert(fc.property(estates, fc.integer({ min: 1, max: 3 }), fc.nat(), ({ items, pairs }, hops, start) => {
      const asked = { kind: 'around', items: [start % items], hops, direction: 'both' } as const
      const { nodes, edges, answer } = focusPicture(aModel(items, pairs, (item) => item % 60), asked)
      expect(nodes.length).toBeLessThanOrEqual(focusLimits.nodes)
      expect(edges.length).toBeLessThanOrEqual(focusLimits.edges)
      expect(answer).toEqual({ kind: 'around', reached: itemsOf(nodes).length })
      expect(new Set(itemsOf(nodes)).size).toBe(itemsOf(nodes).length)
      const joined = new Set(edges.flatMap(({ source, target }) => [source, target]))
      const alone = nodes.filter((node, index) => node.kind === 'item' && node.layer !== 0 && !joined.has(index))
      expect(alone).toEqual([])
    }), { numRuns: 60 })
  })
})

describe('the picture of paths', () => {
  it('lays the paths from the one that needs to what is needed, whichever way was asked', () => {
    const model = aModel(4, [[0, 1], [1, 3], [0, 2], [2, 3]])
    const layers = (from: number, to: number) =>
      focusPicture(model, { kind: 'paths', from, to }).nodes.map((node) => (node.kind === 'item' ? [node.item, node.layer] : []))
    expect([layers(0, 3), layers(3, 0)]).toEqual([[[0, 0], [1, 1], [2, 1], [3, 2]], [[0, -2], [1, -1], [2, -1], [3, 0]]])
  })

  it('says that nothing joins two items, and shows them', () => {
    const { nodes, answer } = focusPicture(aModel(2, []), { kind: 'paths', from: 0, to: 1 })
    expect([nodes.length, answer]).toEqual([2, { kind: 'nothing' }])
  })

  it('holds a chain that is longer than a picture', () => {
    const chain = aModel(1000, Array.from({ length: 999 }, (_, item) => [item, item + 1] as const))
    const { nodes } = focusPicture(chain, { kind: 'paths', from: 0, to: 999 })
    expect(nodes.length).toBeLessThanOrEqual(focusLimits.nodes)
    expect(itemsOf(nodes).length).toBe(1000)
  })
})

describe('the layout of a focus', () => {
  it('lets no two blocks overlap and keeps the columns in order, on any estate', () => {
    fc.assert(fc.property(estates, fc.nat(), ({ items, pairs }, start) => {
      const { nodes, edges } = focusPicture(aModel(items, pairs), { kind: 'around', items: [start % items], hops: 2, direction: 'both' })
      const { places, width, height } = layOutFocus(nodes, edges)
      places.forEach((a, index) => {
        expect([a.x >= 0, a.y >= -0.001, a.x + focusSizes.width <= width + 0.001, a.y + focusSizes.height <= height + 0.001]).toEqual([true, true, true, true])
        places.slice(index + 1).forEach((b, later) => {
          const apart = Math.abs(a.x - b.x) >= focusSizes.width || Math.abs(a.y - b.y) >= focusSizes.height - 0.001
          if (!apart) throw new Error(`${index} and ${index + 1 + later} overlap`)
          const [left, right] = [nodes[index]?.layer ?? 0, nodes[index + 1 + later]?.layer ?? 0]
          if (left < right) expect(a.x).toBeLessThan(b.x)
        })
      })
    }), { numRuns: 30 })
  })

  it('spreads wishes as little as it must', () => {
    const row = focusSizes.height + focusSizes.gap
    expect([spread([0, 5 * row]), spread([0, 0]), spread([4 * row, 0])]).toEqual([[0, 5 * row], [-row / 2, row / 2], [1.5 * row, 2.5 * row]])
  })

  it('lets the lines of two crossed pairs run side by side', () => {
    const nodes = [{ layer: 0 }, { layer: 0 }, { layer: 1 }, { layer: 1 }]
    const { places } = layOutFocus(nodes, [{ source: 0, target: 3 }, { source: 1, target: 2 }])
    expect(places[0]?.y).toBe(places[3]?.y)
    expect(places[1]?.y).toBe(places[2]?.y)
  })
})
