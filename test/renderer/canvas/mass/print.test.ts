import { describe, expect, it } from 'vitest'
import { dependenciesAt, linesOf, noLines, type Lines } from '@renderer/canvas/mass/lines'
import type { Palette } from '@renderer/canvas/mass/mass-messages'
import { pixelOf } from '@renderer/canvas/mass/pixels'
import { makeSheet } from '@renderer/canvas/mass/print/make-sheet'
import type { Sheet } from '@renderer/canvas/print/sheet'
import { sheetToPdf } from '@renderer/canvas/print/sheet-to-pdf'
import { sheetToSvg } from '@renderer/canvas/print/sheet-to-svg'
import { bitsOf } from '@renderer/canvas/print/text-mask'
import { ribbonsOf } from '@renderer/canvas/mass/ribbons'
import { worldDocument } from '../graph-world'
import { check, pictureOf, type Shown } from './mass-world'

const classColour = pixelOf(1, 2, 3)
const palette: Palette = {
  page: pixelOf(255, 255, 255), lane: 0, surface: 0, line: 0, block: 0, hard: pixelOf(200, 0, 0), warning: 0, selected: 0, found: 0,
  classes: [{ full: classColour, quiet: pixelOf(4, 5, 6), dim: 0 }], laneHues: [], laneEdge: null, text: 'rgb(0, 0, 0)', quietText: '', onMark: '',
}

const sheetOf = ({ picture }: Shown, lines: Lines = noLines): Sheet => makeSheet({
  picture, palette, classOf: new Uint8Array(picture.model.items.length), flags: new Uint8Array(picture.model.items.length),
  lines, ribbons: ribbonsOf(picture),
  area: { x0: 0, y0: 0, x1: picture.bounds.width, y1: picture.bounds.height },
  title: 'Plan & <picture>', classNames: ['Blå'], laneNames: picture.lanes.map(({ key }) => [key, '3'] as const), blockName: (block) => `Group ${block}`,
  lineWords: ({ id }) => `words of ${id}`, lineNames: ['Hard', 'Soft', 'Broken'],
})

describe('a picture on paper', () => {
  it('has every item of what is seen, of any estate', () => {
    check((shown) => {
      const open = [...shown.picture.order].filter((item) => shown.picture.blocks.closed[shown.picture.blockOf[item] ?? -1] === 0)
      const items = sheetOf(shown).shapes.filter((shape) => shape.kind === 'rectangle' && (shape.fill === '#010203' || shape.fill === '#040506'))
      expect(items.length).toBeGreaterThanOrEqual(open.length)
    }, 20)
  })

  const sheet = sheetOf(pictureOf(worldDocument({ items: 4, groupSizes: [2, 1], placed: [0, 1], waves: 2, links: [[0, 2]] })))

  it('has the words of its lines, what is broken with a sign, and says how lines are drawn', () => {
    const { picture, ...shown } = pictureOf(worldDocument({ items: 4, groupSizes: [1, 1, 1], placed: [1, 0, 1], waves: 2, links: [[0, 1], [0, 2]] }))
    const brokenDependency = Uint8Array.of(0, 1)
    const broken = { ...picture, model: { ...picture.model, brokenDependency } }
    const { shapes } = sheetOf({ picture: broken, ...shown }, linesOf(broken, dependenciesAt(broken, [0])))
    const texts = shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
    expect(texts).toEqual(expect.arrayContaining(['words of i0>i1', 'words of i0>i2', '!', 'Hard', 'Soft', 'Broken']))
    expect(texts.filter((text) => text === '!')).toHaveLength(1)
  })

  it('is an SVG whose text stays text, and cannot break out of it', () => {
    const svg = sheetToSvg(sheet)
    expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="1600"')).toBe(true)
    expect(svg).toContain('>Plan &amp; &lt;picture&gt;</text>')
    expect(svg).toContain('>Item 0</text>')
  })

  it('is a PDF whose table says where each object begins, with Norwegian letters', () => {
    const file = new TextDecoder().decode(sheetToPdf(sheet))
    const start = Number(/startxref\n(\d+)/.exec(file)?.[1])
    expect(file.slice(start, start + 4)).toBe('xref')
    const offsets = [...file.slice(start).matchAll(/^(\d{10}) 00000 n/gm)].map(([, offset]) => Number(offset))
    expect(offsets.map((offset) => file.slice(offset, offset + 7))).toEqual(offsets.map((_, index) => `${index + 1} 0 obj`))
    expect(file).toContain('(Bl\\345) Tj')
    const stream = /<< \/Length (\d+) >>\nstream\n/.exec(file)
    const from = (stream?.index ?? 0) + (stream?.[0].length ?? 0)
    expect(file.slice(from + Number(stream?.[1]), from + Number(stream?.[1]) + 10)).toBe('\nendstream')
  })
  it('draws a text with letters that its typeface lacks as dots in the text\'s place, and no other', () => {
    const text = { kind: 'text', x: 10, y: 20, size: 12, bold: false, colour: '#ff0000' } as const
    const words = ['Журнал', 'Blå …'].map((said) => ({ ...text, text: said }))
    // Two rows of three dots: the first full, of the second the last.
    const pixels = Uint8ClampedArray.from([1, 1, 1, 0, 0, 1].flatMap((dot) => [0, 0, 0, dot * 255]))
    const mask = { columns: 3, rows: 2, width: 3, height: 2, below: 0.5, hex: bitsOf(pixels, 3, 2) }
    const file = new TextDecoder().decode(sheetToPdf({ width: 100, height: 50, background: '#ffffff', shapes: words }, () => mask))
    expect(file).toContain('q 1 0 0 rg 3 0 0 2 10 29.5 cm /T0 Do Q')
    expect(file).toContain('/XObject << /T0 7 0 R >>')
    expect(file).toContain('/Filter /ASCIIHexDecode /Length 5 >>\nstream\n1fdf>\nendstream')
    expect(file.match(/ Tj ET/g)).toHaveLength(1)
  })
})
