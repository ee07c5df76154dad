import { describe, expect, it } from 'vitest'
import { geometryMessage } from '@renderer/canvas/mass/geometry-message'
import { boxOfBlock, boxOfItem } from '@renderer/canvas/mass/hit'
import { flag } from '@renderer/canvas/mass/marks'
import type { Palette } from '@renderer/canvas/mass/mass-messages'
import { paintWords } from '@renderer/canvas/mass/paint-words'
import { worldDocument } from '../graph-world'
import { pictureOf } from './mass-world'

const palette: Palette = {
  page: 0, lane: 0, surface: 0, line: 0, block: 0, hard: 0, warning: 0, selected: 0, found: 0,
  classes: [], laneHues: [], laneEdge: null, text: '#000', quietText: '#000', onMark: '',
}

const { picture } = pictureOf(worldDocument({ items: 3, groupSizes: [3], placed: [0], waves: 1, links: [] }))
const [width, height] = [600, 400]

/** How much of a box has ink on it. */
const inkIn = (pen: OffscreenCanvasRenderingContext2D, box: { x: number; y: number; width: number; height: number }): number => {
  const { data } = pen.getImageData(box.x, box.y, box.width, box.height)
  return data.filter((value, at) => at % 4 === 3 && value > 0).length
}

const written = (withGroupNames: boolean, bits = 0, zoom = 1) => {
  const pen = new OffscreenCanvas(width, height).getContext('2d')
  const item = boxOfItem(picture, 0)
  if (!pen || !item) throw new Error('There is nothing to write on')
  const looks = { type: 'looks' as const, classOf: new Uint8Array(3), flags: new Uint8Array(3).fill(bits) }
  const names = ['MAMMOGRAPHY WORKROOMS OF MAMMOTH HOME', 'Archive', 'Portal']
  paintWords(pen, { geometry: geometryMessage(picture, 1, () => 'A group of three'), looks, palette }, names,
    { type: 'draw', transform: { x: 0, y: 0, zoom }, width, height, density: 1, quick: false, withGroupNames })
  const block = boxOfBlock(picture, 0)
  const mark = { x: (item.x + item.width - 12) * zoom, y: item.y * zoom, width: 12 * zoom, height: item.height * zoom }
  return { ofGroup: inkIn(pen, { ...block, height: item.y - block.y }), ofItem: inkIn(pen, item), onMark: inkIn(pen, mark) }
}

describe('Words on the canvas', () => {
  it('leave the mark of a violation free', () => {
    for (const zoom of [0.4, 0.45, 0.5, 0.6, 1]) {
      for (const bits of [flag.hard, flag.warning]) {
        expect({ zoom, onMark: written(false, bits, zoom).onMark }).toEqual({ zoom, onMark: 0 })
        expect(written(false, bits, zoom).ofItem).toBeGreaterThan(20)
      }
    }
  })

  it('name a group where no label stands above it, and its items in any case', () => {
    expect(written(true).ofGroup).toBeGreaterThan(20)
    expect(written(false).ofGroup).toBe(0)
    expect(written(true).ofItem).toBeGreaterThan(20)
    expect(written(false).ofItem).toBe(written(true).ofItem)
  })
})
