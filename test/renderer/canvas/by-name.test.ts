import { byName } from '@renderer/canvas/by-name'
import { describe, expect, it } from 'vitest'

describe('the order of names in the graph', () => {
  it('counts as people do', () => {
    expect(['Trust 10', 'Trust 2', 'Trust 1'].sort(byName)).toEqual(['Trust 1', 'Trust 2', 'Trust 10'])
  })
})
