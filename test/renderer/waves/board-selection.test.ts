import { describe, expect, it } from 'vitest'
import { activeScenario } from '@core/plan/plan-document'
import { lookup } from '@core/plan/lookup'
import { buildBoard } from '@renderer/waves/board-model'
import type { Lane, Row } from '@renderer/waves/board-model'
import { isGroupSelected, laneItemIds, loadOf, rangeItemIds, takenAlong } from '@renderer/waves/board-selection'
import { aPlan, groupWith } from '@test/builders/a-plan'
import { aHardDependency, anItem, aPlatform, aServer } from '@test/builders/an-item'

const plan = aPlan({
  items: [anItem('a'), aServer('a1'), anItem('b'), anItem('c'), anItem('d'), aPlatform('p')],
  dependencies: [aHardDependency('a', 'a1')],
})

const unplanned = (open: readonly string[] = []): Lane => {
  const board = buildBoard(plan.estate, activeScenario(plan), lookup(plan).itemById, {
    sort: 'name', filter: '', openGroupIds: new Set(open), nameRank: (name) => name.charCodeAt(0), violationWeight: () => 0,
  })
  const [lane] = board.lanes
  if (!lane) throw new Error('A board has always a lane')
  return lane
}

const cardOf = (itemId: string): Row => {
  const row = unplanned().rows.find((candidate) => candidate.group.itemIds.includes(itemId))
  if (!row) throw new Error(`No card holds ${itemId}`)
  return row
}

const load = (itemIds: readonly string[]) => {
  const { itemIds: all, groups, looseItemIds } = loadOf(lookup(plan).groupByItemId, itemIds)
  return { all, groups: groups.map(({ itemIds: ids }) => ids), looseItemIds }
}

describe('selecting on the board', () => {
  it('counts a group as selected only when all its items are', () => {
    const group = groupWith(plan, 'a')
    expect([new Set(['a', 'a1', 'b']), new Set(['a']), new Set<string>()].map((ids) => isGroupSelected(group, ids)))
      .toEqual([true, false, false])
  })

  it('takes every row between two, in either direction, and one alone where the first is elsewhere', () => {
    const lane = unplanned()
    const [b, d] = [cardOf('b').key, cardOf('d').key]
    expect([rangeItemIds(lane, b, d), rangeItemIds(lane, d, b), rangeItemIds(lane, 'elsewhere', d), rangeItemIds(lane, b, 'gone')])
      .toEqual([['b', 'c', 'd'], ['b', 'c', 'd'], ['d'], []])
  })

  it('selects a whole lane once, also where a card is open', () => {
    expect(laneItemIds(unplanned([groupWith(plan, 'a').id]))).toEqual(['a', 'a1', 'b', 'c', 'd'])
  })

  it('takes the selection along when the row is part of it, and the row alone when it is not', () => {
    const selected = new Set(['b', 'c'])
    expect([takenAlong(cardOf('b'), selected), takenAlong(cardOf('a'), selected)]).toEqual([['b', 'c'], ['a', 'a1']])
  })
})

describe('what a move takes along', () => {
  it('tells whole groups from parts of groups, and leaves out what has no group', () => {
    expect(load(['a1', 'b', 'p', 'unknown'])).toEqual({ all: ['a1', 'b'], groups: [['b']], looseItemIds: ['a1'] })
  })

  it('makes a group whole when each of its items is named, however often', () => {
    expect(load(['a1', 'a', 'a1'])).toEqual({ all: ['a1', 'a'], groups: [['a', 'a1']], looseItemIds: [] })
  })
})
