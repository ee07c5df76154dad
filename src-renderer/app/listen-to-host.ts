import { runAction } from '../actions/action-registry'
import { host } from '../host/host'
import { openFileReference } from '../import/import-flow'
import { flushWrites } from '../stores/write-queue'
import { planStore } from '../stores/plan-store'
import { snapshotNow } from './keep-plan-safe'
import { putAside } from './put-aside'

const isSafe = (): boolean => {
  const { document, kept, fileSaved } = planStore.getState()
  return !document || kept === 'kept' || fileSaved
}

/** Everything is written before the window goes; where that fails and no file holds the plan, it stays open. */
const closeWindow = async (): Promise<void> => {
  await flushWrites()
  if (isSafe()) {
    await snapshotNow()
    // What was changed meanwhile is on its way to the working copy.
    return isSafe() ? host().confirmClose() : closeWindow()
  }
  return (await putAside('close')) ? host().confirmClose() : host().refuseClose()
}

/** What the main process asks of the page: menu choices, files handed over, and closing. */
export const listenToHost = (): void => {
  host().onAction((action) => void runAction(action))
  host().onOpenFile((file) => void openFileReference(file))
  host().onCloseRequest(() => void closeWindow())
}
