import { describe, expect, it } from 'vitest'
import { actions } from '@main/contract/actions'

describe('the table of actions', () => {
  it('gives every action a key, and no key twice', () => {
    const keys = actions.map((action) => action.accelerator)
    expect(actions.filter((action) => action.accelerator === null)).toEqual([])
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })
})
