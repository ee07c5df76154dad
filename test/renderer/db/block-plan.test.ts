import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planBlocks } from '@renderer/db/block-plan'
import type { BlockOptions, BlockPlan, Layout } from '@renderer/db/block-plan'

type Row = { readonly n: number }

const rowsOf = (count: number): readonly Row[] => Array.from({ length: count }, (_, n) => ({ n }))

const world = (count: number, rowsPerBlock = 10) => {
  let last = 0
  const options: BlockOptions = { rowsPerBlock, nextId: () => ++last }
  const rows = rowsOf(count)
  const first = planBlocks([], [], rows, options)
  return { rows, layout: first.layout, options }
}

/** What the database would hold: the blocks by id, after a plan was carried out. */
const carryOut = (blocks: ReadonlyMap<number, readonly Row[]>, plan: BlockPlan, next: readonly Row[]) => {
  const after = new Map(blocks)
  for (const id of plan.remove) after.delete(id)
  for (const { id, from, to } of plan.put) after.set(id, next.slice(from, to))
  return after
}

const readBack = (blocks: ReadonlyMap<number, readonly Row[]>, layout: Layout): readonly Row[] =>
  layout.flatMap(({ id }) => [...(blocks.get(id) ?? [])])

describe('the blocks of a list', () => {
  it('are filled one after the other at first', () => {
    const { layout } = world(25)
    expect(layout).toEqual([{ id: 1, length: 10 }, { id: 2, length: 10 }, { id: 3, length: 5 }])
  })

  it('stay as they are when the list is the same', () => {
    const { rows, layout, options } = world(25)
    expect(planBlocks(rows, layout, rows, options)).toEqual({ layout, put: [], remove: [] })
  })

  it('are written again only where a row was exchanged', () => {
    const { rows, layout, options } = world(100)
    const next = rows.with(42, { n: -1 })
    expect(planBlocks(rows, layout, next, options)).toEqual({ layout, put: [{ id: 5, from: 40, to: 50 }], remove: [] })
  })

  it('behind an inserted row are not written again', () => {
    const { rows, layout, options } = world(100)
    const next = rows.toSpliced(42, 0, { n: -1 })
    const plan = planBlocks(rows, layout, next, options)
    expect(plan.put).toEqual([{ id: 5, from: 40, to: 50 }, { id: 11, from: 50, to: 51 }])
    expect(plan.layout.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 11, 6, 7, 8, 9, 10])
  })

  it('behind a removed row are not written again', () => {
    const { rows, layout, options } = world(100)
    const plan = planBlocks(rows, layout, rows.toSpliced(42, 1), options)
    expect(plan).toMatchObject({ put: [{ id: 5, from: 40, to: 49 }], remove: [] })
  })

  it('do not become crumbs when rows are added one by one', () => {
    const { options, ...start } = world(0)
    let { rows, layout } = start
    for (let n = 0; n < 95; n++) {
      const next = [...rows, { n }]
      layout = planBlocks(rows, layout, next, options).layout
      rows = next
    }
    expect(layout.length).toBeLessThanOrEqual(12)
  })

  it('hold the next rows exactly, whatever was done to the list', () => {
    const edit = fc.record({
      at: fc.nat(120),
      remove: fc.nat(15),
      insert: fc.nat(15),
      turn: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.nat(100), fc.array(edit, { maxLength: 12 }), (count, edits) => {
        const { options, ...start } = world(count, 7)
        let { rows, layout } = start
        let blocks = carryOut(new Map(), planBlocks([], [], rows, { ...options, nextId: idsOf(layout) }), rows)
        for (const { at, remove, insert, turn } of edits) {
          const spliced = rows.toSpliced(at, remove, ...rowsOf(insert))
          const next = turn ? spliced.toReversed() : spliced
          const plan = planBlocks(rows, layout, next, options)
          blocks = carryOut(blocks, plan, next)
          ;[rows, layout] = [next, plan.layout]
          expect(readBack(blocks, layout)).toEqual(next)
          expect([...blocks.keys()].toSorted()).toEqual(layout.map(({ id }) => id).toSorted())
          expect(layout.every(({ length }) => length <= 7)).toBe(true)
        }
      }),
    )
  })
})

const idsOf = (layout: Layout): (() => number) => {
  let index = 0
  return () => layout[index++]?.id ?? 0
}
