import { useEffect, useEffectEvent } from 'react'
import type { ActionId } from '@main/contract/actions'
import { registerAction } from './action-registry'

/** Registers an action for as long as the component is shown; always calls the newest `run` and `enabled`. */
export const useAction = (id: ActionId, run: () => void, enabled: () => boolean = () => true): void => {
  const latestRun = useEffectEvent(run)
  const latestEnabled = useEffectEvent(enabled)
  useEffect(() => registerAction(id, { run: () => latestRun(), enabled: () => latestEnabled() }), [id])
}
