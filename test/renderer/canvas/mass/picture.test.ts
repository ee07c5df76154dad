import { describe, expect, it } from 'vitest'
import { boxOfBlock, boxOfItem, hitAt, itemsOfBlock } from '@renderer/canvas/mass/hit'
import { itemsInShape, lassoShape } from '@renderer/canvas/mass/lasso'
import type { Picture } from '@renderer/canvas/mass/picture-types'
import { mostLanes } from '@renderer/canvas/mass/picture-types'
import { ribbonBand } from '@renderer/canvas/mass/ribbons'
import { worldDocument, type World } from '../graph-world'
import { check, pictureOf } from './mass-world'

type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const isInside = (inner: Rectangle, outer: Rectangle): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.width <= outer.x + outer.width && inner.y + inner.height <= outer.y + outer.height

const overlap = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

const blocksIn = (picture: Picture): number[] => Array.from({ length: picture.blocks.count }, (_, block) => block)

describe('the picture of any estate', () => {
  it('has every item that is not hidden in exactly one block', () => {
    check(({ picture }) => {
      const placed = blocksIn(picture).flatMap((block) => itemsOfBlock(picture, block))
      expect([...placed].sort((a, b) => a - b)).toEqual([...picture.blockOf.keys()].filter((item) => (picture.blockOf[item] ?? -1) >= 0))
      expect(placed.length).toBe(picture.shown)
    })
  })

  it('places each item inside its block, each block inside its lane, and all of it inside the bounds', () => {
    check(({ picture }) => {
      for (const block of blocksIn(picture)) {
        const box = boxOfBlock(picture, block)
        const lane = picture.lanes[picture.blocks.lane[block] ?? -1]
        expect(lane && isInside(box, lane)).toBe(true)
        expect(isInside(box, picture.bounds)).toBe(true)
        for (const item of itemsOfBlock(picture, block)) {
          const inner = boxOfItem(picture, item)
          expect(inner && isInside(inner, box)).toBe(true)
        }
      }
    })
  })

  it('lets no two blocks of a lane and no two items of a block cover each other', () => {
    check(({ picture }) => {
      for (const lane of picture.lanes) {
        const boxes = blocksIn(picture).slice(lane.start, lane.end).map((block) => boxOfBlock(picture, block))
        expect(boxes.some((a, index) => boxes.slice(index + 1, index + 40).some((b) => overlap(a, b)))).toBe(false)
      }
      for (const block of blocksIn(picture)) {
        if (picture.blocks.closed[block] === 1) continue
        const boxes = itemsOfBlock(picture, block).flatMap((item) => boxOfItem(picture, item) ?? [])
        expect(boxes.some((a, index) => boxes.slice(index + 1).some((b) => overlap(a, b)))).toBe(false)
      }
    }, 30)
  })

  it('has no more lanes than can be read, beside those of what has no place in them', () => {
    check(({ picture }) => expect(picture.lanes.length).toBeLessThanOrEqual(mostLanes + 2))
  })

  it('counts in its lanes exactly the items that it shows', () => {
    check(({ picture }) => expect(picture.lanes.reduce((sum, { items }) => sum + items, 0)).toBe(picture.shown))
  })

  it('finds under the middle of an item that item, or the closed block that it is in', () => {
    check(({ picture }) => {
      for (const item of picture.order) {
        const box = boxOfItem(picture, item)
        const block = picture.blockOf[item] ?? -1
        if (!box) continue
        const hit = hitAt(picture, box.x + box.width / 2, box.y + box.height / 2)
        expect(hit.block).toBe(block)
        if (picture.blocks.closed[block] !== 1) expect(hit.item).toBe(item)
      }
    }, 15)
  })
})

const small: World = { items: 9, groupSizes: [2, 1, 3, 1], placed: [0, 1, 1, -1], waves: 2, links: [] }
const titles = ({ lanes }: Picture): unknown[] => lanes.map(({ title, items }) => [title.kind, items])

describe('a small estate', () => {
  it('stands in a lane for what is unplanned, one for each wave, and one for what does not move', () => {
    expect(titles(pictureOf(worldDocument(small)).picture)).toEqual([['unplanned', 1], ['wave', 2], ['wave', 4], ['outside', 2]])
  })

  it('fills a laptop\'s window, whatever stays empty in it: as wide as it can be shown whole', () => {
    const groupSizes = Array.from({ length: 60 }, (_, group) => 2 + (group % 3))
    const placed = groupSizes.map((_, group) => (group < 36 ? -1 : group % 4))
    const { bounds } = pictureOf(worldDocument({ items: 180, groupSizes, placed, waves: 8, links: [] })).picture
    const room = { width: 875, height: 325 }
    const zoom = Math.min(room.width / bounds.width, room.height / (bounds.height + ribbonBand(bounds.height)))
    expect({ width: bounds.width * zoom > 0.93 * room.width, height: bounds.height * zoom > 0.65 * room.height }).toEqual({ width: true, height: true })
  })

  it('stands in lanes of its organisations when it is grouped by them', () => {
    const { picture } = pictureOf(worldDocument(small), { grouping: 'organisation' })
    expect(picture.lanes.map(({ title }) => (title.kind === 'named' ? title.name : title.kind))).toEqual(
      ['Trust 1', 'Trust 2', 'Trust 3', 'Trust 4', 'Trust 6', 'Trust 7', 'Trust 8', 'none'],
    )
  })

  it('folds a lane up into one block, and a group into a closed one', () => {
    const { picture } = pictureOf(worldDocument(small), { closed: ['wave:w1', 'group:g0'] })
    expect(blocksIn(picture).map((block) => [picture.lanes[picture.blocks.lane[block] ?? 0]?.key, picture.blocks.closed[block], itemsOfBlock(picture, block).length])).toEqual([
      ['unplanned', 0, 1], ['wave:w0', 1, 2], ['wave:w1', 1, 4], ['outside', 0, 1], ['outside', 0, 1],
    ])
  })

  it('leaves out what is hidden, lanes and groups', () => {
    const { picture } = pictureOf(worldDocument(small), { hidden: ['outside', 'group:g2'] })
    expect(titles(picture)).toEqual([['unplanned', 1], ['wave', 2], ['wave', 1]])
  })

  it('gives what takes more effort more room', () => {
    const { picture } = pictureOf(worldDocument(small), { size: 'effort' })
    const heights = [0, 6].map((item) => picture.height[item])
    expect(heights).toEqual([44, 100])
  })
})

describe('when something moves to another wave', () => {
  const big: World = { items: 480, groupSizes: Array.from({ length: 120 }, () => 4), placed: Array.from({ length: 120 }, (_, group) => group % 8), waves: 8, links: [] }
  const before = pictureOf(worldDocument(big)).picture
  const columnsBefore = new Map(before.lanes.map(({ key, columns }) => [key, columns]))
  const after = pictureOf(worldDocument({ ...big, placed: big.placed.map((wave, group) => (group === 0 ? 3 : wave)) }), { columnsBefore }).picture

  it('nothing in the lanes that it does not touch moves', () => {
    const untouched = big.placed.flatMap((wave, group) => (wave === 0 || wave === 3 ? [] : [0, 1, 2, 3].map((member) => group * 4 + member)))
    const places = (picture: Picture): unknown[] => untouched.map((item) => boxOfItem(picture, item))
    expect(places(after)).toEqual(places(before))
  })
})

describe('a lasso', () => {
  const { picture } = pictureOf(worldDocument(small))
  const { x, y, width, height } = boxOfItem(picture, 0) ?? { x: 0, y: 0, width: 0, height: 0 }

  it('that went across takes the items whose middle lies in the box', () => {
    expect(itemsInShape(picture, lassoShape([{ x, y }, { x: x + width, y: y + height }]))).toEqual([0])
    const all = lassoShape([{ x: -1, y: -1 }, { x: picture.bounds.width, y: picture.bounds.height }])
    expect(itemsInShape(picture, all)).toHaveLength(9)
  })

  it('that went around takes what lies within the loop, and nothing of the box beside it', () => {
    const middle = { x: x + width / 2, y: y + height / 2 }
    const loop = [0, 1, 2, 3, 4, 5, 6, 7].map((turn) => (
      { x: middle.x + 3 * Math.cos((turn * Math.PI) / 4), y: middle.y + 3 * Math.sin((turn * Math.PI) / 4) }))
    expect(lassoShape(loop)).toEqual(loop)
    expect(itemsInShape(picture, loop)).toEqual([0])
    const beside = [{ x: middle.x - 5, y: middle.y - 10 }, { x: middle.x + 20, y: middle.y - 10 }, { x: middle.x + 20, y: middle.y + 15 }]
    expect(itemsInShape(picture, lassoShape(beside))).not.toContain(0)
    expect(itemsInShape(picture, lassoShape([beside[0]!, beside[2]!]))).toContain(0)
  })
})
