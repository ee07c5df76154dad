import type { SnapshotReason } from '@main/contract/state-file'
import { host } from '../host/host'
import { currentTranslate } from '../i18n/words'
import { flushWrites } from '../stores/write-queue'
import { planStore, planToStore } from '../stores/plan-store'
import { fileErrorSentence } from './file-error-sentence'
import { notifyProblem } from './notify'
import { snapshotOf } from './snapshot-of'

/** The file that holds exactly the open plan, for the snapshot to remember. */
export const fileThatHoldsIt = (): string | null => {
  const { filePath, fileSaved } = planStore.getState()
  return fileSaved ? filePath : null
}

/**
 * Writes the open plan to a snapshot before something replaces it; again, where it was changed meanwhile. False when that
 * was not possible and no file holds it either: then nothing may replace it, and the person has been told why.
 */
export const putAside = async (reason: SnapshotReason): Promise<boolean> => {
  await flushWrites()
  const { fileSaved } = planStore.getState()
  const plan = planToStore()
  if (!plan) return true
  const written = await host().writeSnapshot(await snapshotOf(plan, reason, fileThatHoldsIt()))
  if (written.ok) return planStore.getState().document === plan.document || putAside(reason)
  const t = currentTranslate()
  if (!fileSaved) notifyProblem(t('shell.snapshotFailedTitle'), `${fileErrorSentence(t, written.error)} ${t('shell.snapshotRefused')}`)
  return fileSaved
}
