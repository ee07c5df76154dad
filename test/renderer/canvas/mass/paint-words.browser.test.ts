import { describe, expect, it } from 'vitest'
import { geometryMessage } from '@renderer/canvas/mass/geometry-message'
import { boxOfBlock, boxOfItem } from '@renderer/canvas/mass/hit'
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

const written = (withGroupNames: boolean) => {
  const pen = new OffscreenCanvas(width, height).getContext('2d')
  const item = boxOfItem(picture, 0)
  if (!pen || !item) throw new Error('There is nothing to write on')
  const looks = { type: 'looks' as const, classOf: new Uint8Array(3), flags: new Uint8Array(3) }
  const names = ['Journal', 'Archive', 'Portal']
  paintWords(pen, { geometry: geometryMessage(picture, 1, () => 'A group of three'), looks, palette }, names,
    { type: 'draw', transform: { x: 0, y: 0, zoom: 1 }, width, height, density: 1, quick: false, withGroupNames })
  const block = boxOfBlock(picture, 0)
  return { ofGroup: inkIn(pen, { ...block, height: item.y - block.y }), ofItem: inkIn(pen, item) }
}

describe('Words on the canvas', () => {
  it('name a group where no label stands above it, and its items in any case', () => {
    expect(written(true).ofGroup).toBeGreaterThan(20)
    expect(written(false).ofGroup).toBe(0)
    expect(written(true).ofItem).toBeGreaterThan(20)
    expect(written(false).ofItem).toBe(written(true).ofItem)
  })
})
