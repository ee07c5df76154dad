import { describe, expect, it } from 'vitest'
import { compareWithState } from '@renderer/db/compare-with-state'
import type { DatabaseContents } from '@renderer/db/compare-with-state'
import type { KeptStateReading, OpenPlanState } from '@main/contract/state-file'

const versions = { program: '0.1.0', electron: '45.4.1', chromium: '146.0.0.0', database: 1, planFile: 1 }
const expected: OpenPlanState = { planId: 'p1', planName: 'North', revision: 7 }
const kept = (openPlan: OpenPlanState | null): KeptStateReading => ({
  type: 'kept',
  state: { openPlan, lastSnapshot: null, versions },
})
const plan = (revision: number, planId = 'p1'): DatabaseContents => ({ type: 'plan', planId, revision })

describe('on start', () => {
  it('a first start shows the start screen', () => {
    expect(compareWithState({ type: 'empty' }, { type: 'none' })).toEqual({ type: 'nothing' })
  })

  it('a plan that was closed is not missed', () => {
    expect(compareWithState({ type: 'empty' }, kept(null))).toEqual({ type: 'nothing' })
  })

  it('an open plan is continued', () => {
    expect(compareWithState(plan(7), kept(expected))).toEqual({ type: 'continue' })
  })

  it('a database that is ahead of the state file is right: the program ended between the two', () => {
    expect(compareWithState(plan(8), kept(expected))).toEqual({ type: 'continue' })
    expect(compareWithState(plan(1), kept(null))).toEqual({ type: 'continue' })
  })

  it('an emptied database is noticed', () => {
    expect(compareWithState({ type: 'empty' }, kept(expected))).toEqual({ type: 'restore', why: 'empty', expected })
  })

  it('an older database is noticed', () => {
    expect(compareWithState(plan(6), kept(expected))).toEqual({ type: 'restore', why: 'older', expected })
  })

  it('a database with another plan is noticed', () => {
    expect(compareWithState(plan(9, 'p2'), kept(expected))).toEqual({ type: 'restore', why: 'other-plan', expected })
  })

  it('a damaged database is said to be one, whatever the state file knows', () => {
    expect(compareWithState({ type: 'damaged' }, { type: 'none' })).toEqual({
      type: 'restore',
      why: 'damaged',
      expected: null,
    })
  })

  it('an empty database beside an unreadable state file is not taken for a first start', () => {
    expect(compareWithState({ type: 'empty' }, { type: 'unreadable' })).toEqual({
      type: 'restore',
      why: 'empty',
      expected: null,
    })
    expect(compareWithState(plan(3), { type: 'unreadable' })).toEqual({ type: 'continue' })
  })

  it('what a later program has written is not opened', () => {
    expect(compareWithState(plan(7), { type: 'newer-program', program: '2.0.0' })).toEqual({
      type: 'newer-program',
      program: '2.0.0',
    })
  })
})
