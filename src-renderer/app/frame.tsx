import { Suspense } from 'react'
import type { ReactElement } from 'react'
import { useViewStore } from '../stores/view-store'
import { viewComponents } from './view-components'

/** The window with a plan open: rail, top bar, the view, inspector, violations. */
export const Frame = (): ReactElement => {
  const view = useViewStore((state) => state.view)
  const View = viewComponents[view]
  return (
    <Suspense>
      <View />
    </Suspense>
  )
}
