import { describe, expect, it } from 'vitest'
import type { Wave } from '@core/plan/wave'
import { changedFields, formOf, problemsOf } from '@renderer/waves/wave-fields'

const wave: Wave = { id: 'w1', number: 1, name: 'Pilot', start: '2027-01-04', end: '2027-01-29', capacity: 200, status: 'planned' }

describe('editing a wave', () => {
  it('changes nothing when nothing was changed', () => {
    expect(changedFields(wave, formOf(wave))).toEqual({})
  })

  it('names only the fields that changed, a cleared one as undefined', () => {
    const form = { ...formOf(wave), name: '  ', end: '2027-02-05', capacity: '' as const, budget: 1000, status: 'committed' as const }
    const changed = changedFields(wave, form)
    expect(Object.entries(changed)).toEqual([
      ['name', undefined], ['end', '2027-02-05'], ['capacity', undefined], ['budget', 1000], ['status', 'committed'],
    ])
  })

  it('says at the end that it lies before the start, and at an amount that it is negative', () => {
    expect(problemsOf({ ...formOf(wave), end: '2027-01-03', maxItems: -1 })).toEqual({ end: 'end-before-start', maxItems: 'negative' })
  })

  it('accepts a wave of one day, and one with only an end', () => {
    expect([problemsOf({ ...formOf(wave), end: '2027-01-04' }), problemsOf({ ...formOf(wave), start: '' })]).toEqual([{}, {}])
  })
})
