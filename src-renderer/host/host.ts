import type { HostApi } from '@main/contract/host-api'

declare global {
  interface Window {
    /** Put there by the preload; absent when the page is opened in a plain browser. */
    readonly wavewright?: HostApi
  }
}

/** The main process, through the preload. Nothing else in the renderer may touch `window.wavewright`. */
export const host = (): HostApi => {
  if (!window.wavewright) throw new Error('Wavewright runs in its own window, not in a browser tab.')
  return window.wavewright
}
