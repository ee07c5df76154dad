import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'

/** What we run on, as the main process says. */
export const platformStore = createStore<{ readonly platform: string; readonly version: string }>()(() => ({
  platform: '',
  version: '',
}))

export const isMac = (): boolean => platformStore.getState().platform === 'darwin'
export const useIsMac = (): boolean => useStore(platformStore, (state) => state.platform === 'darwin')
