import { describe, expect, it } from 'vitest'
import { activeScenario } from '@core/plan/plan-document'
import type { PlanDocument } from '@core/plan/plan-document'
import { moveGroups } from '@core/plan/commands'
import { applyChange } from '@core/plan/apply-change'
import { lookup } from '@core/plan/lookup'
import { buildBoard, cardFacts, createNameRanker } from '@renderer/waves/board-model'
import type { Board, BoardOptions } from '@renderer/waves/board-model'
import { aPlan, groupWith } from '@test/builders/a-plan'
import { aHardDependency, anItem, aPlatform, aServer } from '@test/builders/an-item'
import { bigPlan } from '@test/builders/big-plan'

const collator = new Intl.Collator('nb-NO', { numeric: true })

const boardOf = (document: PlanDocument, options: Partial<BoardOptions> = {}): Board => {
  const scenario = activeScenario(document)
  const nameRank = createNameRanker((a, b) => collator.compare(a, b))(scenario.groups.map((group) => group.name))
  return buildBoard(document.estate, scenario, lookup(document).itemById, {
    sort: 'name', filter: '', openGroupIds: new Set(), nameRank, violationWeight: () => 0, ...options,
  })
}

const namesByLane = (board: Board): Record<string, string[]> =>
  Object.fromEntries(board.lanes.map((lane) => [
    lane.key, lane.rows.map((row) => (row.type === 'card' ? row.group.name : `  ${row.item.name}`)),
  ]))

const hospital = (): PlanDocument => aPlan({
  items: [
    anItem('Journal', { effort: 40, criticality: 4 }), aServer('Journal server', { effort: 2, criticality: 2 }),
    anItem('Ørebank', { effort: 5 }), anItem('Arkiv', { effort: 12 }), anItem('Zebra'), aPlatform('Gammel plattform'),
  ],
  dependencies: [aHardDependency('Journal', 'Journal server'), aHardDependency('Journal', 'Gammel plattform')],
  waves: 2,
  placed: { Arkiv: 2 },
})

describe('the board', () => {
  it('has a lane for what is unplanned, then one a wave, with every group once and sorted by the language', () => {
    expect(namesByLane(boardOf(hospital()))).toEqual({
      unplanned: ['Journal', 'Zebra', 'Ørebank'],
      wave1: [],
      wave2: ['Arkiv'],
    })
  })

  it('tells size, effort and the highest criticality of a group, a missing effort being 1', () => {
    const plan = hospital()
    const facts = (itemId: string) => {
      const { items, effort, criticality, onlyKind } = cardFacts(plan.estate, lookup(plan).itemById, groupWith(plan, itemId))
      return { items: items.map(({ id }) => id), effort, criticality, onlyKind }
    }
    expect([facts('Journal'), facts('Zebra')]).toEqual([
      { items: ['Journal', 'Journal server'], effort: 42, criticality: 4, onlyKind: null },
      { items: ['Zebra'], effort: 1, criticality: null, onlyKind: 'application' },
    ])
  })

  it('shows the items of a card that is open beneath it, and opens no card of one item', () => {
    const plan = hospital()
    const openGroupIds = new Set([groupWith(plan, 'Journal').id, groupWith(plan, 'Zebra').id])
    expect(namesByLane(boardOf(plan, { openGroupIds })).unplanned).toEqual([
      'Journal', '  Journal', '  Journal server', 'Zebra', 'Ørebank',
    ])
  })

  it('finds a group by the name or id of an item, and counts what the filter hides', () => {
    const [unplanned] = boardOf(hospital(), { filter: 'journal server' }).lanes
    expect({ rows: unplanned?.rows.length, shown: unplanned?.shownGroups, hidden: unplanned?.hiddenGroups, items: unplanned?.items })
      .toEqual({ rows: 1, shown: 1, hidden: 2, items: 4 })
  })

  it('adds up the load of hidden groups too', () => {
    expect(boardOf(hospital(), { filter: 'zebra' }).lanes.map(({ effort }) => effort)).toEqual([48, 0, 12])
  })

  it('sorts by effort, and by what is wrong, the most first', () => {
    const plan = hospital()
    const worst = groupWith(plan, 'Ørebank').id
    expect([
      namesByLane(boardOf(plan, { sort: 'effort' })).unplanned,
      namesByLane(boardOf(plan, { sort: 'violations', violationWeight: (id) => (id === worst ? 3 : 0) })).unplanned,
    ]).toEqual([['Journal', 'Ørebank', 'Zebra'], ['Ørebank', 'Journal', 'Zebra']])
  })

  it('numbers the cards of a lane from one, whatever is open', () => {
    const plan = hospital()
    const [lane] = boardOf(plan, { openGroupIds: new Set([groupWith(plan, 'Journal').id]) }).lanes
    expect(lane?.rows.map((row, index) => (row.type === 'card' ? lane.placeOfRow[index] : null))).toEqual([1, null, null, 2, 3])
  })

  it('loses no group of a large plan, and keeps the facts of groups that a move did not touch', () => {
    const before = bigPlan({ items: 2000, dependencies: 6000, waves: 8, seed: 5, placed: 0.5 })
    const [moved] = activeScenario(before).groups
    if (!moved) throw new Error('The plan has no group')
    const after = applyChange(before, moveGroups(before, [moved.id], 'wave3')).document
    const cards = (plan: PlanDocument) => boardOf(plan).lanes.flatMap(({ rows }) => rows.flatMap((row) => (row.type === 'card' ? [row] : [])))
    const factsBefore = new Map(cards(before).map(({ group, facts }) => [group.id, facts]))
    const changed = cards(after).filter(({ group, facts }) => factsBefore.get(group.id) !== facts).map(({ group }) => group.id)
    expect({ cards: cards(after).length, changed }).toEqual({ cards: activeScenario(before).groups.length, changed: [moved.id] })
  })
})

describe('the ranking of names', () => {
  it('compares nothing when no name is new', () => {
    let compared = 0
    const ranker = createNameRanker((a, b) => {
      compared += 1
      return collator.compare(a, b)
    })
    ranker(['b', 'c', 'a'])
    const first = compared
    const rank = ranker(['a', 'b'])
    expect({ again: compared - first, order: rank('a') < rank('b') }).toEqual({ again: 0, order: true })
  })

  it('sorts a new name into its place', () => {
    const ranker = createNameRanker((a, b) => collator.compare(a, b))
    ranker(['System 2', 'System 10'])
    const rank = ranker(['System 3', 'System 10', 'System 2'])
    expect(['System 10', 'System 3', 'System 2'].sort((a, b) => rank(a) - rank(b))).toEqual(['System 2', 'System 3', 'System 10'])
  })
})
