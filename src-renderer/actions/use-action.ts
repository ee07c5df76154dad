import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ActionId } from '@main/contract/actions'
import { registerAction } from './action-registry'

/**
 * Registers an action for as long as the component is shown; always calls the newest `run` and `enabled`. A ref and not
 * an effect event, as menus ask whether it is enabled while they render.
 */
export const useAction = (id: ActionId, run: () => void, enabled: () => boolean = () => true): void => {
  const latest = useRef({ run, enabled })
  useLayoutEffect(() => {
    latest.current = { run, enabled }
  })
  useEffect(() => registerAction(id, { run: () => latest.current.run(), enabled: () => latest.current.enabled() }), [id])
}
