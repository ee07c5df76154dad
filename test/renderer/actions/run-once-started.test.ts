import { describe, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { ActionId } from '@main/contract/actions'
import { createRunOnceStarted } from '@renderer/actions/run-once-started'
import type { Phase } from '@renderer/stores/plan-store'

const world = () => {
  const store = createStore<{ readonly phase: Phase }>()(() => ({ phase: 'starting' }))
  const done: ActionId[] = []
  const press = createRunOnceStarted(store, (id) => done.push(id))
  const nextTurn = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve) })
  return { store, done, press, nextTurn }
}

describe('a key that is pressed while the program starts', () => {
  it('is done once it has started, and not before', async () => {
    const { store, done, press, nextTurn } = world()
    press('open-sample')
    await nextTurn()
    expect(done).toEqual([])
    store.setState({ phase: 'start' })
    await nextTurn()
    expect(done).toEqual(['open-sample'])
  })

  it('gives way to the next one, and none is done twice', async () => {
    const { store, done, press, nextTurn } = world()
    press('open-sample')
    press('find')
    store.setState({ phase: 'start' })
    await nextTurn()
    store.setState({ phase: 'open' })
    await nextTurn()
    expect(done).toEqual(['find'])
  })
})
