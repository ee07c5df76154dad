import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { emptyEstate, type Estate } from '@core/estate/estate'
import type { Dependency } from '@core/estate/dependency'
import type { Item } from '@core/estate/item'
import type { Rule } from '@core/plan/rule'
import { computeMoveGroups, groupsForScenario, type GivenGroup } from '@core/planning/move-groups'
import { aDependency, aHardDependency, anItem, anOrderedDependency, aPlatform, aServer } from '@test/builders/an-item'
import { arbitraryEstate } from '@test/builders/arbitrary-estate'
import { newIds } from '@test/builders/new-ids'

const estateOf = (items: readonly Item[], dependencies: readonly Dependency[] = []): Estate => ({
  ...emptyEstate, items, dependencies,
})

const togetherRule = (...itemIds: readonly string[]): Rule => ({ id: 'rule1', type: 'together', itemIds })
const groupsOf = (estate: Estate, rules: readonly Rule[] = []) => computeMoveGroups(estate, rules).groups
const abc = [anItem('A'), anItem('B'), anItem('C')]

describe('the contraction', { timeout: 60_000 }, () => {
  it('joins what hard dependencies bind, whatever their order says', () => {
    const estate = estateOf(
      [anItem('A'), anItem('B'), aServer('S'), aServer('T')],
      [aHardDependency('A', 'S'), aHardDependency('B', 'S', { order: 'any' }), aDependency('B', 'T')],
    )
    expect(groupsOf(estate)).toEqual([['A', 'B', 'S'], ['T']])
  })

  it('joins what a together rule names, but not what another rule names', () => {
    expect(groupsOf(estateOf(abc), [togetherRule('C', 'A', 'nowhere')])).toEqual([['A', 'C'], ['B']])
    expect(groupsOf(estateOf(abc), [{ id: 'rule1', type: 'before', itemIds: ['A', 'B'] }])).toEqual([['A'], ['B'], ['C']])
  })

  it('leaves platforms and retained items out, and joins nothing through them', () => {
    const estate = estateOf(
      [anItem('A'), anItem('B'), aPlatform('P'), aServer('R', { disposition: 'retain' })],
      [aHardDependency('A', 'P'), aHardDependency('B', 'P'), aHardDependency('A', 'R'), aHardDependency('B', 'R')],
    )
    expect(groupsOf(estate, [togetherRule('A', 'P', 'R')])).toEqual([['A'], ['B']])
  })

  it('makes a shared service a prerequisite and not a member, yet joins it with what it needs', () => {
    const estate = estateOf(
      [anItem('A'), anItem('B'), anItem('Proxy', { sharedService: true }), aServer('S')],
      [aHardDependency('A', 'Proxy'), aHardDependency('B', 'Proxy'), aHardDependency('Proxy', 'S')],
    )
    expect(computeMoveGroups(estate, [])).toEqual({ groups: [['A'], ['B'], ['Proxy', 'S']], findings: [] })
  })

  it('joins a cycle of provider first, and says so', () => {
    const estate = estateOf(
      [...abc, anItem('D')],
      [anOrderedDependency('A', 'B'), anOrderedDependency('B', 'C'), anOrderedDependency('C', 'A'), anOrderedDependency('C', 'D')],
    )
    expect(computeMoveGroups(estate, [])).toEqual({
      groups: [['A', 'B', 'C'], ['D']],
      findings: [{ type: 'order-cycle', itemIds: ['A', 'B', 'C'], dependencyIds: ['A>B', 'B>C', 'C>A'] }],
    })
  })

  it('joins a cycle that hard dependencies close', () => {
    const estate = estateOf(
      [anItem('A'), anItem('B'), aServer('S'), aServer('T')],
      [aHardDependency('A', 'S'), aHardDependency('B', 'T'), anOrderedDependency('A', 'T'), anOrderedDependency('B', 'S')],
    )
    expect(computeMoveGroups(estate, [])).toEqual({
      groups: [['A', 'B', 'S', 'T']],
      findings: [{ type: 'order-cycle', itemIds: ['A', 'B', 'S', 'T'], dependencyIds: ['A>T', 'B>S'] }],
    })
  })

  it('joins a cycle that a shared service is in', () => {
    const estate = estateOf(
      [anItem('A'), anItem('Bus', { sharedService: true })],
      [aHardDependency('A', 'Bus'), anOrderedDependency('Bus', 'A')],
    )
    expect(computeMoveGroups(estate, [])).toEqual({
      groups: [['A', 'Bus']],
      findings: [{ type: 'order-cycle', itemIds: ['A', 'Bus'], dependencyIds: ['A>Bus', 'Bus>A'] }],
    })
  })

  it('only shows cycles of calls, and of what must be in the same wave', () => {
    const estate = estateOf(abc, [
      aDependency('A', 'B'), aDependency('B', 'A'),
      aDependency('B', 'C', { order: 'together' }), aDependency('C', 'B', { order: 'together' }),
    ])
    expect(computeMoveGroups(estate, [])).toEqual({ groups: [['A'], ['B'], ['C']], findings: [] })
  })

  it('lets the rest fall apart when a planner holds what glued it', () => {
    const estate = estateOf(
      [anItem('A'), anItem('B'), anItem('Proxy')],
      [aHardDependency('A', 'Proxy'), aHardDependency('B', 'Proxy')],
    )
    expect(computeMoveGroups(estate, [], new Set(['Proxy'])).groups).toEqual([['A'], ['B']])
  })

  it('is what reaches one another along hard bonds both ways and orders one way, on estates of any shape', () => {
    fc.assert(
      fc.property(arbitraryEstate(), fc.array(fc.nat(20), { maxLength: 3 }), (estate, places) => {
        const rule = togetherRule(...places.flatMap((place) => estate.items[place]?.id ?? []))
        expect(groupsOf(estate, [rule])).toEqual(groupsByReach(estate, rule))
      }),
      { numRuns: 300 },
    )
  })
})

/** The same by another way: all pairs, from the words of the design. */
const groupsByReach = (estate: Estate, rule: Rule): readonly (readonly string[])[] => {
  const items = estate.items.filter((item) => item.kind !== 'platform' && item.disposition !== 'retain')
  const place = new Map(items.map((item, index) => [item.id, index]))
  const reach = items.map((_, a) => items.map((_, b) => a === b))
  const lead = (from: string, to: string): void => {
    const [a, b] = [place.get(from), place.get(to)]
    if (a !== undefined && b !== undefined) reach[a]![b] = true
  }
  for (const { from, to, strength, order } of estate.dependencies) {
    const isShared = items[place.get(to) ?? -1]?.sharedService === true
    if (strength === 'hard' || order === 'provider-first') lead(from, to)
    if (strength === 'hard' && !isShared) lead(to, from)
  }
  const bound = rule.itemIds.filter((itemId) => place.has(itemId))
  for (const a of bound) for (const b of bound) lead(a, b)
  for (let via = 0; via < items.length; via++) {
    for (const row of reach) if (row[via]) reach[via]!.forEach((does, b) => { row[b] ||= does })
  }
  const seen = new Set<number>()
  return items.flatMap((_, a) => {
    if (seen.has(a)) return []
    const members = items.flatMap((item, b) => (reach[a]![b]! && reach[b]![a]! ? [{ item, b }] : []))
    for (const { b } of members) seen.add(b)
    return [members.map(({ item }) => item.id)]
  })
}

describe('the groups of a scenario', () => {
  const given = (name: string | null, itemIds: readonly string[], waveId: string | null, origin: GivenGroup['origin'] = 'planner'): GivenGroup =>
    ({ name, itemIds, waveId, origin })

  it('are called after the item that leads: an application, of highest criticality, then effort, then name', () => {
    const leadOf = (...items: readonly Item[]): string | undefined => {
      const [first, ...others] = items.map((item) => item.id)
      const dependencies = others.map((other) => aHardDependency(first ?? '', other))
      return groupsForScenario(estateOf(items, dependencies), [], [], newIds())[0]?.name
    }
    expect(leadOf(aServer('S', { criticality: 4, effort: 99 }), anItem('A'))).toBe('A')
    expect(leadOf(anItem('A', { effort: 9 }), anItem('B', { criticality: 2 }))).toBe('B')
    expect(leadOf(anItem('A'), anItem('B', { effort: 2 }))).toBe('B')
    expect(leadOf(anItem('1', { name: 'b' }), anItem('2', { name: 'a' }))).toBe('a')
    expect(leadOf(anItem('2', { name: 'same' }), anItem('1', { name: 'same', organisation: 'Ahus' }))).toBe('same')
  })

  it('have names of their own', () => {
    const estate = estateOf([
      anItem('1', { name: 'Lab' }), anItem('2', { name: 'Lab', organisation: 'Ahus' }),
      anItem('3', { name: 'Lab', organisation: 'Ahus' }), anItem('4', { name: ' ' }), anItem('5', { name: 'Lab' }),
    ])
    const groups = groupsForScenario(estate, [], [given('Lab (5)', ['4'], null)], newIds())
    expect(groups.map((group) => group.name)).toEqual(['Lab', 'Lab (Ahus)', 'Lab (3)', 'Lab (5)', 'Lab (5) 2'])
  })

  it('let a given cell win over the dependencies', () => {
    const estate = estateOf([anItem('A'), aServer('S'), anItem('B')], [aHardDependency('A', 'S')])
    expect(groupsForScenario(estate, [], [given('Mine', ['B', 'A', 'nowhere'], 'wave1')], newIds())).toEqual([
      { id: 'new-group1', name: 'Mine', itemIds: ['A', 'B'], waveId: 'wave1', origin: 'planner' },
      { id: 'new-group2', name: 'S', itemIds: ['S'], waveId: null, origin: 'computed' },
    ])
  })

  it('give a computed group the wave of its first item that has one, and the name it was exported with', () => {
    const estate = estateOf(
      [anItem('A'), aServer('S', { effort: 9 }), aServer('T')], [aHardDependency('A', 'S'), aHardDependency('A', 'T')],
    )
    const said = [
      given('East', ['A'], null, 'computed'), given(null, ['T'], 'wave2', 'computed'), given(null, ['S'], 'wave1', 'computed'),
    ]
    expect(groupsForScenario(estate, [], said, newIds())).toEqual([
      { id: 'new-group1', name: 'East', itemIds: ['A', 'S', 'T'], waveId: 'wave1', origin: 'computed' },
    ])
  })

  it('leave out items without a group, and given groups that nothing is left of', () => {
    const estate = estateOf([aPlatform('P'), anItem('R', { disposition: 'retain' }), anItem('A')])
    const groups = groupsForScenario(estate, [], [given('Left', ['P', 'R'], 'wave1'), given('One', ['A'], null), given('Two', ['A'], null)], newIds())
    expect(groups.map(({ name, itemIds }) => ({ name, itemIds }))).toEqual([{ name: 'One', itemIds: ['A'] }])
  })
})
