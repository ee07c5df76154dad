import { create } from 'zustand'

type ProposeState = { readonly opened: boolean }

/** Whether the dialog is open: passing state, apart from the board so that every view can open it. */
export const useProposeState = create<ProposeState>(() => ({ opened: false }))

export const openPropose = (): void => useProposeState.setState({ opened: true })
export const closePropose = (): void => useProposeState.setState({ opened: false })
