import { nameOrder } from '@renderer/canvas/name-order'
import { describe, expect, it } from 'vitest'

describe('the order of names in the graph', () => {
  it('counts as people do', () => {
    expect(['Trust 10', 'Trust 2', 'Trust 1'].sort(nameOrder)).toEqual(['Trust 1', 'Trust 2', 'Trust 10'])
  })
})
