import fc from 'fast-check'
import { graphColours, graphGroupings } from '@core/plan/view'
import type { PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import type { Violation } from '@core/violations/violation'
import { graphModel } from '@renderer/canvas/graph-model'
import { groupKey, layOut, type LayoutOptions } from '@renderer/canvas/mass/picture-layout'
import type { Picture } from '@renderer/canvas/mass/picture-types'
import { worldDocument, type World } from '../graph-world'

export const worlds: fc.Arbitrary<World> = fc
  .record({ items: fc.integer({ min: 1, max: 700 }), waves: fc.integer({ min: 0, max: 40 }) })
  .chain(({ items, waves }) =>
    fc.record({
      items: fc.constant(items),
      waves: fc.constant(waves),
      groupSizes: fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 60 })), { maxLength: items }),
      placed: fc.array(fc.integer({ min: -1, max: Math.max(-1, waves - 1) }), { maxLength: items }),
      links: fc.array(fc.tuple(fc.nat(items - 1), fc.nat(items - 1)), { maxLength: 900 }),
    }),
  )

export const colours = fc.constantFrom(...graphColours)

export type Shown = { readonly picture: Picture; readonly document: PlanDocument; readonly violations: readonly Violation[] }

const noColumns: ReadonlyMap<string, number> = new Map()

/** A picture with settings of its own; `isHidden` says which items a filter takes out. */
export const pictureOf = (document: PlanDocument, options: Partial<LayoutOptions> = {}): Shown => {
  const { violations } = evaluate(document)
  const model = graphModel(document, violations)
  const isHidden = new Uint8Array(document.estate.items.length)
  const picture = layOut(model, { grouping: 'wave', size: 'items', closed: [], hidden: [], isHidden, columnsBefore: noColumns, ...options })
  return { picture, document, violations }
}

/** Any estate, grouped in any way, with some of it folded up, some of it hidden. */
export const pictures: fc.Arbitrary<Shown> = fc
  .record({
    world: worlds,
    grouping: fc.constantFrom(...graphGroupings),
    size: fc.constantFrom('items' as const, 'effort' as const),
    folded: fc.array(fc.nat(30), { maxLength: 6 }),
    lanes: fc.subarray(['unplanned', 'outside', 'wave:w0', 'organisation:Trust 1', 'level:0']),
    hiddenEvery: fc.integer({ min: 2, max: 50 }),
  })
  .map(({ world, grouping, size, folded, lanes, hiddenEvery }) => {
    const document = worldDocument(world)
    const isHidden = Uint8Array.from(document.estate.items, (_, index) => Number(index % hiddenEvery === 1))
    return pictureOf(document, { grouping, size, isHidden, closed: [...folded.map((group) => groupKey(`g${group}`)), ...lanes] })
  })

export const check = (property: (shown: Shown) => void, numRuns = 60): void =>
  fc.assert(
    fc.property(pictures, (shown) => {
      property(shown)
    }),
    { numRuns },
  )
