import { describe, expect, it } from 'vitest'
import { scrollSpeed } from '@renderer/waves/auto-scroll'
import { indexAfterDrop } from '@renderer/waves/drop-place'
import { signed } from '@renderer/waves/lane-names'

describe('dropping a wave among the waves', () => {
  it('lands before or after the wave it is dropped on, and nowhere when it would stay', () => {
    const drops = [[0, 2, 'before'], [0, 2, 'after'], [2, 0, 'before'], [2, 0, 'after'], [1, 1, 'before'], [1, 0, 'after'], [1, 2, 'before']] as const
    expect(drops.map(([from, over, side]) => indexAfterDrop(from, over, side))).toEqual([1, 2, 0, 1, null, null, null])
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
