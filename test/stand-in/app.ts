import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Electron from 'electron'
import { pathOf, setPath } from './app-paths.ts'
import { preventableEvent } from './event.ts'
import { chromium, hasChromium } from './runtime.ts'
import { requestLock } from './single-instance.ts'
import { switches } from './switches.ts'
import { onlyModelled } from './unmodelled.ts'
import { openWindows } from './windows.ts'

const manifest = JSON.parse(readFileSync(join(switches.appPath, 'package.json'), 'utf8')) as {
  name?: string
  productName?: string
  version?: string
}

const state = { name: manifest.productName ?? manifest.name ?? 'app', isReady: false, isQuitting: false, hasLock: false }
const events = new EventEmitter()
let resolveReady: () => void = () => undefined
const ready = new Promise<void>((resolve) => {
  resolveReady = resolve
})

const exit = (code = 0): void => {
  const stopped = hasChromium() ? chromium().stop() : Promise.resolve()
  void stopped.finally(() => process.exit(code))
}

/** The order of Electron: before-quit, each window's close, will-quit, quit. Any of the first three may prevent it. */
const quit = (): void => {
  const beforeQuit = preventableEvent({})
  events.emit('before-quit', beforeQuit)
  if (beforeQuit.defaultPrevented) return
  state.isQuitting = true
  for (const window of openWindows()) window.close()
  if (openWindows().length > 0) {
    state.isQuitting = false
    return
  }
  finishQuit()
}

const finishQuit = (): void => {
  const willQuit = preventableEvent({})
  events.emit('will-quit', willQuit)
  if (willQuit.defaultPrevented) {
    state.isQuitting = false
    return
  }
  events.emit('quit', {}, 0)
  exit(0)
}

/** Called when a window has gone: the last one ends the application unless it listens for just that. */
export const onWindowClosed = (): void => {
  if (openWindows().length > 0 || state.isQuitting) return
  if (events.listenerCount('window-all-closed') > 0) events.emit('window-all-closed')
  else quit()
}

/** Called once, when Chromium runs. */
export const announceReady = (): void => {
  state.isReady = true
  resolveReady()
  events.emit('ready', {}, {})
}

/** Switches that the application gives Chromium, as flags. */
export const appendedFlags: string[] = []

const commandLine = {
  appendSwitch: (name, value) => {
    appendedFlags.push(value ? `--${name}=${value}` : `--${name}`)
  },
  hasSwitch: (name: string) => switches.named.has(name),
  getSwitchValue: (name: string) => switches.named.get(name) ?? '',
} satisfies Pick<Electron.CommandLine, 'appendSwitch' | 'hasSwitch' | 'getSwitchValue'>

const locale = (): string => switches.named.get('lang') || Intl.DateTimeFormat().resolvedOptions().locale

type ModelledApp = Pick<
  Electron.App,
  | 'whenReady'
  | 'isReady'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'quit'
  | 'exit'
  | 'focus'
  | 'enableSandbox'
  | 'setAppUserModelId'
  | 'setAboutPanelOptions'
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'disableHardwareAcceleration'
> & { readonly isPackaged: boolean; name: string; readonly commandLine: typeof commandLine }

const modelledApp = {
  whenReady: () => ready,
  isReady: () => state.isReady,
  getName: () => state.name,
  setName: (name: string) => {
    state.name = name
  },
  get name() {
    return state.name
  },
  set name(name: string) {
    state.name = name
  },
  isPackaged: false,
  commandLine,
  getVersion: () => manifest.version ?? '0.0.0',
  getAppPath: () => switches.appPath,
  getPath: (name) => pathOf(name, state.name),
  setPath,
  getLocale: locale,
  getSystemLocale: locale,
  getPreferredSystemLanguages: () => [locale()],
  requestSingleInstanceLock: (additionalData) => {
    state.hasLock ||= requestLock(pathOf('userData', state.name), additionalData, (second) =>
      events.emit('second-instance', {}, second.argv, second.workingDirectory, second.additionalData),
    )
    return state.hasLock
  },
  hasSingleInstanceLock: () => state.hasLock,
  releaseSingleInstanceLock: () => undefined,
  quit,
  exit,
  focus: () => undefined,
  enableSandbox: () => undefined,
  setAppUserModelId: () => undefined,
  setAboutPanelOptions: () => undefined,
  addRecentDocument: () => undefined,
  clearRecentDocuments: () => undefined,
  disableHardwareAcceleration: () => undefined,
} satisfies ModelledApp

/** Electron's `app`, as far as it is modelled, with the events of an emitter. */
export const app = onlyModelled(
  'app',
  Object.defineProperties(events, Object.getOwnPropertyDescriptors(modelledApp)) as EventEmitter & ModelledApp,
)
