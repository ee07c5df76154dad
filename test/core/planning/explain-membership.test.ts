import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { translator } from '@core/messages/translator'
import { activeScenario } from '@core/plan/plan-document'
import { explainMembership } from '@core/planning/explain-membership'
import { membershipSentences } from '@core/planning/membership-sentences'
import { aDependency, aHardDependency, anItem, anOrderedDependency, aPlatform, aServer } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { arbitraryPlan } from '@test/builders/arbitrary-plan'

const journal = aPlan({
  items: [
    anItem('A', { name: 'Archive' }), anItem('J', { name: 'Journal' }), aServer('S', { name: 'SRV-12' }), aServer('T', { name: 'SRV-13' }),
    anItem('AD', { name: 'Directory', sharedService: true }), aPlatform('P', { name: 'Old platform' }),
  ],
  dependencies: [
    aHardDependency('A', 'S'), aHardDependency('J', 'S'), aHardDependency('J', 'T'), aHardDependency('A', 'AD'), aHardDependency('A', 'P'),
  ],
})

describe('why an item is in its group', { timeout: 60_000 }, () => {
  it('is told by shortest chains of hard dependencies, nearest first', () => {
    expect(explainMembership(journal, 'A')).toEqual([
      { kind: 'hard-dependency', fromItemId: 'A', toItemId: 'S', dependencyId: 'A>S', distance: 1 },
      { kind: 'hard-dependency', fromItemId: 'S', toItemId: 'J', dependencyId: 'J>S', distance: 2 },
      { kind: 'hard-dependency', fromItemId: 'J', toItemId: 'T', dependencyId: 'J>T', distance: 3 },
      { kind: 'shared-service', fromItemId: 'A', toItemId: 'AD', dependencyId: 'A>AD', distance: 1 },
    ])
  })

  it('is said in a sentence', () => {
    expect(membershipSentences(translator('en'), journal, 'A')).toEqual([
      'Runs on SRV-12 (hard), which also carries Journal, which runs on SRV-13',
      'Needs Directory, a shared service: it goes first, and may go alone',
    ])
    expect(membershipSentences(translator('nb'), journal, 'S')).toEqual([
      'Bærer Archive (hard)', 'Bærer Journal (hard), som kjører på SRV-13',
    ])
  })

  it('is nothing for a platform, and alone for an item that nothing binds', () => {
    expect(explainMembership(journal, 'P')).toEqual([])
    expect(explainMembership(journal, 'AD')).toEqual([{ kind: 'alone', fromItemId: 'AD', toItemId: null, distance: 0 }])
    expect(membershipSentences(translator('en'), journal, 'AD')).toEqual(['Moves alone: nothing binds it to another item'])
  })

  it('tells rules, cycles of order, and what the planner did', () => {
    const plan = aPlan({
      items: [anItem('A'), anItem('B'), anItem('C'), anItem('D')],
      dependencies: [anOrderedDependency('B', 'C'), anOrderedDependency('C', 'B'), aDependency('A', 'D')],
      rules: [{ type: 'together', itemIds: ['A', 'B'], reason: 'One contract' }],
      groups: { Mine: ['A', 'B', 'C', 'D'] },
    })
    expect(explainMembership(plan, 'A')).toEqual([
      { kind: 'together-rule', fromItemId: 'A', toItemId: 'B', ruleId: 'rule1', distance: 1 },
      { kind: 'order-cycle', fromItemId: 'B', toItemId: 'C', dependencyId: 'B>C', distance: 2 },
      { kind: 'given', fromItemId: 'A', toItemId: 'D', distance: 1 },
    ])
    expect(membershipSentences(translator('nb'), plan, 'B')[0]).toBe('En regel holder det sammen med A: One contract')
    expect(membershipSentences(translator('en'), plan, 'A')).toEqual([
      'A rule keeps it together with B, which is in a cycle of provider first with C',
      'The planner has put it together with D',
    ])
  })

  it('counts the chains that it does not tell', () => {
    const servers = Array.from({ length: 5 }, (_, index) => aServer(`S${index}`))
    const plan = aPlan({ items: [anItem('A'), ...servers], dependencies: servers.map((server) => aHardDependency('A', server.id)) })
    expect(membershipSentences(translator('en'), plan, 'A', 2)).toEqual([
      'Runs on S0 (hard)', 'Runs on S1 (hard)', '... and 3 more items by such chains',
    ])
  })

  it('reaches every other member of a computed group by a chain, whatever the estate', () => {
    fc.assert(
      fc.property(arbitraryPlan({ maxScenarios: 1 }), (plan) => {
        for (const group of activeScenario(plan).groups) {
          for (const itemId of group.itemIds) {
            const links = explainMembership(plan, itemId).filter((link) => link.kind !== 'alone' && link.kind !== 'shared-service')
            expect([itemId, ...links.map((link) => link.toItemId)].toSorted()).toEqual(group.itemIds.toSorted())
            if (group.origin === 'computed') expect(links.filter((link) => link.kind === 'given')).toEqual([])
          }
        }
      }),
      { numRuns: 100 },
    )
  })
})
