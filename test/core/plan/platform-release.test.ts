import { describe, expect, it } from 'vitest'
import type { Item } from '@core/estate/item'
import type { Dependency } from '@core/estate/dependency'
import { platformReleases } from '@core/plan/platform-release'
import { aDependency, aHardDependency, anItem, aPlatform, aServer } from '@test/builders/an-item'
import { aPlan, type PlanParts } from '@test/builders/a-plan'

const waves = [{ end: '2027-01-31' }, { end: '2027-02-28' }]

/** One platform P, with A on it directly and B through its server. */
const releaseOf = (parts: PlanParts & { readonly more?: readonly Item[]; readonly moreDependencies?: readonly Dependency[] } = {}) => {
  const plan = aPlan({
    items: [aPlatform('P'), anItem('A'), anItem('B'), aServer('S'), ...(parts.more ?? [])],
    dependencies: [aDependency('A', 'P'), aDependency('S', 'P', { type: 'runs-on' }), aHardDependency('B', 'S'), ...(parts.moreDependencies ?? [])],
    waves,
    ...parts,
  })
  return platformReleases(plan)[0]
}

describe('a legacy platform', () => {
  it('is free when the wave ends in which the last item on it leaves', () => {
    expect(releaseOf({ placed: { A: 1, S: 2 } })).toEqual({
      platformId: 'P', state: 'dated', freeOn: '2027-02-28', waveId: 'wave2', items: 3,
      holders: [
        { itemId: 'B', waveId: 'wave2', reason: 'last-wave' },
        { itemId: 'S', waveId: 'wave2', reason: 'last-wave' },
      ],
    })
  })

  it('has no date while an item on it is unplanned', () => {
    expect(releaseOf({ placed: { S: 1 } })).toEqual({
      platformId: 'P', state: 'unplanned', freeOn: null, waveId: 'wave1', items: 3,
      holders: [
        { itemId: 'A', waveId: null, reason: 'unplanned' },
        { itemId: 'B', waveId: 'wave1', reason: 'last-wave' },
        { itemId: 'S', waveId: 'wave1', reason: 'last-wave' },
      ],
    })
  })

  it('is never free while something retained stays on it', () => {
    const retained = anItem('R', { disposition: 'retain' })
    const release = releaseOf({ placed: { A: 1, S: 1 }, more: [retained], moreDependencies: [aDependency('P', 'R', { type: 'contains' })] })
    expect(release).toMatchObject({ state: 'never', freeOn: null, items: 4 })
    expect(release?.holders[0]).toEqual({ itemId: 'R', waveId: null, reason: 'retained' })
  })

  it('has no date when the last wave has none', () => {
    expect(releaseOf({ waves: [{ end: '2027-01-31' }, {}], placed: { A: 1, S: 2 } })).toMatchObject({ state: 'undated', freeOn: null, waveId: 'wave2' })
  })

  it('waits for the wave that ends last, whatever the numbers', () => {
    const release = releaseOf({ waves: [{ end: '2027-09-30' }, { end: '2027-02-28' }], placed: { A: 1, S: 2 } })
    expect(release).toMatchObject({ state: 'dated', freeOn: '2027-09-30', waveId: 'wave1', holders: [{ itemId: 'A' }] })
  })

  it('is not held up by what has left', () => {
    const done = [{ end: '2027-01-31', status: 'done' as const }, { end: '2027-02-28' }]
    expect(releaseOf({ waves: done, placed: { A: 2, S: 1 } })?.holders).toEqual([{ itemId: 'A', waveId: 'wave2', reason: 'last-wave' }])
    expect(releaseOf({ waves: done, placed: { A: 1, S: 1 } })).toEqual({
      platformId: 'P', state: 'empty', freeOn: '2027-01-31', waveId: 'wave1', items: 3, holders: [],
    })
  })

  it('is empty when nothing was ever on it', () => {
    expect(platformReleases(aPlan({ items: [aPlatform('P'), anItem('A')] }))).toEqual([
      { platformId: 'P', state: 'empty', freeOn: null, waveId: null, items: 0, holders: [] },
    ])
  })

  it('is neither one that stays nor one that others become part of', () => {
    const items = [aPlatform('Old', { consolidateInto: 'New' }), aPlatform('New'), aPlatform('Kept', { disposition: 'retain' })]
    expect(platformReleases(aPlan({ items })).map((release) => release.platformId)).toEqual(['Old'])
  })

  it('does not carry what merely calls something on it', () => {
    const release = releaseOf({ more: [anItem('C')], moreDependencies: [aDependency('C', 'A'), aHardDependency('C', 'A', { id: 'x', type: 'uses' })] })
    expect(release?.items).toBe(3)
  })
})
