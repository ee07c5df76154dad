import { join } from 'node:path'
import { app } from 'electron'
import type { BrowserWindow } from 'electron'
import { exportCalls } from './calls/export-calls'
import { pictureCalls } from './calls/picture-calls'
import { planCalls } from './calls/plan-calls'
import { snapshotCalls } from './calls/snapshot-calls'
import { windowCalls } from './calls/window-calls'
import { workbookCalls } from './calls/workbook-calls'
import type { CloseGuard } from './close-guard'
import type { CallHandlers, SendEvent } from './contract/calls'
import type { FileReference } from './contract/host-api'
import { systemDialogs } from './dialogs-electron'
import type { AllowedPaths } from './files/allowed-paths'
import type { NativeMenu } from './menu-electron'
import type { Stores } from './stores-electron'
import { applyTheme } from './window-electron'
import { exportJobs, workbookJobs } from './workbook-jobs'

export type HandlerOptions = {
  readonly stores: Stores
  readonly window: () => BrowserWindow
  readonly menu: NativeMenu
  readonly closing: CloseGuard
  readonly paths: AllowedPaths
  readonly send: SendEvent
  readonly takeFirstFile: () => FileReference | null
}

/** Everything that a page may ask for, put together from what each part needs. */
export const allHandlers = (options: HandlerOptions): CallHandlers => {
  const { stores, menu, closing, paths, send, takeFirstFile } = options
  const { versions, state, preferences, now } = stores
  const dialogs = systemDialogs(options.window)
  const language = (): ReturnType<typeof preferences.get>['language'] => preferences.get().language
  const show = { language: menu.showLanguage, theme: showThemeIn(menu), planOpen: menu.showPlanOpen }
  const { platform } = process
  return {
    ...windowCalls({ versions, platform, state, preferences, paths, takeFirstFile, closing, show }),
    ...planCalls({ dialogs, paths, preferences, language, now }),
    ...snapshotCalls(stores),
    ...exportCalls({ exportJobs, dialogs, paths, language }),
    ...pictureCalls({ dialogs, language }),
    ...workbookCalls({
      jobs: workbookJobs,
      dialogs,
      paths,
      language,
      // The planner's own day, not that of Greenwich.
      today: () => localDay(now()),
      samplePath,
      presetFolder: join(app.getPath('userData'), 'presets'),
      preferences,
      send,
    }),
  }
}

const showThemeIn = (menu: NativeMenu) => (theme: Parameters<typeof applyTheme>[0]): void => {
  applyTheme(theme)
  menu.showTheme(theme)
}

const samplePath = (language: 'en' | 'nb'): string =>
  join(app.getAppPath(), 'resources', language === 'en' ? 'sample-region.xlsx' : `sample-region-${language}.xlsx`)

const localDay = (moment: Date): string =>
  [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
