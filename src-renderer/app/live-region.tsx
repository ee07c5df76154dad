import { useStore } from 'zustand'
import type { ReactElement } from 'react'
import { announcementStore } from './announcer'

/** Two regions that take turns, so that the same sentence twice is heard twice. */
export const LiveRegion = (): ReactElement => {
  const { text, turn } = useStore(announcementStore)
  return (
    <div className="ww-hidden" data-live-region>
      <div role="status" aria-live="polite">{turn % 2 === 0 ? text : ''}</div>
      <div role="status" aria-live="polite">{turn % 2 === 1 ? text : ''}</div>
    </div>
  )
}
