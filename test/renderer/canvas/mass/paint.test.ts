import { describe, expect, it } from 'vitest'
import { geometryMessage } from '@renderer/canvas/mass/geometry-message'
import { boxOfBlock, boxOfItem } from '@renderer/canvas/mass/hit'
import { flag } from '@renderer/canvas/mass/marks'
import type { Palette } from '@renderer/canvas/mass/mass-messages'
import { paint, type Drawing } from '@renderer/canvas/mass/paint'
import type { Picture } from '@renderer/canvas/mass/picture-types'
import { fillRect, mixPixels, pixelOf, type Pixels } from '@renderer/canvas/mass/pixels'
import { worldDocument } from '../graph-world'
import { check, pictureOf } from './mass-world'

const sheet = (width: number, height: number): Pixels => ({ width, height, data: new Uint32Array(width * height) })

const palette: Palette = {
  page: 1, lane: 2, surface: 3, line: 4, block: 5, hard: 6, warning: 7, selected: 8, found: 9,
  classes: [{ full: 100, quiet: 101, dim: 102 }], laneHues: [], laneEdge: null, text: '', quietText: '', onMark: '',
}

const drawingOf = (picture: Picture, flags = new Uint8Array(picture.model.items.length)): Drawing => ({
  geometry: geometryMessage(picture, 1, () => ''),
  looks: { type: 'looks', classOf: new Uint8Array(picture.model.items.length), flags },
  palette,
})

const drawAll = (picture: Picture, flags?: Uint8Array<ArrayBuffer>) => {
  const pixels = sheet(900, 500)
  const zoom = Math.min(900 / picture.bounds.width, 500 / picture.bounds.height)
  const items = paint(pixels, drawingOf(picture, flags), { x: 0, y: 0, zoom })
  const at = (item: number): number => {
    const box = boxOfItem(picture, item) ?? { x: 0, y: 0, width: 0, height: 0 }
    return pixels.data[Math.floor((box.y + box.height / 2) * zoom) * 900 + Math.floor((box.x + box.width / 2) * zoom)] ?? 0
  }
  return { items, at, zoom }
}

describe('the canvas', () => {
  it('draws every item that is not inside a closed block, of any estate', () => {
    check(({ picture }) => {
      const open = [...picture.order].filter((item) => picture.blocks.closed[picture.blockOf[item] ?? -1] === 0)
      expect(drawAll(picture).items).toBe(open.length)
    }, 40)
  })

  it('draws an item in the colour of its class, as a spot far out and as a card near by', () => {
    const { picture } = pictureOf(worldDocument({ items: 400, groupSizes: [400], placed: [0], waves: 1, links: [] }))
    const far = drawAll(picture)
    expect([far.at(0), far.at(399)]).toEqual([100, 100])
    const near = pictureOf(worldDocument({ items: 2, groupSizes: [1, 1], placed: [0, 0], waves: 1, links: [] })).picture
    expect(drawAll(near).at(0)).toBe(101)
  })

  it('draws what is folded up as a bar of its classes, with what is broken in it', () => {
    const { picture } = pictureOf(worldDocument({ items: 4, groupSizes: [4], placed: [0], waves: 1, links: [] }), { closed: ['wave:w0'] })
    const flags = new Uint8Array(4)
    flags[2] = flag.hard
    const pixels = sheet(400, 120)
    const classes = [{ full: 100, quiet: 101, dim: 102 }, { full: 200, quiet: 201, dim: 202 }]
    const drawing = drawingOf(picture, flags)
    paint(pixels, { ...drawing, looks: { ...drawing.looks, classOf: Uint8Array.of(0, 0, 0, 1) }, palette: { ...palette, classes } }, { x: 0, y: 0, zoom: 1 })
    const block = boxOfBlock(picture, 0)
    const at = (part: number): number => pixels.data[Math.floor(block.y + block.height * 0.75) * 400 + Math.floor(block.x + block.width * part)] ?? 0
    expect([0.1, 0.6, 0.8, 0.92].map(at)).toEqual([100, 100, 200, 6])
  })

  it('draws what is dimmed faintly', () => {
    const { picture } = pictureOf(worldDocument({ items: 400, groupSizes: [400], placed: [0], waves: 1, links: [] }))
    const flags = new Uint8Array(400)
    flags[5] = flag.dimmed
    const drawn = drawAll(picture, flags)
    expect([drawn.at(5), drawn.at(6)]).toEqual([102, 100])
  })
})

describe('filling pixels', () => {
  it('cuts off what lies outside, and shows what is thinner than a pixel as one', () => {
    const pixels = sheet(4, 3)
    fillRect(pixels, -5, 1.2, 7, 0.1, 9)
    expect([...pixels.data]).toEqual([0, 0, 0, 0, 9, 9, 0, 0, 0, 0, 0, 0])
  })

  it('mixes two colours channel by channel', () => {
    expect(mixPixels(pixelOf(0, 100, 200), pixelOf(200, 100, 0), 0.5)).toBe(pixelOf(100, 100, 100))
  })
})
