import type { StoreApi } from 'zustand/vanilla'
import type { ActionId } from '@main/contract/actions'
import type { Phase } from '../stores/plan-store'

/**
 * For keys that are pressed while the program starts: the last one is remembered, and done as soon as there is a screen
 * that it can be done on.
 */
export const createRunOnceStarted = (
  store: Pick<StoreApi<{ readonly phase: Phase }>, 'subscribe'>, run: (id: ActionId) => void,
): ((id: ActionId) => void) => {
  let waiting: ActionId | null = null
  return (id) => {
    const isFirst = waiting === null
    waiting = id
    if (!isFirst) return
    const unsubscribe = store.subscribe(({ phase }) => {
      if (phase === 'starting' || waiting === null) return
      unsubscribe()
      const last = waiting
      waiting = null
      // After the screen of the new phase is there: the views register their actions with it.
      setTimeout(() => run(last))
    })
  }
}
