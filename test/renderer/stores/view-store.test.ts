import { beforeEach, describe, expect, it } from 'vitest'
import { clearSelection, focusItem, resetViews, select, viewStore } from '@renderer/stores/view-store'

const selected = (): readonly string[] => [...viewStore.getState().selection.itemIds]

describe('the selection', () => {
  beforeEach(clearSelection)

  it('is replaced, added to, and toggled', () => {
    select(['a', 'b'])
    select(['c'], 'add')
    expect(selected()).toEqual(['a', 'b', 'c'])
    select(['b'], 'toggle')
    expect(selected()).toEqual(['a', 'c'])
    select(['d'])
    expect(selected()).toEqual(['d'])
  })

  it('toggles a group as one: out only when all of it was in', () => {
    select(['a'])
    select(['a', 'b'], 'toggle')
    expect(selected()).toEqual(['a', 'b'])
    select(['a', 'b'], 'toggle')
    expect(selected()).toEqual([])
  })

  it('does not outlive the plan', () => {
    select(['a'])
    resetViews()
    expect(selected()).toEqual([])
  })

  it('makes asking twice for the same item two requests', () => {
    focusItem('a')
    const first = viewStore.getState().focusRequest
    focusItem('a')
    expect(viewStore.getState().focusRequest).toMatchObject({ itemId: 'a', turn: (first?.turn ?? 0) + 1 })
  })
})
