import { describe, expect, it } from 'vitest'
import { parseLastView } from '@renderer/app/last-view'

describe('the view in which a plan was left', () => {
  it('is read with the plan that it belongs to', () => {
    expect(parseLastView('graph plan 7')).toEqual({ view: 'graph', planId: 'plan 7' })
  })

  it('is nothing where nothing was kept, or a view that there is not', () => {
    expect([null, '', 'graph', 'elsewhere p1'].map(parseLastView)).toEqual([null, null, null, null])
  })
})
