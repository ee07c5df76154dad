import { join } from 'node:path'
import { app, dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import { nearestLanguage, translator } from '@core/messages/translator'
import { answerCalls } from './calls-electron'
import { createCloseGuard } from './close-guard'
import type { SendEvent } from './contract/calls'
import { channelOf } from './contract/channels'
import type { FileReference } from './contract/host-api'
import { createAllowedPaths } from './files/allowed-paths'
import { fileArgument } from './files/file-argument'
import { fileReferenceOf } from './files/file-reference'
import { allHandlers } from './handlers-electron'
import { createNativeMenu } from './menu-electron'
import { declareAppScheme, serveRenderer } from './protocol-electron'
import { lockSession, refuseProxies } from './security-electron'
import { openStores } from './stores-electron'
import { applyTheme, createWindow, showPage } from './window-electron'

/** How long a page may take to write what is pending before its window closes all the same. */
const closePatienceMilliseconds = 10_000

const start = async (): Promise<void> => {
  let window: BrowserWindow | null = null
  const paths = createAllowedPaths()
  const theWindow = (): BrowserWindow => {
    if (!window) throw new Error('There is no window yet')
    return window
  }
  const send: SendEvent = (name, payload) => window?.webContents.send(channelOf(name), payload)
  const openFile = handOverFiles(paths, send, () => window)

  await app.whenReady()
  lockSession()
  serveRenderer(join(import.meta.dirname, '../renderer'))
  const stores = await openStores()
  const { language, theme } = stores.preferences.get()
  applyTheme(theme)
  const closing = createCloseGuard({
    ask: () => send('closeRequest', undefined),
    close: () => window?.destroy(),
    later: (act) => {
      const timer = setTimeout(act, closePatienceMilliseconds)
      return () => clearTimeout(timer)
    },
  })
  const menu = createNativeMenu({ language, theme }, (action) => send('action', action))
  answerCalls(allHandlers({ stores, window: theWindow, menu, closing, paths, send, takeFirstFile: openFile.takeFirst }))
  window = createWindow({
    preload: join(import.meta.dirname, '../preload/preload.cjs'),
    title: translator(language)('common.productName'),
    preferences: stores.preferences,
    closing,
  })
  window.on('closed', () => {
    window = null
  })
  await showPage(window)
}

/**
 * Files that come from outside: with the start, with a second start (which ends at once and hands over to this one),
 * or from the system on a Mac. Until a page has asked, they wait for it.
 */
const handOverFiles = (
  paths: ReturnType<typeof createAllowedPaths>,
  send: SendEvent,
  window: () => BrowserWindow | null,
): { readonly takeFirst: () => FileReference | null } => {
  let first = fileArgument(process.argv, process.cwd())
  let isAsked = false
  const handOver = (file: FileReference): void => {
    paths.allow(file.path, file.kind === 'plan' ? 'write' : 'read')
    if (isAsked) send('openFile', file)
    else first = file
  }
  app.on('second-instance', (_event, argv, folder) => {
    if (window()?.isMinimized()) window()?.restore()
    window()?.focus()
    const file = fileArgument(argv, folder)
    if (file) handOver(file)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    handOver(fileReferenceOf(path))
  })
  return {
    takeFirst: () => {
      const file = isAsked ? null : first
      isAsked = true
      return file
    },
  }
}

/** A start that fails must not leave a program behind that shows nothing and holds the lock. */
const giveUp = (error: unknown): void => {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
  process.stderr.write(`${reason}\n`)
  const t = translator(nearestLanguage(app.getLocale()))
  dialog.showErrorBox(t('common.productName'), t('storage.startFailed', { reason }))
  app.exit(1)
}

refuseProxies()
declareAppScheme()
app.on('window-all-closed', () => app.quit())
// Two programs on one database would be two writers: the second only tells the first what it was started with.
if (app.requestSingleInstanceLock()) void start().catch(giveUp)
else app.quit()
