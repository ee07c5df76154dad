import { describe, expect, it } from 'vitest'
import { draftToFreeze, draftToRule, emptyFreezeDraft, emptyRuleDraft, freezeToDraft, ruleToDraft } from '@renderer/inventory/rule-draft'

const draft = emptyRuleDraft

describe('a rule that is being written', () => {
  it('says what is missing', () => {
    const messages = [
      draftToRule({ ...draft, type: 'together', itemIds: ['a'] }),
      draftToRule({ ...draft, type: 'pin', itemIds: [] }),
      draftToRule({ ...draft, type: 'pin', itemIds: ['a'], wave: 'x' }),
      draftToRule({ ...draft, type: 'window', itemIds: ['a'], earliest: '2027-02-30' }),
      draftToRule({ ...draft, type: 'capacity', limit: '' }),
    ].map((result) => (result.ok ? 'ok' : result.message))
    expect(messages).toEqual([
      'inventory.needsItems', 'inventory.needsItem', 'inventory.needsWave', 'inventory.needsMoment', 'inventory.needsLimit',
    ])
  })
  it('keeps only the fields that its type reads', () => {
    const made = draftToRule({ ...draft, type: 'pin', itemIds: ['a'], wave: '3', limit: '9', reason: ' Agreed ' })
    expect(made).toEqual({ ok: true, made: { type: 'pin', itemIds: ['a'], wave: 3, reason: 'Agreed' } })
  })
  it('reads a moment as a date or as a wave number', () => {
    const made = draftToRule({ ...draft, type: 'window', itemIds: ['a'], earliest: '2', latest: '2027-12-31' })
    expect(made).toEqual({ ok: true, made: { type: 'window', itemIds: ['a'], earliest: 2, latest: '2027-12-31' } })
  })
  it('comes back from a rule unchanged', () => {
    const rule = { id: 'r', type: 'capacity', itemIds: [], limit: 40.5, wave: 2, organisation: 'Solvika' } as const
    expect(draftToRule(ruleToDraft(rule))).toEqual({ ok: true, made: { type: 'capacity', itemIds: [], limit: 40.5, wave: 2, organisation: 'Solvika' } })
  })
})

describe('a freeze window that is being written', () => {
  it('needs both days, in order', () => {
    expect(draftToFreeze({ ...emptyFreezeDraft, start: '2027-02-02', end: '2027-02-01' })).toEqual({ ok: false, message: 'inventory.needsDates' })
  })
  it('comes back from a freeze window unchanged', () => {
    const freeze = { id: 'f', name: 'Jul', start: '2027-12-20', end: '2028-01-03', site: 'Solvika' }
    expect(draftToFreeze(freezeToDraft(freeze))).toEqual({ ok: true, made: { name: 'Jul', start: '2027-12-20', end: '2028-01-03', site: 'Solvika' } })
  })
})
