import { describe, expect, it } from 'vitest'
import type { Board, Lane, Row } from '@renderer/waves/board-model'
import { settleCursor, walk } from '@renderer/waves/board-walk'
import type { Cursor, Step } from '@renderer/waves/board-walk'

const lane = (key: string, keys: readonly string[]): Lane => ({
  key,
  wave: null,
  rows: keys.map((row) => ({ key: row }) as Row),
  indexByKey: new Map(keys.map((row, index) => [row, index])),
  placeOfRow: new Int32Array(keys.length),
  shownGroups: keys.length,
  hiddenGroups: 0,
  items: keys.length,
  effort: 0,
})

const board = (lanes: Readonly<Record<string, readonly string[]>>): Board => {
  const built = Object.entries(lanes).map(([key, keys]) => lane(key, keys))
  return { lanes: built, laneByKey: new Map(built.map((one) => [one.key, one])) }
}

const shown = board({ unplanned: ['a', 'b', 'c', 'd'], wave1: ['x'], wave2: [] })

const go = (from: Cursor, steps: readonly Step[], rowByLane: ReadonlyMap<string, string | null> = new Map()): Cursor =>
  steps.reduce((cursor, step) => walk(shown, cursor, step, { page: 2, rowByLane }), from)

const at = (key: string, row: string | null): Cursor => ({ lane: key, row })

describe('walking the board', () => {
  it('goes up and down through a lane, its header above the first card, and stays at the ends', () => {
    expect([
      go(at('unplanned', null), ['down', 'down']),
      go(at('unplanned', 'b'), ['up', 'up', 'up']),
      go(at('unplanned', 'd'), ['down']),
    ]).toEqual([at('unplanned', 'b'), at('unplanned', null), at('unplanned', 'd')])
  })

  it('goes sideways to the card at the same height, the last of a shorter lane, or the header of an empty one', () => {
    expect([go(at('unplanned', 'c'), ['right']), go(at('unplanned', 'c'), ['right', 'right']), go(at('wave1', 'x'), ['left'])])
      .toEqual([at('wave1', 'x'), at('wave2', null), at('unplanned', 'a')])
  })

  it('comes back to the card where a lane was left, and walks from header to header', () => {
    expect([
      go(at('wave1', 'x'), ['left'], new Map([['unplanned', 'c']])),
      go(at('wave1', 'x'), ['left'], new Map([['unplanned', 'gone']])),
      go(at('unplanned', null), ['right']),
    ]).toEqual([at('unplanned', 'c'), at('unplanned', 'a'), at('wave1', null)])
  })

  it('pages, and jumps to the ends of the lane and of the board', () => {
    expect([
      go(at('unplanned', 'a'), ['page-down']), go(at('unplanned', 'd'), ['page-up']), go(at('unplanned', 'b'), ['lane-end']),
      go(at('unplanned', 'b'), ['lane-start']), go(at('unplanned', 'b'), ['board-end']), go(at('wave2', null), ['board-start']),
    ]).toEqual([
      at('unplanned', 'c'), at('unplanned', 'b'), at('unplanned', 'd'),
      at('unplanned', null), at('wave2', null), at('unplanned', null),
    ])
  })
})

const cardOf = (name: string, itemIds: readonly string[]): Row => ({ type: 'card', key: `g:${name}`, group: { itemIds } }) as unknown as Row

describe('a cursor whose card went away', () => {
  it('follows its card to the lane where that is now, also when its own lane is gone', () => {
    const moved = board({ unplanned: ['a'], wave1: ['x', 'b'] })
    expect([settleCursor(moved, at('unplanned', 'b'), 1), settleCursor(moved, at('wave2', 'b'), 0)])
      .toEqual([at('wave1', 'b'), at('wave1', 'b')])
  })

  it('of an item that has no row of its own any more, goes to the card of its group', () => {
    const built = board({ unplanned: ['a'], wave1: [] })
    const rows = [cardOf('other', ['o']), cardOf('taken', ['p', 'q'])]
    const lanes = built.lanes.map((one) => (one.key === 'wave1' ? { ...one, rows } : one))
    const withCards = { lanes, laneByKey: new Map(lanes.map((one) => [one.key, one])) }
    expect(settleCursor(withCards, at('unplanned', 'i:q'), 0)).toEqual(at('wave1', 'g:taken'))
  })


  it('takes the card that slid into its place, the last one, or the header', () => {
    const less = board({ unplanned: ['a', 'c'], wave1: [] })
    expect([
      settleCursor(less, at('unplanned', 'b'), 1), settleCursor(less, at('unplanned', 'd'), 3),
      settleCursor(less, at('wave1', 'x'), 0), settleCursor(less, at('wave2', 'y'), 0), settleCursor(less, at('unplanned', 'a'), 0),
    ]).toEqual([at('unplanned', 'c'), at('unplanned', 'c'), at('wave1', null), at('unplanned', null), at('unplanned', 'a')])
  })
})
