import { join } from 'node:path'
import type { Dialogs } from '@main/calls/dialogs'
import { exportCalls } from '@main/calls/export-calls'
import type { ExportJobs } from '@main/calls/export-calls'
import { pictureCalls } from '@main/calls/picture-calls'
import { planCalls } from '@main/calls/plan-calls'
import { snapshotCalls } from '@main/calls/snapshot-calls'
import { windowCalls } from '@main/calls/window-calls'
import { workbookCalls } from '@main/calls/workbook-calls'
import type { WorkbookJobs } from '@main/calls/workbook-calls'
import { createCloseGuard } from '@main/close-guard'
import type { CallHandlers } from '@main/contract/calls'
import type { FileReference } from '@main/contract/host-api'
import { createAllowedPaths } from '@main/files/allowed-paths'
import { openPreferences } from '@main/files/preferences'
import { createSnapshotStore } from '@main/snapshots/snapshot-store'
import { openStateStore } from '@main/snapshots/state-store'
import { versionsOf } from '@main/versions'
import { temporaryFolder } from '../temporary-folder'

export type CallWorldOptions = {
  /** What the person chooses in the dialogs that come up, one after the other; null is cancel. */
  readonly choices?: readonly (string | null)[]
  readonly jobs?: Partial<WorkbookJobs>
  readonly exportJobs?: Partial<ExportJobs>
  readonly file?: FileReference | null
}

const noJob = (): never => {
  throw new Error('This test reads and writes no workbook')
}

/** All handlers of the main process over a folder of their own, without a window. */
export const callWorld = async ({ choices = [], jobs, exportJobs, file = null }: CallWorldOptions = {}) => {
  const folder = temporaryFolder()
  const asked: { readonly title: string; readonly suggestedName?: string }[] = []
  const shown: unknown[] = []
  const sent: unknown[] = []
  const left = [...choices]
  const choose: Dialogs['openFile'] & Dialogs['saveFile'] = (options) => {
    asked.push(options)
    return Promise.resolve(left.shift() ?? null)
  }
  const dialogs: Dialogs = { openFile: choose, saveFile: choose }
  const now = (): Date => new Date('2027-03-01T08:00:00.000Z')
  const versions = versionsOf('0.1.0', { ...process.versions })
  const preferences = await openPreferences(join(folder, 'preferences.json'), 'en')
  const state = await openStateStore(join(folder, 'state.json'), versions, false)
  const snapshots = createSnapshotStore({ folder: join(folder, 'snapshots'), now, freeBytes: () => Promise.resolve(null) })
  const paths = createAllowedPaths()
  const closing = createCloseGuard({ ask: () => undefined, close: () => shown.push('closed'), later: () => () => undefined })
  const language = (): 'en' | 'nb' => preferences.get().language
  const show = {
    language: (value: string) => shown.push(value),
    theme: (value: string) => shown.push(value),
    planOpen: (open: boolean) => shown.push(open),
  }
  const handlers: CallHandlers = {
    ...windowCalls({ versions, platform: 'linux', state, preferences, paths, takeFirstFile: () => file, closing, show }),
    ...planCalls({ dialogs, paths, preferences, language, now }),
    ...snapshotCalls({ snapshots, state, freeSpace: () => Promise.resolve({ bytes: null, level: 'enough' }) }),
    ...exportCalls({ exportJobs: { files: noJob, cells: noJob, ...exportJobs }, dialogs, paths, language }),
    ...pictureCalls({ dialogs, language }),
    ...workbookCalls({
      jobs: { expect: () => undefined, open: noJob, write: noJob, writeModel: noJob, ...jobs },
      dialogs,
      paths,
      language,
      today: () => '2027-03-01',
      samplePath: (chosen) => join(folder, `sample-${chosen}.xlsx`),
      presetFolder: join(folder, 'presets'),
      preferences,
      send: (...event) => sent.push(event),
    }),
  }
  return { folder, handlers, asked, shown, sent, preferences }
}
