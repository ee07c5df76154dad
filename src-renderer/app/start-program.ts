import type { StartInfo } from '@main/contract/host-api'
import { compareWithState } from '../db/compare-with-state'
import type { DatabaseContents } from '../db/compare-with-state'
import { openDatabase } from '../db/plan-store-db'
import type { DatabaseError, LoadProblem, StoredPlan } from '../db/plan-store-db'
import type { Result } from '@core/result'
import { host } from '../host/host'
import { openFileReference } from '../import/import-flow'
import { restoreStore } from '../restore/restore-store'
import type { RestoreState } from '../restore/restore-store'
import { showPhase, showStoredPlan } from '../stores/plan-store'
import { preferencesStore } from '../stores/preferences-store'
import { viewStore } from '../stores/view-store'
import { setKeeper } from '../stores/write-queue'
import { keepPlanSafe } from './keep-plan-safe'
import { keepLastView, lastView, returnToView } from './last-view'
import { listenToHost } from './listen-to-host'
import { platformStore } from './platform-store'
import { putAside } from './put-aside'
import { loadView, loadViewsAhead } from './view-components'

const offerRestore = async (state: Partial<RestoreState>): Promise<void> => {
  const snapshots = await host().listSnapshots()
  restoreStore.setState({ ...state, snapshots })
  showPhase('restore')
}

const explainDatabase = (error: DatabaseError): Promise<void> => {
  switch (error.type) {
    case 'newer-version': return offerRestore({ why: 'newer-program', detail: `${error.found}` })
    case 'locked': return offerRestore({ why: 'locked' })
    case 'unavailable': return offerRestore({ why: 'unavailable', detail: error.reason })
  }
}

const contentsOf = (loaded: Result<StoredPlan | null, LoadProblem>): DatabaseContents => {
  if (!loaded.ok) return { type: 'damaged' }
  if (!loaded.value) return { type: 'empty' }
  return { type: 'plan', planId: loaded.value.document.id, revision: loaded.value.revision }
}

/** Shows what is there: the plan that was open, the start screen, or what can be restored; never silently nothing. */
const openWorkingCopy = async (info: StartInfo): Promise<void> => {
  if (info.state.type === 'newer-program') return offerRestore({ why: 'newer-program', detail: info.state.program })
  const database = await openDatabase()
  if (!database.ok) return explainDatabase(database.error)
  setKeeper(database.value)
  const loaded = await database.value.loadOpenPlan()
  const stored = loaded.ok ? loaded.value : null
  const decision = compareWithState(contentsOf(loaded), info.state)
  if (decision.type === 'restore') return offerRestore({ why: decision.why, expected: decision.expected, stored })
  if (decision.type === 'continue' && stored) {
    returnToView(stored.document.id)
    showStoredPlan(stored)
    // As it was read: what comes of it from now on is written in a new shape.
    if (database.value.isUpgraded) void putAside('migration')
    return
  }
  const snapshots = info.state.type === 'unreadable' ? await host().listSnapshots() : []
  if (snapshots.length > 0) return offerRestore({ why: 'empty' })
  showPhase('start')
}

/** Everything that happens once, before a person can do anything. */
export const startProgram = async (): Promise<void> => {
  const info = await host().start()
  platformStore.setState({ platform: info.platform, version: info.versions.program })
  preferencesStore.setState({ language: info.language, theme: info.theme })
  preferencesStore.subscribe((now, before) => {
    if (now.language !== before.language) void host().setLanguage(now.language)
    if (now.theme !== before.theme) void host().setTheme(now.theme)
  })
  keepPlanSafe()
  listenToHost()
  keepLastView()
  // While the plan is being read: which view it will be shown in is known already.
  void loadView(lastView()?.view ?? viewStore.getState().view)
  await openWorkingCopy(info)
  if (info.file) await openFileReference(info.file)
  loadViewsAhead()
}
