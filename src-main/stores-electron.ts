import { join } from 'node:path'
import { app } from 'electron'
import type { FreeSpace } from './contract/host-api'
import type { ProgramVersions } from './contract/state-file'
import { freeSpaceAt } from './files/free-space'
import { openPreferences } from './files/preferences'
import type { PreferencesStore } from './files/preferences'
import { createSnapshotStore } from './snapshots/snapshot-store'
import type { SnapshotStore } from './snapshots/snapshot-store'
import { openStateStore } from './snapshots/state-store'
import type { StateStore } from './snapshots/state-store'
import { versionsOf } from './versions'

export type Stores = {
  readonly versions: ProgramVersions
  readonly preferences: PreferencesStore
  readonly snapshots: SnapshotStore
  readonly state: StateStore
  readonly freeSpace: () => Promise<FreeSpace>
  readonly now: () => Date
}

/** What main keeps outside Chromium, all in the folder of the user's data. */
export const openStores = async (): Promise<Stores> => {
  const folder = app.getPath('userData')
  const now = (): Date => new Date()
  const freeSpace = (): Promise<FreeSpace> => freeSpaceAt(folder)
  const versions = versionsOf(app.getVersion(), process.versions)
  const snapshots = createSnapshotStore({
    folder: join(folder, 'snapshots'),
    now,
    freeBytes: async () => (await freeSpace()).bytes,
  })
  const hasSnapshots = !(await snapshots.isEmpty())
  const [preferences, state] = await Promise.all([
    openPreferences(join(folder, 'preferences.json'), app.getLocale()),
    openStateStore(join(folder, 'state.json'), versions, hasSnapshots),
  ])
  return { versions, preferences, snapshots, state, freeSpace, now }
}
