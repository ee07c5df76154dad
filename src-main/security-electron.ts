import { app, session } from 'electron'
import type { BrowserWindow } from 'electron'
import { appOrigin } from './contract/channels'

/** The one page of the program. */
export const pageUrl = `${appOrigin}/index.html`

/** What a page may load: our own files, and what it has made itself. Everything else would leave this machine. */
const allowedProtocols = new Set(['app:', 'blob:', 'data:', 'devtools:'])

/** Chromium looks for a proxy in the network by itself, before any page asks for anything. */
export const refuseProxies = (): void => app.commandLine.appendSwitch('no-proxy-server')

/** No permission is ever given, and no request leaves the program. */
export const lockSession = (): void => {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  defaultSession.setPermissionCheckHandler(() => false)
  defaultSession.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed = URL.canParse(details.url) && allowedProtocols.has(new URL(details.url).protocol)
    answer({ cancel: !isAllowed })
  })
}

/** The window shows our page, that page only, and opens no other. */
export const lockWindow = ({ webContents }: BrowserWindow): void => {
  webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  webContents.on('will-navigate', (event) => {
    // A reload looks like a navigation.
    if (event.url.split(/[?#]/)[0] !== pageUrl) event.preventDefault()
  })
  webContents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault()
  })
  webContents.on('will-attach-webview', (event) => event.preventDefault())
}
