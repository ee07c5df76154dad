import type { SnapshotInfo } from '@main/contract/state-file'
import { host } from '../host/host'
import { currentTranslate } from '../i18n/words'
import { openDocument, planStore } from '../stores/plan-store'
import { resetViews } from '../stores/view-store'
import { announce } from './announcer'
import { fileErrorSentence } from './file-error-sentence'
import { notifyDone, notifyProblem } from './notify'
import { putAside } from './put-aside'

/**
 * Opens a snapshot in place of what is open, if anything is: that is put aside first, and can be brought back the same
 * way. A damaged snapshot is said to be one, and nothing changes.
 */
export const bringBack = async (snapshot: SnapshotInfo): Promise<void> => {
  const t = currentTranslate()
  const read = await host().readSnapshot(snapshot.id)
  if (!read.ok) return notifyProblem(t('restore.failedTitle'), fileErrorSentence(t, read.error))
  if (!(await putAside('restore'))) return
  const tellKept = keptNotice()
  resetViews()
  planStore.setState(({ revision }) => ({ revision: Math.max(snapshot.revision, revision) }))
  await openDocument(read.value.document, read.value.history, null)
  announce(t('restore.restored', { plan: read.value.document.name }))
  tellKept()
}

const bringBackNewest = async (planId: string): Promise<void> => {
  const snapshot = (await host().listSnapshots()).find((candidate) => candidate.planId === planId)
  if (snapshot) await bringBack(snapshot)
}

/**
 * Ask right before a plan goes, and call what comes back once it has gone: it says that the plan is kept and offers to bring it
 * back. Says nothing where no plan was open, or where a file holds all of it.
 */
export const keptNotice = (): (() => void) => {
  const { document, fileSaved, filePath } = planStore.getState()
  if (!document || fileSaved) return () => undefined
  return () => {
    const t = currentTranslate()
    const body = t(filePath === null ? 'shell.closedBody' : 'shell.closedBodyNewer', { name: document.name })
    notifyDone(t('shell.closedTitle'), body, { label: t('shell.bringBack'), run: () => void bringBackNewest(document.id) })
  }
}
