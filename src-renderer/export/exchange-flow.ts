import type { Translate } from '@core/messages/translator'
import { readErrorSentence, writeErrorSentence } from '@core/messages/read-error-sentence'
import type { Exchange } from '@core/plan/exchange'
import type { PlanDocument } from '@core/plan/plan-document'
import type { ExportRequest, PackageRequest } from '@core/workbook/export-files'
import { acceptAnswers, logExchanges } from '@core/workbook/packages/exchange-commands'
import type { RedactionProfile } from '@core/workbook/packages/redaction'
import { isAcceptable } from '@core/workbook/packages/answers'
import { readReturn, type ReturnedPackage, type ReturnRefusal } from '@core/workbook/packages/returned-package'
import { sentTables, supplierPackage } from '@core/workbook/packages/supplier-package'
import type { ExportedFiles, FileReference } from '@main/contract/host-api'
import { announce } from '../app/announcer'
import { fileErrorSentence } from '../app/file-error-sentence'
import { notifyBusy, notifyDone, notifyProblem } from '../app/notify'
import { host } from '../host/host'
import { currentTranslate } from '../i18n/words'
import { newId } from '../new-id'
import { preferencesStore } from '../stores/preferences-store'
import { planStore, recordFact, runChange } from '../stores/plan-store'
import { exchangeOfPlan, exchangeStore, setExchange } from './exchange-state'

type ExportFailure = Extract<Awaited<ReturnType<ReturnType<typeof host>['exportFiles']>>, { ok: false }>['error']

const failureSentence = (t: Translate, error: ExportFailure): string => {
  switch (error.type) {
    case 'out-of-memory': case 'timeout': case 'cancelled': case 'too-many-rows': case 'failed': return writeErrorSentence(t, error)
    default: return fileErrorSentence(t, error)
  }
}

/** The planner's own day, not that of Greenwich. */
const today = (): string => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

/** Writes files where the person says, and tells where they are. null: nothing was written. */
export const exportTo = async (document: PlanDocument, request: ExportRequest, suggestedName: string): Promise<ExportedFiles | null> => {
  const t = currentTranslate()
  const finished = notifyBusy(t('shell.exporting'), document.name)
  const exported = await host().exportFiles({ document, request, suggestedName }).finally(finished)
  if (!exported.ok) {
    notifyProblem(t('shell.notExportedTitle'), failureSentence(t, exported.error))
    return null
  }
  if (exported.value === null) return null
  const { files, path } = exported.value
  notifyDone(t('export.done'), t('export.doneAt', { count: files.length, path }))
  return exported.value
}

/** The plan workbook, with what has changed since a snapshot where one is chosen. */
export const exportPlanWorkbook = async (document: PlanDocument, since: { readonly id: string; readonly name: string } | null): Promise<void> => {
  const t = currentTranslate()
  const { language } = preferencesStore.getState()
  if (!since) {
    await exportTo(document, { format: 'workbook', language }, document.name)
    return
  }
  const earlier = await host().readSnapshot(since.id)
  if (!earlier.ok) return notifyProblem(t('shell.notExportedTitle'), fileErrorSentence(t, earlier.error))
  await exportTo(document, { format: 'workbook', language, since: { name: since.name, document: earlier.value.document } }, document.name)
}

const exchangeOf = (
  document: PlanDocument, request: PackageRequest, id: string, file: { readonly name: string; readonly sha256: string },
): Exchange => {
  const { supplier, profile } = request
  const sent = supplierPackage(document, { supplier, profile, language: preferencesStore.getState().language })
  const columns = sent.tables[0]?.sheet.columns ?? []
  return {
    id, supplier: sent.supplier, sentOn: today(), fileName: file.name, sha256: file.sha256, profile: profile.level,
    fields: columns.filter((column) => !column.input).map((column) => column.heading),
    withheld: sent.tables.flatMap(({ withheld }) => withheld), tables: sentTables(sent),
  }
}

/** Writes the packages, and notes in the plan's log what left. */
export const sendPackages = async (document: PlanDocument, suppliers: readonly string[], profile: RedactionProfile): Promise<void> => {
  const { language } = preferencesStore.getState()
  const packages = suppliers.map((supplier) => ({ supplier, profile, id: newId('package') }))
  const [only] = suppliers
  const name = suppliers.length === 1 ? `${document.name} - ${only}` : `${document.name} - ${currentTranslate()('export.packagesTitle')}`
  const exported = await exportTo(document, { format: 'packages', language, packages }, name)
  if (!exported || planStore.getState().document?.id !== document.id) return
  const rows = packages.flatMap((request, index) => {
    const file = exported.files[index]
    return file ? [exchangeOf(document, request, request.id, file)] : []
  })
  recordFact(logExchanges(rows))
}

const refusalSentence = (t: Translate, refusal: ReturnRefusal, file: string): string => {
  switch (refusal.type) {
    case 'no-package': return t('export.noPackage', { file })
    case 'unknown-package': return t('export.unknownPackage', { file, id: refusal.id })
    case 'key-lost': return refusal.fitting > 0
      ? t('export.keyLostSeveral', { file, count: refusal.fitting })
      : t('export.keyLostNone', { file })
    case 'no-items': return t('export.noItems', { file, sheet: refusal.sheet })
  }
}

/** Opens a package that came back and compares it. */
export const openReturned = async (): Promise<void> => {
  const file = await host().chooseWorkbook()
  if (file) await compareReturned(file)
}

/** The file compared with what was sent; null: it could not be read, and that was said. */
const readBack = async (document: PlanDocument, file: FileReference): Promise<ReturnedPackage | ReturnRefusal | null> => {
  const t = currentTranslate()
  const finished = notifyBusy(t('shell.loading'), file.name)
  const read = await host().readCells({ path: file.path }).finally(finished)
  if (read.ok) return readReturn(document, read.value)
  notifyProblem(t('export.notAPackageTitle'), readErrorSentence(t, read.error))
  return null
}

/** Shows what came back. Nothing of it is accepted before the planner says so. */
const showReturned = (document: PlanDocument, returned: ReturnedPackage): void => {
  exchangeOfPlan(document.id)
  setExchange({ returned, accepted: new Set(), section: 'back' })
  announce(currentTranslate()('export.answers', { count: returned.answers.length }))
}

/** Compares a file with the package that was sent, and shows what is different or says why it cannot. */
export const compareReturned = async (file: FileReference): Promise<void> => {
  const { document } = planStore.getState()
  const returned = document && await readBack(document, file)
  if (!returned) return
  if (!('type' in returned)) return showReturned(document, returned)
  const t = currentTranslate()
  const title = returned.type === 'key-lost' ? t('export.keyLostTitle') : t('export.notAPackageTitle')
  notifyProblem(title, refusalSentence(t, returned, file.name))
}

/** Does the same with a file that only looks like a package, if one of the log fits it. Whether one did. */
export const compareLookalike = async (file: FileReference): Promise<boolean> => {
  const { document } = planStore.getState()
  const returned = document && await readBack(document, file)
  if (!returned || 'type' in returned) return false
  showReturned(document, returned)
  return true
}

/** Takes the chosen answers into the plan, as one step. */
export const takeAnswers = (document: PlanDocument): void => {
  const { returned, accepted } = exchangeStore.getState()
  if (!returned) return
  const t = currentTranslate()
  const answers = returned.answers.filter((answer) => accepted.has(answer.key) && isAcceptable(answer))
  const count = answers.length
  const key = count > 0 ? 'steps.takeAnswers' : 'steps.noteReturned'
  runChange({ key, params: { count, supplier: returned.exchange.supplier } }, acceptAnswers(document, returned.exchange.id, answers, today()))
  setExchange({ returned: null, accepted: new Set(), section: 'log' })
  if (count > 0) notifyDone(t('export.taken'), t('export.takenBody', { count }))
}
