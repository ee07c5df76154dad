import { describe, expect, it } from 'vitest'
import { walk } from '@renderer/canvas/graph-keyboard'
import type { SceneNode } from '@renderer/canvas/scene-types'

const at = (item: number, x: number, y: number): SceneNode => ({ kind: 'item', id: `item:${item}`, item, x, y, width: 100, height: 30 })
const grid = [at(0, 0, 0), at(1, 200, 0), at(2, 0, 50), at(3, 200, 60), at(4, 0, 100)]
const to = (from: string | null, key: Parameters<typeof walk>[2]) => walk(grid, from, key)?.id ?? null

describe('walking the graph by arrow keys', () => {
  it('begins at the first block', () => expect(to(null, 'ArrowDown')).toBe('item:0'))
  it('goes to the nearest block ahead', () => {
    expect([to('item:0', 'ArrowDown'), to('item:2', 'ArrowDown'), to('item:4', 'ArrowUp')]).toEqual(['item:2', 'item:4', 'item:2'])
  })
  it('goes sideways to the block at the same height', () => {
    expect([to('item:2', 'ArrowRight'), to('item:1', 'ArrowLeft')]).toEqual(['item:3', 'item:0'])
  })
  it('stays where there is nothing further', () => expect(to('item:4', 'ArrowDown')).toBe(null))
})
