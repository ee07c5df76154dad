import { BrowserWindow, nativeTheme } from 'electron'
import type { CloseGuard } from './close-guard'
import type { Theme } from './contract/preferences'
import type { PreferencesStore } from './files/preferences'
import { lockWindow, pageUrl } from './security-electron'
import { lockedPreferences } from './window-preferences'

/** What is seen before the page has drawn anything: near the page's own, so that nothing flashes. */
const backgrounds = { light: '#ffffff', dark: '#1a1b1e' }

export type WindowOptions = {
  readonly preload: string
  readonly title: string
  readonly preferences: PreferencesStore
  readonly closing: CloseGuard
}

export const applyTheme = (theme: Theme): void => {
  nativeTheme.themeSource = theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** The one window, locked down, with the size it had last. */
export const createWindow = ({ preload, title, preferences, closing }: WindowOptions): BrowserWindow => {
  const { width, height, maximised } = preferences.get().window
  const window = new BrowserWindow({
    width,
    height,
    minWidth: 1024,
    minHeight: 640,
    title,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    webPreferences: { ...lockedPreferences, preload },
  })
  lockWindow(window)
  if (maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', (event) => {
    rememberSize(window, preferences)
    if (closing.holds()) event.preventDefault()
  })
  watchPage(window, closing)
  return window
}

export const showPage = (window: BrowserWindow): Promise<void> => window.loadURL(pageUrl)

const watchPage = ({ webContents }: BrowserWindow, closing: CloseGuard): void => {
  webContents.on('did-navigate', () => closing.forget())
  webContents.on('render-process-gone', (_event, { reason }) => {
    closing.forget()
    // The plan is in the database up to the last change, so the page can simply start again.
    if (reason !== 'clean-exit') webContents.reload()
  })
}

const rememberSize = (window: BrowserWindow, preferences: PreferencesStore): void => {
  const { width, height } = window.getNormalBounds()
  void preferences.change({ window: { width, height, maximised: window.isMaximized() } })
}
