import type { SnapshotReason } from '@main/contract/state-file'
import { host } from '../host/host'
import { currentTranslate } from '../i18n/words'
import { flushWrites } from '../stores/write-queue'
import { planStore } from '../stores/plan-store'
import { fileErrorSentence } from './file-error-sentence'
import { notifyProblem } from './notify'

/** The file that holds exactly the open plan, for the snapshot to remember. */
export const fileThatHoldsIt = (): { readonly file?: string } => {
  const { filePath, fileSaved } = planStore.getState()
  return fileSaved && filePath !== null ? { file: filePath } : {}
}

/**
 * Writes the open plan to a snapshot before something replaces it. False when that was not possible and no file holds
 * it either: then nothing may replace it, and the person has been told why.
 */
export const putAside = async (reason: SnapshotReason): Promise<boolean> => {
  await flushWrites()
  const { document, history, revision, fileSaved } = planStore.getState()
  if (!document) return true
  const written = await host().writeSnapshot({ document, history, revision, reason, ...fileThatHoldsIt() })
  if (written.ok) return true
  const t = currentTranslate()
  if (!fileSaved) notifyProblem(t('shell.snapshotFailedTitle'), `${fileErrorSentence(t, written.error)} ${t('shell.snapshotRefused')}`)
  return fileSaved
}
