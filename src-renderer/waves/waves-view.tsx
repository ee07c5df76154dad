import type { ReactElement } from 'react'

/** The board: a lane for each wave and one for what is unplanned. Fills its parent. */
export const WavesView = (): ReactElement => <section data-view="waves" />
