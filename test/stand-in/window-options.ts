import type Electron from 'electron'
import { unmodelledError } from './unmodelled.ts'

type Preferences = Electron.WebPreferences

/** Settings that would give a page more than a sandboxed, isolated page has. */
const unsafe: readonly (readonly [keyof Preferences, unknown])[] = [
  ['sandbox', false],
  ['contextIsolation', false],
  ['webSecurity', false],
  ['nodeIntegration', true],
  ['nodeIntegrationInWorker', true],
  ['nodeIntegrationInSubFrames', true],
  ['webviewTag', true],
  ['allowRunningInsecureContent', true],
  ['experimentalFeatures', true],
]

const unmodelledOptions = ['parent', 'modal', 'transparent', 'kiosk', 'fullscreen', 'frame'] as const

/** Throws for a window that is not sandboxed and isolated, and for one of a kind that the stand-in has not. */
export const refuseUnsafeWindow = (options: Electron.BrowserWindowConstructorOptions): void => {
  const preferences = options.webPreferences ?? {}
  const found = unsafe.find(([name, value]) => preferences[name] === value)
  if (found) throw new Error(`The stand-in opens only sandboxed, isolated windows: webPreferences.${found[0]} is ${found[1]}.`)
  if (preferences.session || preferences.partition) throw unmodelledError('a session other than the default one')
  const unknown = unmodelledOptions.find((name) => options[name] !== undefined)
  if (unknown) throw unmodelledError(`the BrowserWindow option '${unknown}'`)
}
