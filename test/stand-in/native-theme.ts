import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { openWindows } from './windows.ts'
import { onlyModelled } from './unmodelled.ts'

const events = new EventEmitter()
const seen = { isDark: false, isHighContrast: false }
let source: Electron.NativeTheme['themeSource'] = 'system'

/** What the windows of Chromium are told to be, or null to follow the system. */
export const emulatedColorScheme = (): string => (source === 'system' ? '' : source)

const modelled = {
  get themeSource() {
    return source
  },
  set themeSource(value: Electron.NativeTheme['themeSource']) {
    source = value
    for (const window of openWindows()) window.webContents.applyTheme()
    if (value !== 'system') noteTheme(value === 'dark', seen.isHighContrast)
  },
  get shouldUseDarkColors() {
    return source === 'system' ? seen.isDark : source === 'dark'
  },
  get shouldUseHighContrastColors() {
    return seen.isHighContrast
  },
} satisfies Pick<Electron.NativeTheme, 'themeSource' | 'shouldUseDarkColors' | 'shouldUseHighContrastColors'>

export const nativeTheme = onlyModelled(
  'nativeTheme',
  Object.defineProperties(events, Object.getOwnPropertyDescriptors(modelled)) as EventEmitter & typeof modelled,
)

/** Called with what a page sees of the system's colours. */
export const noteTheme = (isDark: boolean, isHighContrast: boolean): void => {
  if (isDark === seen.isDark && isHighContrast === seen.isHighContrast) return
  Object.assign(seen, { isDark, isHighContrast })
  events.emit('updated')
}
