import { useEffect, type RefObject } from 'react'
import { usePlanDocument } from '../../stores/plan-store'
import { currentFocus, focusStore } from './focus-store'
import { foreseeFocus } from './foresee-focus'
import { prepareFocus } from './focus-run'

/** What the toolbar and the status line of a focus take of the height. */
const headHeight = 86

/**
 * Has the worker know the plan before it is asked, while nothing else is to be done; and asks it the moment a question is
 * put, so that it works while the window makes room. `place` is where the focus will be.
 */
export const usePrepareFocus = (place: RefObject<HTMLElement | null>): void => {
  const document = usePlanDocument()
  useEffect(() => {
    const idle = requestIdleCallback(() => prepareFocus(document), { timeout: 3000 })
    return () => cancelIdleCallback(idle)
  }, [document])
  useEffect(() => focusStore.subscribe((state, before) => {
    const question = currentFocus()
    if (!question || state.questions === before.questions || !place.current) return
    const { clientWidth, clientHeight } = place.current
    foreseeFocus(document, question, { width: clientWidth, height: Math.max(100, clientHeight - headHeight) })
  }), [document, place])
}
