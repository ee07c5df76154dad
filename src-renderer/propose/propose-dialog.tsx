import type { ReactElement } from 'react'

/** Proposes waves for what is unplanned; shown when `openPropose` was called. Mounted once, inside an open plan. */
export const ProposeDialog = (): ReactElement | null => null
