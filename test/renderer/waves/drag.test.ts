import { describe, expect, it } from 'vitest'
import { translator } from '@core/messages/translator'
import { scrollSpeed } from '@renderer/waves/auto-scroll'
import { indexAfterDrop, placeOfWaveDrop } from '@renderer/waves/drop-place'
import { settledWords, signed, waveName } from '@renderer/waves/lane-names'
import { aPlan } from '@test/builders/a-plan'

describe('dropping a wave among the waves', () => {
  it('lands before or after the wave it is dropped on, and nowhere when it would stay', () => {
    const drops = [[0, 2, 'before'], [0, 2, 'after'], [2, 0, 'before'], [2, 0, 'after'], [1, 1, 'before'], [1, 0, 'after'], [1, 2, 'before']] as const
    expect(drops.map(([from, over, side]) => indexAfterDrop(from, over, side))).toEqual([1, 2, 0, 1, null, null, null])
  })
})

describe('dropping a wave beside a settled one', () => {
  it('lands nowhere when the settled one would have to give way', () => {
    const plan = aPlan({ waves: [{}, {}, { status: 'running' }, {}] })
    const drops = [['wave1', 'wave2', 'after'], ['wave1', 'wave3', 'before'], ['wave1', 'wave3', 'after'], ['wave4', 'wave1', 'before'], ['wave3', 'wave1', 'before'], ['wave1', 'x', 'after']] as const
    expect(drops.map(([wave, over, side]) => placeOfWaveDrop(plan, wave, over, side))).toEqual([1, 1, null, null, null, null])
  })

  it('has words for what is settled, and none for what is planned', () => {
    const t = translator('en')
    expect((['planned', 'committed', 'running', 'done'] as const).map((status) => settledWords(t, { status })))
      .toEqual([null, 'is committed', 'is running', 'is done'])
  })
})

describe('the name of a wave', () => {
  it('is not said twice where it is its number again', () => {
    expect([waveName(translator('en'), { number: 2, name: 'Wave 2' }), waveName(translator('en'), { number: 2, name: 'Pilot' }), waveName(translator('en'), { number: 2 })])
      .toEqual(['Wave 2', 'Wave 2, Pilot', 'Wave 2'])
  })
})

describe('counts on the board', () => {
  it('follow the language', () => {
    const texts = (['en', 'nb'] as const).map((language) => translator(language)('waves.groups', { count: 2700 }))
    expect(texts.map((text) => text.replaceAll('\u00a0', ' '))).toEqual(['2,700 groups', '2 700 grupper'])
  })
})

describe('scrolling while dragging', () => {
  it('grows towards the edges, is still between them and outside', () => {
    expect([scrollSpeed(500, 0, 1000), scrollSpeed(1001, 0, 1000), scrollSpeed(0, 0, 1000), scrollSpeed(1000, 0, 1000), scrollSpeed(28, 0, 1000)])
      .toEqual([0, 0, -22, 22, -11])
  })
})

describe('a change in figures', () => {
  it('has its sign, a real minus, and none at zero', () => {
    expect([signed(2, '2'), signed(-3, '3'), signed(0, '0')]).toEqual(['+2', '−3', '0'])
  })
})
