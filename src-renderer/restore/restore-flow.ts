import type { SnapshotInfo } from '@main/contract/state-file'
import { notifyDone, notifyProblem } from '../app/notify'
import { fileErrorSentence } from '../app/file-error-sentence'
import { snapshotOf } from '../app/snapshot-of'
import { host } from '../host/host'
import { currentTranslate } from '../i18n/words'
import type { StoredPlan } from '../db/plan-store-db'
import { openDocument, planStore, showPhase, showStoredPlan } from '../stores/plan-store'
import { restoreStore } from './restore-store'

/** What the database still holds is a state of its own: it goes into a snapshot before another takes its place. */
const keepStored = async (): Promise<void> => {
  const { stored } = restoreStore.getState()
  if (!stored) return
  await host().writeSnapshot(await snapshotOf(stored, 'restore', null))
}

/** Makes a snapshot the open plan. A damaged one is said to be, and the others stay to choose from. */
export const restoreSnapshot = async (snapshot: SnapshotInfo): Promise<void> => {
  const t = currentTranslate()
  const read = await host().readSnapshot(snapshot.id)
  if (!read.ok) return notifyProblem(t('restore.failedTitle'), fileErrorSentence(t, read.error))
  await keepStored()
  // The next number must be above both: a lower one would look like another loss at the next start.
  planStore.setState({ revision: Math.max(snapshot.revision, restoreStore.getState().expected?.revision ?? 0) })
  await openDocument(read.value.document, read.value.history, null)
  notifyDone(t('restore.restore'), t('restore.restored', { plan: read.value.document.name }))
}

export const continueWithStored = (stored: StoredPlan): void => showStoredPlan(stored)

/** The snapshots stay on the disk. */
export const continueWithoutRestoring = (): void => showPhase('start')
