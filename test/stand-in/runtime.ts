import type { Chromium } from './chromium.ts'
import type { DevTools } from './devtools.ts'

let running: Chromium | null = null

export const setChromium = (chromium: Chromium): void => {
  running = chromium
}

export const chromium = (): Chromium => {
  if (!running) throw new Error('The stand-in has no Chromium yet: wait for app.whenReady().')
  return running
}

export const hasChromium = (): boolean => running !== null

export const devTools = (): DevTools => chromium().devTools
