import type { Dependency } from '@core/estate/dependency'
import { chainSentences } from '@core/messages/reason-sentence-conflict'
import { splitSentence } from '@core/messages/reason-sentence-split'
import { translator } from '@core/messages/translator'
import { applyChange } from '@core/plan/apply-change'
import { placeGroups } from '@core/plan/commands'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { computeMoveGroups } from '@core/planning/move-groups'
import { propose } from '@core/planning/propose'
import { explainProposal } from '@core/planning/reasons/explain-proposal'
import { splitChange, splitLargeGroup } from '@core/planning/reasons/split-large-group'
import { explainViolation } from '@core/planning/reasons/violation-chain'
import { evaluate } from '@core/violations/evaluate'
import { aDependency, aHardDependency, anItem, anOrderedDependency, aServer } from '@test/builders/an-item'
import { aPlan, groupWith } from '@test/builders/a-plan'
import { newIds } from '@test/builders/new-ids'
import { seededRandom } from '@test/builders/seeded-random'
import { describe, expect, it } from 'vitest'

const splitOf = (document: PlanDocument, itemId: string, most: number) => {
  const split = splitLargeGroup(document, groupWith(document, itemId).id, most)
  if (split?.type !== 'split') throw new Error(`It was not split: ${split?.type}`)
  return split
}

/** Two rings of four, which one cheap and one dear dependency join. */
const twoRings = (): PlanDocument => aPlan({
  items: ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => anItem(id, { effort: 10 })),
  dependencies: [
    ...['ab', 'bc', 'cd', 'da', 'ef', 'fg', 'gh', 'he'].map(([from, to]) => aHardDependency(from!, to!, { pricePerDay: 5 })),
    aHardDependency('a', 'e', { pricePerDay: 3 }), aHardDependency('c', 'g'),
  ],
  waves: [{ capacity: 50 }, { capacity: 50 }],
})

/** The least that parts of at most `most` cost, by trying every two sides. */
const leastCut = (efforts: readonly number[], edges: readonly (readonly [number, number, number])[], most: number): number => {
  let best = Infinity
  for (let mask = 0; mask < 2 ** efforts.length; mask++) {
    const sums = [0, 0]
    efforts.forEach((effort, at) => { sums[(mask >> at) & 1]! += effort })
    if (sums.some((sum) => sum > most)) continue
    best = Math.min(best, edges.reduce((cut, [a, b, cost]) => cut + (((mask >> a) & 1) === ((mask >> b) & 1) ? 0 : cost), 0))
  }
  return best
}

describe('splitting a group that no wave holds', () => {
  it('softens what joins its two halves, the cheapest first', () => {
    const document = twoRings()
    const split = splitOf(document, 'a', 50)
    expect(split.dependencies.map(({ id }) => id)).toEqual(['c>g', 'a>e'])
    expect([split.pricePerDay, split.parts.map(({ effort }) => effort)]).toEqual([4, [40, 40]])
    expect(splitSentence(translator('nb'), 'nb', document, groupWith(document, 'a').id, split)).toBe(
      'a kan deles ved å gjøre 2 avhengigheter myke, i deler på 40 og 40 dagsverk. Det gir broer til opptil 4 om dagen.')
  })

  it('is one step whose groups the contraction itself would make', () => {
    const document = twoRings()
    const { document: after, inverse } = applyChange(document, splitChange(document, groupWith(document, 'a').id, splitOf(document, 'a', 50), newIds()))
    const groups = activeScenario(after).groups.map(({ itemIds }) => itemIds)
    expect(groups).toEqual([['a', 'b', 'c', 'd'], ['e', 'f', 'g', 'h']])
    expect(computeMoveGroups(after.estate, []).groups).toEqual(groups)
    expect(applyChange(after, inverse).document).toEqual(document)
  })

  it('is null for what fits, and names what cannot be parted', () => {
    expect(splitLargeGroup(twoRings(), groupWith(twoRings(), 'a').id, 80)).toBeNull()
    const document = aPlan({
      items: [anItem('a', { effort: 30 }), anItem('b', { effort: 30 }), anItem('c', { effort: 1 })],
      dependencies: [aHardDependency('a', 'c')], rules: [{ type: 'together', itemIds: ['a', 'b'] }], waves: 1,
    })
    expect(splitLargeGroup(document, groupWith(document, 'a').id, 50))
      .toEqual({ type: 'unsplittable', itemIds: ['a', 'b'], effort: 60, ruleIds: ['rule1'], measure: 'effort' })
  })

  it('loosens a cycle of provider first as well, and no more of it than is needed', () => {
    const document = aPlan({
      items: ['a', 'b', 'c'].map((id) => anItem(id, { effort: 10 })),
      dependencies: [anOrderedDependency('a', 'b'), anOrderedDependency('b', 'c'), anOrderedDependency('c', 'a', { pricePerDay: 0 })],
      waves: 1,
    })
    const split = splitOf(document, 'a', 10)
    expect(split.dependencies.map(({ id }) => id)).toEqual(['c>a'])
  })

  it('leaves parts of a group made by hand in the planner\'s hands', () => {
    const document = aPlan({
      items: ['a', 'b', 'c'].map((id) => anItem(id, { effort: 10 })), dependencies: [aHardDependency('a', 'b')],
      groups: { Mine: ['a', 'b', 'c'] }, waves: 1,
    })
    const split = splitOf(document, 'a', 20)
    const { document: after, inverse } = applyChange(document, splitChange(document, groupWith(document, 'a').id, split, newIds()))
    expect(activeScenario(after).groups.map(({ name, itemIds, origin }) => [name, itemIds, origin]))
      .toEqual([['Mine', ['a', 'b'], 'planner'], ['c', ['c'], 'planner']])
    expect(applyChange(after, inverse).document).toEqual(document)
  })

  it('costs no more than the best of all ways to halve a small group, and leaves nothing too large', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const random = seededRandom(seed)
      const efforts = Array.from({ length: 6 + random.below(6) }, () => 1 + random.below(9))
      const edges: (readonly [number, number, number])[] = efforts.slice(1).map((_, at) => [at + 1, random.below(at + 1), random.below(6)] as const)
      for (let more = random.below(10); more > 0; more--) edges.push([random.below(efforts.length), random.below(efforts.length), random.below(6)])
      const rows = edges.filter(([a, b]) => a !== b)
        .map(([a, b, price], at): Dependency => aHardDependency(`i${a}`, `i${b}`, { id: `d${at}`, pricePerDay: price }))
      const document = aPlan({ items: efforts.map((effort, at) => anItem(`i${at}`, { effort })), dependencies: rows, waves: 1 })
      const most = Math.ceil(0.6 * efforts.reduce((sum, effort) => sum + effort, 0))
      const split = splitLargeGroup(document, groupWith(document, 'i0').id, Math.max(most, ...efforts))
      if (split?.type !== 'split') continue
      const cost = split.dependencies.reduce((sum, { pricePerDay = 1 }) => sum + 1 + pricePerDay, 0)
      const least = leastCut(efforts, edges.filter(([a, b]) => a !== b).map(([a, b, price]) => [a, b, price + 1]), Math.max(most, ...efforts))
      expect(cost, `seed ${seed}`).toBeLessThanOrEqual(least)
      expect(Math.max(...split.parts.map(({ effort }) => effort))).toBeLessThanOrEqual(Math.max(most, ...efforts))
    }
  }, 60_000)
})

describe('splitting a group that a limit on items, or a capacity rule, has no room for', () => {
  const ring = (parts: Partial<Parameters<typeof aPlan>[0]>): PlanDocument => aPlan({
    items: ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) => anItem(id, { effort: 10, ...(at < 4 && { supplier: 'Acme' }) })),
    dependencies: ['ab', 'bc', 'de', 'ef'].map(([from, to]) => aHardDependency(from!, to!, { pricePerDay: 5 })).concat(aHardDependency('c', 'd')),
    ...parts,
  })
  const offered = (document: PlanDocument) => {
    const control = { now: () => 0, isCancelled: () => false, onProgress: () => undefined }
    const proposal = propose(document, { objective: 'balanced', steps: 100, seed: 1, newId: newIds() }, control)
    const after = applyChange(document, placeGroups(document, proposal.placements, proposal.newWaves)).document
    return explainProposal(document, after, proposal).splits
  }

  it('names what to soften until no part has too many items', () => {
    const document = ring({ waves: [{ maxItems: 3 }, { maxItems: 3 }] })
    const [offer] = offered(document)
    if (offer?.split.type !== 'split') throw new Error('no split is offered')
    expect(offer.split.dependencies.map(({ id }) => id)).toEqual(['c>d'])
    expect(splitSentence(translator('en'), 'en', document, offer.groupId, offer.split)).toBe(
      'a can be split by softening 1 dependency, into parts of 3 and 3 items. Bridges of up to 1 a day would come with it.')
    const split = applyChange(document, splitChange(document, offer.groupId, offer.split, newIds())).document
    expect(offered(split)).toEqual([])
  })

  it('counts only what the rule counts', () => {
    const document = ring({ waves: 2, rules: [{ type: 'capacity', itemIds: [], supplier: 'acme', limit: 30 }] })
    const [offer] = offered(document)
    if (offer?.split.type !== 'split') throw new Error('no split is offered')
    expect(offer.split.dependencies.map(({ id }) => id)).toEqual(['c>d'])
    expect(offer.split.parts.map(({ effort, size }) => [effort, size])).toEqual([[30, 30], [30, 10]])
    const split = applyChange(document, splitChange(document, offer.groupId, offer.split, newIds())).document
    expect(offered(split)).toEqual([])
  })
})

describe('the chain behind a violation', () => {
  const said = (document: PlanDocument, type: string): readonly string[] => {
    const violation = evaluate(document).violations.find((one) => one.type === type)
    if (!violation) throw new Error(`There is no violation ${type}`)
    return chainSentences(translator('en'), 'en', document, explainViolation(document, violation, newIds()).chain)
  }

  it('is how two items that must be apart hang together', () => {
    const document = aPlan({
      items: [anItem('Journal'), aServer('Host'), anItem('Lab')],
      dependencies: [aHardDependency('Journal', 'Host'), aHardDependency('Lab', 'Host')],
      waves: 1, placed: { Journal: 1 }, rules: [{ type: 'apart', itemIds: ['Journal', 'Lab'] }],
    })
    expect(said(document, 'apart').slice(0, 2)).toEqual([
      'Journal cannot be apart from Host (hard dependency).', 'Host cannot be apart from Lab (hard dependency).',
    ])
  })

  it('is what pushes a group out of where it lies', () => {
    const document = aPlan({
      items: [anItem('Portal'), anItem('Bus')], dependencies: [anOrderedDependency('Portal', 'Bus')], waves: 3,
      placed: { Portal: 1, Bus: 3 }, rules: [{ type: 'window', itemIds: ['Bus'], earliest: 3 }],
    })
    expect(said(document, 'order').toSorted()).toEqual(['Bus may not move before wave 3.', 'Portal needs Bus first.'])
  })

  it('is empty where both could lie otherwise', () => {
    const document = aPlan({
      items: [anItem('Portal'), anItem('Bus')], waves: 3, placed: { Portal: 1, Bus: 3 },
      dependencies: [anOrderedDependency('Portal', 'Bus'), aDependency('Bus', 'Portal')],
    })
    expect(said(document, 'order')).toEqual([])
  })
})
