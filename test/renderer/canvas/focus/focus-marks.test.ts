import { beforeEach, describe, expect, it } from 'vitest'
import { indexEstate } from '@core/estate/estate-index'
import { linksOf } from '@core/estate/find/links'
import { translator } from '@core/messages/translator'
import { emptyHistory } from '@core/plan/history'
import { lookup } from '@core/plan/lookup'
import { evaluate } from '@core/violations/evaluate'
import { focusElements, type FocusElements } from '@renderer/canvas/focus/focus-elements'
import { layOutFocus } from '@renderer/canvas/focus/focus-layout'
import { focusMarks } from '@renderer/canvas/focus/focus-marks'
import { focusPicture } from '@renderer/canvas/focus/focus-picture'
import { focusSheet } from '@renderer/canvas/focus/focus-sheet'
import { changeFocus, currentFocus, focusBack, leaveFocus, showAround, showFocus } from '@renderer/canvas/focus/focus-store'
import { walkTo } from '@renderer/canvas/focus/focus-walk'
import { blockSentence, lineWords, pictureSentence } from '@renderer/canvas/focus/focus-words'
import { openDocument } from '@renderer/stores/plan-store'
import { aPlan } from '@test/builders/a-plan'
import { aDependency, aHardDependency, anItem, aServer } from '@test/builders/an-item'

const t = translator('en')
const plan = aPlan({
  items: [anItem('lab', { name: 'Lab' }), aServer('srv'), anItem('bus', { name: 'Bus' }), anItem('journal', { name: 'Journal' })],
  dependencies: [
    aHardDependency('lab', 'srv'), aDependency('lab', 'bus', { order: 'provider-first', maxLatencyMs: 5, pricePerDay: 10 }), aDependency('journal', 'bus'),
  ],
  waves: [{ start: '2027-01-01', end: '2027-01-31' }, { start: '2027-02-01', end: '2027-02-28' }],
  placed: { lab: 1, bus: 2 },
})

const index = indexEstate(plan.estate)
const model = {
  links: linksOf(plan.estate.items.length, index.from, index.to), from: index.from, to: index.to,
  hard: Uint8Array.from(plan.estate.dependencies, ({ strength }) => Number(strength === 'hard')), groupOf: new Int32Array(4).fill(-1),
}
const picture = focusPicture(model, { kind: 'around', items: [0], hops: 1, direction: 'both' })
const layout = layOutFocus(picture.nodes, picture.edges)
const elements: FocusElements = focusElements(
  { document: plan, found: lookup(plan), evaluation: evaluate(plan), roots: new Set(['lab']) }, picture, layout,
)

describe('what is drawn of a focus', () => {
  it('says of each block what it is, where it moves, what is wrong and what lies further', () => {
    expect(elements.nodes.map(({ id, data }) => [id, blockSentence(t, data)])).toEqual([
      ['item:lab', 'Lab, Application, Wave 1, 1 hard violation, 1 warning'],
      ['item:srv', 'srv, Server, Wave 1, no violations'],
      ['item:bus', 'Bus, Application, Wave 2, 1 hard violation, 1 warning; 1 more that is not shown needs it'],
    ])
  })
  it('says of each line its kind, strength, order, latency and whether the plan breaks it', () => {
    const words = new Map(elements.lines.map((line) => [line.id, lineWords(t, line)]))
    expect([...words.keys()].sort()).toEqual(['item:lab > item:bus', 'item:lab > item:srv'])
    expect(words.get('item:lab > item:srv')).toEqual(['runs on', 'hard', 'together'])
    expect(words.get('item:lab > item:bus')).toEqual(['uses', 'soft', 'provider first', 'at most 5 ms', 'bridge of 59 days, price 590', 'broken by the plan'])
  })
  it('says in one sentence what the picture is', () => {
    const question = { kind: 'around', itemIds: ['lab'], hops: 1, direction: 'both' } as const
    expect(pictureSentence(t, lookup(plan), question, picture)).toBe('Lab and what lies around it · 3 items')
  })
  it('is printed whole: every block by its name, every line, hard and soft, and a sign on what is broken', () => {
    const colours = { page: '#ffffff', surface: '#fffffe', line: '#cccccc', text: '#000000', quiet: '#555555', accent: '#0000ff', broken: '#ff0000' }
    const sheet = focusSheet({
      layout, elements, colours, title: 'Plan · Lab', columnTitle: (layer) => `column ${layer}`, bandOf: () => '#00ff00', lineNames: ['hard', 'soft', 'broken'],
      wordsOf: ({ data }) => [data.kind === 'item' ? data.item.name : '', data.kind === 'item' ? `wave ${data.wave?.number}` : ''],
    })
    const texts = sheet.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape.text] : []))
    expect(texts).toEqual(['Plan · Lab', 'column 0', 'column 1', '!', 'Lab', 'wave 1', 'srv', 'wave 1', 'Bus', 'wave 2', 'hard', 'soft', 'broken'])
    const lines = sheet.shapes.flatMap((shape) => (shape.kind === 'curve' ? [`${shape.colour} ${shape.isDashed ? 'dashed' : 'full'}`] : []))
    expect(lines.slice(0, 2).sort()).toEqual(['#555555 full', '#ff0000 dashed'])
    for (const shape of sheet.shapes) {
      if (shape.kind !== 'rectangle') continue
      expect(shape.x + shape.width).toBeLessThanOrEqual(sheet.width)
      expect(shape.y + shape.height).toBeLessThanOrEqual(sheet.height)
    }
  })
  it('says of paths how many and how long they are, or that there are none', () => {
    const said = (from: number, to: number, ids: readonly [string, string]) =>
      pictureSentence(t, lookup(plan), { kind: 'paths', fromId: ids[0], toId: ids[1] }, focusPicture(model, { kind: 'paths', from, to }))
    expect([said(0, 1, ['lab', 'srv']), said(3, 0, ['journal', 'lab'])]).toEqual([
      'Lab needs srv in 1 step · 1 way is that short',
      'Neither needs the other; Journal and Lab are joined over 2 steps · 1 way is that short',
    ])
  })
})

describe('the marks in a focus', () => {
  it('are of a line before a way, of a way before a block', () => {
    const marks = (path: readonly string[] | null, pointedAt: string | null) => {
      const { near, lines } = focusMarks(elements, path, pointedAt, null)
      return [near && [...near].sort(), lines && [...lines].filter((id) => elements.lines.some((line) => line.id === id))]
    }
    const line = 'item:lab > item:srv'
    expect([marks(null, null), marks(['lab', 'bus'], line), marks(['lab', 'bus'], 'item:srv'), marks(null, 'item:srv')]).toEqual([
      [null, null],
      [['item:lab', 'item:srv'], [line]],
      [['item:bus', 'item:lab'], ['item:lab > item:bus']],
      [['item:lab', 'item:srv'], [line]],
    ])
  })
})

describe('walking in a focus', () => {
  it('begins where one asked, and goes to the nearest block in the direction of the key', () => {
    const to = (from: string | null, key: Parameters<typeof walkTo>[2]) => walkTo(elements.nodes, from, key)?.id
    const [upper, lower] = elements.nodes.filter(({ id }) => id !== 'item:lab').sort((a, b) => a.position.y - b.position.y)
    expect([to(null, 'ArrowDown'), to('item:srv', 'ArrowLeft'), to('item:lab', 'ArrowLeft'), to(upper?.id ?? '', 'ArrowDown')])
      .toEqual(['item:lab', 'item:lab', 'item:lab', lower?.id])
  })
})

describe('the questions of a focus', () => {
  beforeEach(async () => {
    await openDocument(plan, emptyHistory, null)
    leaveFocus()
  })
  it('lead back one by one, and keep how far one looked', () => {
    showAround(['lab'])
    changeFocus({ kind: 'around', itemIds: ['lab'], hops: 3, direction: 'needs' })
    showAround(['bus'])
    expect(currentFocus()).toEqual({ kind: 'around', itemIds: ['bus'], hops: 3, direction: 'needs' })
    showFocus({ kind: 'paths', fromId: 'lab', toId: null })
    focusBack()
    focusBack()
    expect(currentFocus()).toEqual({ kind: 'around', itemIds: ['lab'], hops: 3, direction: 'needs' })
    focusBack()
    expect(currentFocus()).toBeNull()
  })
  it('are gone with the plan that they were about', async () => {
    showAround(['lab'])
    await openDocument({ ...plan, id: 'other' }, emptyHistory, null)
    expect(currentFocus()).toBeNull()
  })
})
