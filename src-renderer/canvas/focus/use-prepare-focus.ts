import { useEffect } from 'react'
import { usePlanDocument } from '../../stores/plan-store'
import { prepareFocus } from './focus-run'

/** Has the worker know the plan before it is asked: while nothing else is to be done, so that a focus is there at once. */
export const usePrepareFocus = (): void => {
  const document = usePlanDocument()
  useEffect(() => {
    const idle = requestIdleCallback(() => prepareFocus(document), { timeout: 3000 })
    return () => cancelIdleCallback(idle)
  }, [document])
}
