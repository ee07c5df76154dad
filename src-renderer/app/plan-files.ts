import type { FileReference } from '@main/contract/host-api'
import { host } from '../host/host'
import { currentTranslate } from '../i18n/words'
import { preferencesStore } from '../stores/preferences-store'
import { closeDocument, markSaved, openDocument, planStore } from '../stores/plan-store'
import { resetViews } from '../stores/view-store'
import { announce } from './announcer'
import { keptNotice } from './bring-back'
import { fileErrorSentence } from './file-error-sentence'
import { notifyBusy, notifyDone, notifyProblem } from './notify'
import { putAside } from './put-aside'

/** The last part of a path, of either system's. */
export const fileNameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

/** Opens a `.waveplan`; what was open is put aside first. */
export const openPlanFile = async (path: string): Promise<void> => {
  const t = currentTranslate()
  const opened = await host().openPlan({ path })
  if (!opened.ok) return notifyProblem(t('shell.notOpenedTitle'), fileErrorSentence(t, opened.error))
  if (!(await putAside('opened'))) return
  const tellKept = keptNotice()
  resetViews()
  await openDocument(opened.value.document, opened.value.history, opened.value.path)
  tellKept()
  announce(t('shell.opened', { name: opened.value.document.name }))
}

export const choosePlanFile = async (): Promise<void> => {
  const file = await host().choosePlan()
  if (file) await openPlanFile(file.path)
}

const savePlanTo = async (path: string | null): Promise<boolean> => {
  const { document, history, revision } = planStore.getState()
  if (!document) return false
  const t = currentTranslate()
  const saved = await host().savePlan({ document, history, path, suggestedName: document.name })
  if (!saved.ok) {
    notifyProblem(t('shell.notSavedTitle'), fileErrorSentence(t, saved.error))
    return false
  }
  if (!saved.value) return false
  await markSaved(saved.value.path, revision)
  notifyDone(t('shell.savedTitle'), t('shell.saved', { file: saved.value.path }))
  return true
}

/** To the file it came from, or to one that is asked for. True once it is on the disk. */
export const savePlan = (): Promise<boolean> => savePlanTo(planStore.getState().filePath)

export const savePlanAs = (): Promise<boolean> => savePlanTo(null)

const writtenWorkbook = async (): Promise<FileReference | null> => {
  const { document } = planStore.getState()
  if (!document) return null
  const t = currentTranslate()
  const { language } = preferencesStore.getState()
  const finished = notifyBusy(t('shell.exporting'), document.name)
  const exported = await host().exportWorkbook({ document, suggestedName: document.name, language }).finally(finished)
  if (exported.ok) return exported.value
  notifyProblem(t('shell.notExportedTitle'), exportErrorSentence(exported.error))
  return null
}

type ExportError = Extract<Awaited<ReturnType<ReturnType<typeof host>['exportWorkbook']>>, { ok: false }>['error']

const exportErrorSentence = (error: ExportError): string => {
  const t = currentTranslate()
  switch (error.type) {
    case 'out-of-memory': return t('reading.writeOutOfMemory')
    case 'timeout': return t('reading.writeTimeout', { seconds: error.seconds })
    case 'cancelled': return t('reading.writeCancelled')
    case 'too-many-rows': return t('reading.writeTooManyRows', { sheet: error.sheet, limit: error.limit })
    case 'failed': return t('reading.writeFailed', { detail: error.detail })
    default: return fileErrorSentence(t, error)
  }
}

/** The whole plan as an Excel workbook. */
export const exportWorkbook = async (): Promise<void> => {
  const file = await writtenWorkbook()
  const t = currentTranslate()
  if (file) notifyDone(t('shell.exportedTitle'), t('shell.exported', { file: file.path }))
}

/** Closes the plan. It is in a snapshot before it goes, and can be brought back. */
export const closePlan = async (): Promise<void> => {
  if (!(await putAside('close')) || !planStore.getState().document) return
  const tellKept = keptNotice()
  resetViews()
  await closeDocument()
  tellKept()
}

