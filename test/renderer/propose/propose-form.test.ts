import { weightsFor } from '@core/planning/weights'
import { blankForm, changedAims, optionsOf, shownWeights, withWeight } from '@renderer/propose/propose-form'
import type { ProposeForm } from '@renderer/propose/propose-form'
import { describe, expect, it } from 'vitest'

const given = (form: ProposeForm) => weightsFor(form.objective, optionsOf(form).weights)

describe('the weights that the dialog shows', () => {
  it('are those of the objective until one is set, and follow it when it changes', () => {
    expect(shownWeights(blankForm)).toEqual({ bridges: 1, waves: 0, balance: 1, risk: 1, warnings: 1 })
    expect(shownWeights({ ...withWeight(blankForm, 'risk', 3), objective: 'waves' }))
      .toEqual({ bridges: 1, waves: 1, balance: 0, risk: 3, warnings: 1 })
  })

  it('are those that a proposal reckons with, also for an aim that the objective leaves out', () => {
    const form = withWeight(withWeight(withWeight(blankForm, 'waves', 2), 'bridges', 0), 'balance', 0.5)
    expect(given(form)).toEqual({ bridges: 0, waves: 2, balance: 0.5, risk: 1, warnings: 1 })
    expect(given(form)).toEqual(shownWeights(form))
  })

  it('are not said to be changed when they are set back to the usual by hand', () => {
    const changed = withWeight(blankForm, 'balance', 4)
    expect(changedAims(changed)).toEqual(['balance'])
    expect(withWeight(changed, 'balance', 1)).toEqual(blankForm)
  })
})

describe('what the dialog asks for', () => {
  it('is to fill what is unplanned, with nothing but the objective, until more is said', () => {
    expect(optionsOf(blankForm)).toEqual({ mode: 'fill', objective: 'balanced', weights: {}, seed: 1 })
  })

  it('has the limits that are filled in', () => {
    expect(optionsOf({ ...blankForm, mode: 'repair', capacity: 40, maxItems: 7, maxWaves: '' }))
      .toEqual({ mode: 'repair', objective: 'balanced', weights: {}, seed: 1, capacity: 40, maxItems: 7 })
  })
})
