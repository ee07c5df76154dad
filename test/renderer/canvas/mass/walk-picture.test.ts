import { describe, expect, it } from 'vitest'
import { inward, outward, standingOf, walkTo } from '@renderer/canvas/mass/walk-picture'
import type { Cursor } from '@renderer/canvas/mass/mass-store'
import { worldDocument } from '../graph-world'
import { check, pictureOf } from './mass-world'

const { picture } = pictureOf(worldDocument({ items: 8, groupSizes: [3, 2, 3], placed: [0, 0, 1], waves: 2, links: [] }))
const at = (cursor: Cursor | null) => standingOf(picture, cursor)

describe('walking by keyboard', () => {
  it('goes from nothing to the first lane, into its first group, into its first item, and the same way out', () => {
    const lane = inward(picture, null)
    const block = inward(picture, at(lane))
    const item = inward(picture, at(block))
    expect([lane, block, item]).toEqual([{ kind: 'lane', key: 'wave:w0' }, { kind: 'block', itemId: 'i0' }, { kind: 'item', itemId: 'i0' }])
    const standing = at(item)
    expect(standing && outward(picture, standing)).toEqual(block)
  })

  it('goes from lane to lane, and stops at the last', () => {
    const second = walkTo(picture, at({ kind: 'lane', key: 'wave:w0' }), 'ArrowRight')
    expect([second, walkTo(picture, at(second), 'ArrowRight')]).toEqual([{ kind: 'lane', key: 'wave:w1' }, null])
  })

  it('goes from item to item across lanes', () => {
    expect(walkTo(picture, at({ kind: 'item', itemId: 'i0' }), 'ArrowDown')).toEqual({ kind: 'item', itemId: 'i1' })
    const right = walkTo(picture, at({ kind: 'item', itemId: 'i0' }), 'ArrowRight')
    expect(right?.kind === 'item' && ['i3', 'i4', 'i5', 'i6', 'i7'].includes(right.itemId)).toBe(true)
  })

  it('reaches every lane of any estate with the right arrow, and every item stands somewhere', () => {
    check((shown) => {
      const lanes = [inward(shown.picture, null)]
      for (let next = lanes[0]; next; next = walkTo(shown.picture, standingOf(shown.picture, next), 'ArrowRight')) lanes.push(next)
      expect(new Set(lanes.map((lane) => (lane?.kind === 'lane' ? lane.key : ''))).size).toBe(shown.picture.lanes.length)
    }, 20)
  })
})
