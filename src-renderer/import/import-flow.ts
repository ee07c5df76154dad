import type { Language } from '@core/messages/translator'
import { emptyHistory } from '@core/plan/history'
import { replaceContents } from '@core/plan/commands'
import type { PlanDocument } from '@core/plan/plan-document'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { PairDecision } from '@core/workbook/merge-memory'
import { documentWithSources } from '@core/workbook/sources'
import { evaluate } from '@core/violations/evaluate'
import type { FileReference } from '@main/contract/host-api'
import { announce } from '../app/announcer'
import { keptNotice } from '../app/bring-back'
import { notifyDone, notifyProblem } from '../app/notify'
import { openPlanFile } from '../app/plan-files'
import { putAside } from '../app/put-aside'
import { hasReturned } from '../export/exchange-state'
import { host } from '../host/host'
import { currentTranslate } from '../i18n/words'
import { openDocument, planStore, runChange } from '../stores/plan-store'
import { resetViews, showView } from '../stores/view-store'
import { saysTheSame } from './says-the-same'
import { importStore, setImportState, type Understood } from './import-store'
import { openWorkbook, rememberDecisions, rememberMappings } from './open-workbook'
import type { Changes } from './use-changes'

/** Reads a workbook and shows what was found. The open plan is untouched until that is accepted. */
export const importFile = async (file: FileReference): Promise<void> => {
  const understood = await openWorkbook(file)
  if (!understood) return
  if (isReturned(understood.imported)) return takeBack(file, understood)
  const isShown = await isTakenBack(file, understood.imported)
  if (isShown || !isWaitedFor(understood)) return letGo(understood)
  setImportState({ step: 'preview', ...understood })
}

/** Nobody has cancelled it or opened something else. */
const isWaitedFor = ({ jobId }: Understood): boolean => {
  const state = importStore.getState()
  return state.step === 'reading' && state.jobId === jobId
}

/** A package that the open plan has sent: as an inventory, what a supplier changed beside the answers would be taken unasked. */
const isReturned = ({ packageId }: ImportedWorkbook): boolean =>
  planStore.getState().document?.exchanges.some(({ id }) => id === packageId) ?? false

/** Of a package that lost its key: compares it with the one that the open plan has sent, if one fits. Whether it did. */
const isTakenBack = async (file: FileReference, { packageId }: ImportedWorkbook): Promise<boolean> => {
  if (packageId !== null || !planStore.getState().document?.exchanges.length) return false
  const { compareLookalike } = await import('../export/exchange-flow')
  const isShown = await compareLookalike(file)
  if (isShown) showView('exchange')
  return isShown
}

/** It is no inventory, or nobody wants it any more. */
const letGo = (understood: Understood): void => {
  if (isWaitedFor(understood)) setImportState({ step: 'idle' })
  void host().closeWorkbook(understood.jobId)
}

/** However the file was opened, it is compared with what was sent. */
const takeBack = async (file: FileReference, understood: Understood): Promise<void> => {
  letGo(understood)
  const { compareReturned } = await import('../export/exchange-flow')
  await compareReturned(file)
  if (hasReturned()) showView('exchange')
}

export const chooseWorkbook = async (): Promise<void> => {
  const file = await host().chooseWorkbook()
  if (file) await importFile(file)
}

/** Stops reading at once; what the worker had is thrown away. */
export const cancelImport = (): void => {
  const state = importStore.getState()
  setImportState({ step: 'idle' })
  if (state.step === 'reading') void host().cancelRead(state.jobId)
  if (state.step === 'preview') void host().closeWorkbook(state.jobId)
}

/** The import has become part of a plan: how it was read is remembered, and its cells are let go. */
const finish = (understood: Understood, decisions: readonly PairDecision[]): void => {
  setImportState({ step: 'idle' })
  rememberMappings(understood)
  rememberDecisions(understood, decisions)
  void host().closeWorkbook(understood.jobId)
}

const tellImport = (imported: ImportedWorkbook): void => {
  const t = currentTranslate()
  notifyDone(t('import.doneTitle'), t('import.done', {
    file: imported.fileName,
    items: t('common.items', { count: imported.counts.items }),
    dependencies: t('common.dependencies', { count: imported.counts.dependencies }),
  }))
}

const tellTaken = ({ fileName }: ImportedWorkbook, count: number): void => {
  const t = currentTranslate()
  notifyDone(t('import.doneTitle'), t('import.tookSome', { count, file: fileName }))
}

const tellNothingNew = ({ imported: { fileName }, rows, otherPlaces }: Changes['compared']): void => {
  const t = currentTranslate()
  const isSame = rows.length === 0 && otherPlaces.length === 0
  if (isSame) notifyDone(t('import.nothingNewTitle'), t('import.nothingNew', { file: fileName }))
  else notifyDone(t('import.tookNothingTitle'), t('import.tookNothing', { file: fileName }))
}

/** A region's rows take a moment to be written, and whoever accepted them waits for the board. */
const whenShown = (): Promise<void> =>
  new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 1_000 }))

/** As a plan of its own. What was open is put aside as a snapshot first; false when that was not possible. */
const openImported = async (understood: Understood, document: PlanDocument, decisions: readonly PairDecision[]): Promise<boolean> => {
  if (planStore.getState().document) setImportState({ step: 'storing', ...understood })
  if (!(await putAside('import'))) return false
  const tellKept = keptNotice()
  resetViews()
  const stored = openDocument(document, emptyHistory, null, whenShown)
  // The plan is in memory: what is still being written is said beside its name, and nobody needs to wait for it.
  showView('waves')
  finish(understood, decisions)
  await stored
  tellKept()
  return true
}

const newPlans = new WeakMap<ImportedWorkbook, PlanDocument>()

/** What the workbook is as a plan of its own; the same every time, so that it is judged once. */
const newPlanOf = (imported: ImportedWorkbook): PlanDocument => {
  const known = newPlans.get(imported) ?? documentWithSources(imported)
  newPlans.set(imported, known)
  return known
}

/**
 * Judges the plan that the workbook would become, and makes its board, while the planner reads the preview, so that they
 * need not wait for it.
 */
export const judgeAhead = async (imported: ImportedWorkbook): Promise<void> => {
  const plan = newPlanOf(imported)
  evaluate(plan)
  const { makeBoardAhead } = await import('../waves/use-board')
  requestIdleCallback(() => makeBoardAhead(plan))
}

/** `imported`: as it was understood, with what the planner decided to be one. */
export const acceptAsNew = async (
  understood: Understood, imported: ImportedWorkbook, decisions: readonly PairDecision[],
): Promise<void> => {
  if (await openImported(understood, newPlanOf(imported), decisions)) tellImport(imported)
  else setImportState({ step: 'preview', ...understood })
}

/** Over the open plan, as one step that can be undone: groups, waves and rules stay. */
export const acceptOver = async (understood: Understood, changes: Changes, decisions: readonly PairDecision[]): Promise<void> => {
  const { imported } = changes.compared
  setImportState({ step: 'storing', ...understood })
  const { document } = planStore.getState()
  // What was compared must be what is changed: the dialog is modal, so it is.
  if (!document || document !== changes.compared.open) return setImportState({ step: 'preview', ...understood })
  const change = replaceContents(document, changes.accept())
  if (saysTheSame(change)) {
    finish(understood, decisions)
    return tellNothingNew(changes.compared)
  }
  if (!(await putAside('import'))) return setImportState({ step: 'preview', ...understood })
  finish(understood, decisions)
  runChange({ key: 'import.stepImportOver', params: { file: imported.fileName } }, change)
  tellTaken(imported, changes.taken)
}

/** One of the two estates that come with the program, opened at once: there is nothing in it to be asked about. */
export const openSample = async (language: Language): Promise<void> => {
  const understood = await openWorkbook(await host().sampleWorkbook(language))
  if (!understood) return
  const t = currentTranslate()
  const document = { ...documentWithSources(understood.imported), name: t('start.sampleName') }
  if (await openImported(understood, document, [])) announce(t('shell.opened', { name: document.name }))
  else setImportState({ step: 'idle' })
}

/** A file from anywhere: dropped, handed over by the system, or chosen. */
export const openFileReference = async (file: FileReference): Promise<void> => {
  if (file.kind === 'plan') {
    // What was to be taken over was compared with the plan that goes.
    if (importStore.getState().step !== 'storing') cancelImport()
    return openPlanFile(file.path)
  }
  if (file.kind === 'workbook') return importFile(file)
  const t = currentTranslate()
  notifyProblem(t('shell.notOpenedTitle'), t('start.dropUnknown', { name: file.name }))
}
