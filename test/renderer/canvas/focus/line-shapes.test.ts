import { describe, expect, it } from 'vitest'
import type { FocusLine } from '@renderer/canvas/focus/focus-elements'
import { curveBetween } from '@renderer/canvas/focus/focus-elements'
import { curvePath, headsPath, lineFinder, middleOfCurve } from '@renderer/canvas/focus/line-shapes'
import { aDependency } from '@test/builders/an-item'

const line = (id: string, to: { x: number; y: number }, order: 'any' | 'provider-first' = 'any'): FocusLine => ({
  id, source: 'a', target: id, curve: curveBetween({ x: 0, y: 0 }, to), dependencies: [aDependency('a', id, { order })],
  hard: false, broken: false, isAside: false, bridgeDays: 0, bridgePrice: 0,
})

const [ahead, back, beside] = [line('ahead', { x: 400, y: 100 }), line('back', { x: -400, y: 0 }), line('beside', { x: 0, y: 200 })]

describe('the lines of a focus', () => {
  it('run level from side to side, and in a bow within a column', () => {
    expect([ahead, back, beside].map(({ curve }) => curvePath(curve))).toEqual([
      'M196,33C298,33 298,133 400,133', 'M0,33C-102,33 -102,33 -204,33', 'M196,33C240,33 240,233 196,233',
    ])
  })
  it('have heads that point along them, with a bar behind where an order holds', () => {
    expect(headsPath([ahead, back])).toBe('M400,133l-9,-4.5v9ZM-204,33l9,-4.5v9Z')
    expect(headsPath([line('first', { x: 400, y: 100 }, 'provider-first')])).toBe('M400,133l-9,-4.5v9ZM388.5,128h-2.3v10h2.3Z')
  })
  it('are found under the pointer by their distance, the nearest of several, and not from afar', () => {
    const find = lineFinder([ahead, back, beside])
    const { x, y } = middleOfCurve(ahead.curve)
    expect([find(x, y + 3, 6)?.id, find(-100, 36, 6)?.id, find(230, 133, 6)?.id, find(x, y + 40, 6)]).toEqual(['ahead', 'back', 'beside', null])
  })
})
