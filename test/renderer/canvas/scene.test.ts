import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { graphModel } from '@renderer/canvas/graph-model'
import { scene, type SceneOptions } from '@renderer/canvas/scene'
import { limits, type Scene } from '@renderer/canvas/scene-types'
import { worldDocument, type World } from './graph-world'

const plain: SceneOptions = { arrangement: 'waves', detail: 'items', groupState: new Map(), openLane: null, wanted: new Set() }

const worlds: fc.Arbitrary<World> = fc
  .record({ items: fc.integer({ min: 1, max: 900 }), waves: fc.integer({ min: 0, max: 40 }) })
  .chain(({ items, waves }) =>
    fc.record({
      items: fc.constant(items),
      waves: fc.constant(waves),
      groupSizes: fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 60 })), { maxLength: items }),
      placed: fc.array(fc.integer({ min: -1, max: Math.max(-1, waves - 1) }), { maxLength: items }),
      links: fc.array(fc.tuple(fc.nat(items - 1), fc.nat(items - 1)), { maxLength: 1200 }),
    }),
  )

const options: fc.Arbitrary<SceneOptions> = fc.record({
  arrangement: fc.constantFrom('waves', 'dependencies'),
  detail: fc.constantFrom('groups', 'items'),
  groupState: fc
    .array(fc.tuple(fc.nat(30).map((group) => `g${group}`), fc.constantFrom('open' as const, 'closed' as const)), { maxLength: 12 })
    .map((entries) => new Map(entries)),
  openLane: fc.option(fc.record({ key: fc.constantFrom('unplanned', 'wave:0', 'level:1', 'outside'), page: fc.nat(4) })),
  wanted: fc.array(fc.nat(900), { maxLength: 5 }).map((items) => new Set(items)),
})

const blocksOf = (shown: Scene) => shown.nodes.filter((node) => node.kind !== 'lane')

const pictures = fc.tuple(worlds, options)
const check = (property: (shown: Scene, world: World) => void): void =>
  fc.assert(
    fc.property(pictures, ([world, chosen]) => property(scene(graphModel(worldDocument(world), []), chosen), world)),
    { numRuns: 120 },
  )

describe('the picture of any estate', () => {
  it('holds at most 224 nodes and 150 edges', () => {
    check((shown) => {
      expect(shown.nodes.length).toBeLessThanOrEqual(limits.blocks + limits.lanes)
      expect(shown.edges.length).toBeLessThanOrEqual(limits.edges)
    })
  })

  it('shows every item, or a group or a sum that it is in', () => {
    check((shown) => {
      const ids = new Set(shown.nodes.map((node) => node.id))
      expect(shown.nodeOfItem.filter((id) => id === null || !ids.has(id))).toEqual([])
    })
  })

  it('accounts for every dependency: drawn, hidden or inside a block', () => {
    check((shown, world) => {
      const drawn = shown.edges.reduce((sum, edge) => sum + edge.count, 0)
      expect(drawn + shown.hiddenDependencies + shown.insideDependencies).toBe(world.links.length)
    })
  })

  it('puts no two blocks of a lane on top of each other', () => {
    check((shown) => {
      const tops = blocksOf(shown).filter((node) => node.kind !== 'item' || !shown.nodes.some(
        (group) => group.kind === 'group' && group.open && group.x < node.x && group.y < node.y &&
          node.x < group.x + group.width && node.y < group.y + group.height,
      ))
      const overlaps = tops.filter((a, index) =>
        tops.slice(index + 1).some((b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height),
      )
      expect(overlaps).toEqual([])
    })
  })

  it('never has one id twice', () => {
    check((shown) => {
      expect(new Set(shown.nodes.map((node) => node.id)).size).toBe(shown.nodes.length)
    })
  })
})

const twoWaves: World = { items: 6, groupSizes: [2, 1, 2], placed: [0, 1, -1], waves: 2, links: [[0, 2], [1, 2], [0, 1], [3, 5]] }

describe('a small estate', () => {
  const shown = scene(graphModel(worldDocument(twoWaves), []), plain)

  it('has a lane for what is unplanned, for each wave, and for what does not move', () => {
    expect(shown.nodes.flatMap((node) => (node.kind === 'lane' ? [node.title] : []))).toEqual([
      { kind: 'unplanned' }, { kind: 'wave', wave: 0 }, { kind: 'wave', wave: 1 }, { kind: 'outside' },
    ])
  })

  it('opens its groups, so that every item is seen', () => {
    expect(blocksOf(shown).filter((node) => node.kind === 'item').map((node) => node.id).sort()).toEqual(
      ['item:0', 'item:1', 'item:2', 'item:3', 'item:4', 'item:5'],
    )
  })

  it('leaves closed what the person closed, and sums its dependencies', () => {
    const closed = scene(graphModel(worldDocument(twoWaves), []), { ...plain, groupState: new Map([['g0', 'closed']]) })
    expect(closed.edges.map(({ id, count, hard }) => ({ id, count, hard }))).toEqual([
      { id: 'group:g0 > item:2', count: 2, hard: 1 }, { id: 'item:3 > item:5', count: 1, hard: 1 },
    ])
    expect(closed.insideDependencies).toBe(1)
  })

  it('arranges by need when asked: what needs stands left of what is needed', () => {
    const byNeed = scene(graphModel(worldDocument(twoWaves), []), { ...plain, arrangement: 'dependencies' })
    const x = (id: string): number => byNeed.nodes.find((node) => node.id === id)?.x ?? NaN
    expect([x('group:g0') < x('item:2'), x('item:3') < x('item:5')]).toEqual([true, true])
  })
})

describe('the blocks of a lane', () => {
  it('stay where they are when something in view is selected', () => {
    const model = graphModel(worldDocument({ ...twoWaves, items: 500, groupSizes: Array.from({ length: 480 }, () => 1) }), [])
    const before = scene(model, plain)
    const seen = before.nodeOfItem.findIndex((id) => id?.startsWith('item:'))
    const after = scene(model, { ...plain, wanted: new Set([seen]) })
    expect(after.nodes).toEqual(before.nodes)
  })

  it('show what was looked for, also when it lay in the sum', () => {
    const model = graphModel(worldDocument({ ...twoWaves, items: 500, groupSizes: Array.from({ length: 480 }, () => 1) }), [])
    const hidden = scene(model, plain).nodeOfItem.findIndex((id) => id?.startsWith('rest:'))
    expect(scene(model, { ...plain, wanted: new Set([hidden]) }).nodeOfItem[hidden]).toBe(`item:${hidden}`)
  })
})
