import { translator } from '@core/messages/translator'
import { failure, ok } from '@core/result'
import type { Result } from '@core/result'
import { withRemembered, type RememberedMapping } from '@core/workbook/mapping'
import { withDecisions, type RememberedDecision } from '@core/workbook/merge-memory'
import type { PackedRows } from '@core/workbook/packed-workbook'
import type { ReadError, WriteError } from '@core/workbook/read-error'
import type { WorkbookModel } from '@core/workbook/workbook-model'
import type { PlanDocument } from '@core/plan/plan-document'
import type { IsoDate } from '@core/estate/item'
import type { Language } from '@core/messages/translator'
import type { CallHandlers, SendEvent } from '../contract/calls'
import type { ReadProgress } from '../contract/host-api'
import type { OpenWorkbook } from '../excel/open-workbook'
import type { Answer, Question } from '../excel/worker-messages'
import type { AllowedPaths } from '../files/allowed-paths'
import { writeFileSafely } from '../files/atomic-write'
import { fileReferenceOf, safeFileName, withExtension, workbookExtensions } from '../files/file-reference'
import type { PreferencesStore } from '../files/preferences'
import type { Dialogs } from './dialogs'

/** Work on workbooks, off the main thread. */
export type WorkbookJobs = {
  /** A workbook will be opened soon, unless `false` says that it will not. */
  readonly expect: (soon: boolean) => void
  readonly open: (
    path: string,
    options: {
      readonly today: IsoDate
      readonly remembered: readonly RememberedMapping[]
      readonly decisions: readonly RememberedDecision[]
      readonly presetFolder: string
      readonly onProgress: (progress: Omit<ReadProgress, 'jobId'>) => void
      readonly onFirstLook: (page: PackedRows) => void
      readonly signal: AbortSignal
    },
  ) => Promise<Result<OpenWorkbook, ReadError>>
  readonly write: (document: PlanDocument, language: Language) => Promise<Result<Uint8Array, WriteError>>
  readonly writeModel: (model: WorkbookModel) => Promise<Result<Uint8Array, WriteError>>
}

export type WorkbookCallOptions = {
  readonly jobs: WorkbookJobs
  readonly dialogs: Dialogs
  readonly paths: AllowedPaths
  readonly language: () => Language
  readonly today: () => IsoDate
  readonly samplePath: (language: Language) => string
  /** Where a planner's own presets lie; need not exist. */
  readonly presetFolder: string
  readonly preferences: PreferencesStore
  readonly send: SendEvent
}

type WorkbookCalls = Pick<
  CallHandlers,
  'chooseWorkbook' | 'fileFromDrop' | 'sampleWorkbook' | 'exportWorkbook' | 'exportList' | keyof ReadingCalls
>

type ReadingCalls = Pick<
  CallHandlers,
  'readWorkbook' | 'cancelRead' | 'interpretWorkbook' | 'workbookRows' | 'workbookDuplicates' | 'closeWorkbook' | 'rememberMappings' | 'rememberDecisions'
>

export const workbookCalls = (options: WorkbookCallOptions): WorkbookCalls => {
  const { dialogs, paths } = options
  return {
    ...readingCalls(options),
    chooseWorkbook: async () => {
      const t = translator(options.language())
      const filters = [
        { name: t('storage.workbookFiles'), extensions: workbookExtensions },
        { name: t('storage.allFiles'), extensions: ['*'] },
      ]
      options.jobs.expect(true)
      const path = await dialogs.openFile({ title: t('storage.chooseWorkbookTitle'), filters })
      const file = path === null ? null : handOut(paths, path)
      if (file?.kind !== 'workbook') options.jobs.expect(false)
      return file
    },
    fileFromDrop: (path) => Promise.resolve(handOut(paths, path)),
    sampleWorkbook: (language) => Promise.resolve(handOut(paths, options.samplePath(language))),
    exportWorkbook: (request) => exportWorkbook(options, request),
    exportList: (request) => exportList(options, request),
  }
}

/** A plan that a person chose may be saved again in the same place; a workbook is only ever read. */
const handOut = (paths: AllowedPaths, path: string): ReturnType<typeof fileReferenceOf> => {
  const file = fileReferenceOf(path)
  paths.allow(path, file.kind === 'plan' ? 'write' : 'read')
  return file
}

/** One window looks at one workbook: opening the next closes what was open. */
const readingCalls = (options: WorkbookCallOptions): ReadingCalls => {
  const running = new Map<string, AbortController>()
  const held = new Map<string, OpenWorkbook>()
  const close = async (jobId: string): Promise<void> => {
    const workbook = held.get(jobId)
    held.delete(jobId)
    await workbook?.close()
  }
  return {
    readWorkbook: async ({ path, jobId }) => {
      options.paths.check(path, 'read')
      if (running.has(jobId)) throw new Error('A read with this id is running')
      const controller = new AbortController()
      running.set(jobId, controller)
      try {
        for (const other of held.keys()) await close(other)
        const read = await options.jobs.open(path, openOptions(options, jobId, controller.signal))
        if (!read.ok) return read
        held.set(jobId, read.value)
        return ok(read.value.opened)
      } finally {
        running.delete(jobId)
      }
    },
    cancelRead: (jobId) => {
      running.get(jobId)?.abort()
      return Promise.resolve()
    },
    ...questionCalls(held),
    closeWorkbook: close,
    rememberMappings: (mappings) => {
      const { mappings: known } = options.preferences.get()
      return options.preferences.change({ mappings: { ...known, sheets: [...withRemembered(known.sheets, mappings)] } })
    },
    rememberDecisions: (fresh) => {
      const { decisions: known } = options.preferences.get()
      return options.preferences.change({ decisions: { ...known, pairs: [...withDecisions(known.pairs, fresh)] } })
    },
  }
}

type QuestionCalls = Pick<ReadingCalls, 'interpretWorkbook' | 'workbookRows' | 'workbookDuplicates'>

const questionCalls = (held: ReadonlyMap<string, OpenWorkbook>): QuestionCalls => ({
  interpretWorkbook: async ({ jobId, corrections }) => {
    const answer = await asked(held, jobId, { ask: 'interpret', corrections })
    if (!answer.ok) return answer
    return answer.value.answer === 'interpret' ? ok(answer.value.imported) : wrongAnswer()
  },
  workbookRows: async ({ jobId, ...page }) => {
    const answer = await asked(held, jobId, { ask: 'rows', ...page })
    if (!answer.ok) return answer
    return answer.value.answer === 'rows' ? ok(answer.value.page) : wrongAnswer()
  },
  workbookDuplicates: async (jobId) => {
    const answer = await asked(held, jobId, { ask: 'duplicates' })
    if (!answer.ok) return answer
    return answer.value.answer === 'duplicates' ? ok(answer.value.duplicates) : wrongAnswer()
  },
})

const openOptions = (options: WorkbookCallOptions, jobId: string, signal: AbortSignal): Parameters<WorkbookJobs['open']>[1] => ({
  today: options.today(),
  remembered: options.preferences.get().mappings.sheets,
  decisions: options.preferences.get().decisions.pairs,
  presetFolder: options.presetFolder,
  signal,
  onProgress: (progress) => options.send('readProgress', { ...progress, jobId }),
  onFirstLook: (page) => options.send('firstLook', { jobId, page }),
})

/** A question about a workbook that was closed meanwhile is answered as a thread that ended would. */
const asked = (
  held: ReadonlyMap<string, OpenWorkbook>, jobId: string, question: Question,
): Promise<Result<Answer, ReadError>> =>
  held.get(jobId)?.ask(question) ?? Promise.resolve(failure({ fileName: '', type: 'cancelled' }))

const wrongAnswer = (): never => {
  throw new Error('The worker answered another question')
}

/** Any list as a workbook: the findings of an import. */
const exportList = async (
  { jobs, dialogs, language, paths }: WorkbookCallOptions, request: Parameters<CallHandlers['exportList']>[0],
): ReturnType<CallHandlers['exportList']> => {
  const t = translator(language())
  const chosen = await dialogs.saveFile({
    title: t('storage.exportTitle'),
    suggestedName: safeFileName(request.suggestedName, 'xlsx'),
    filters: [{ name: t('storage.excelFiles'), extensions: ['xlsx'] }],
  })
  if (chosen === null) return ok(null)
  const workbook = await jobs.writeModel(request.model)
  if (!workbook.ok) return failure(workbook.error)
  const path = withExtension(chosen, 'xlsx')
  const written = await writeFileSafely(path, workbook.value)
  return written.ok ? ok(handOut(paths, path)) : written
}

const exportWorkbook = async (
  { jobs, dialogs, language, paths }: WorkbookCallOptions,
  request: Parameters<CallHandlers['exportWorkbook']>[0],
): ReturnType<CallHandlers['exportWorkbook']> => {
  const t = translator(language())
  const chosen = await dialogs.saveFile({
    title: t('storage.exportTitle'),
    suggestedName: safeFileName(request.suggestedName, 'xlsx'),
    filters: [{ name: t('storage.excelFiles'), extensions: ['xlsx'] }],
  })
  if (chosen === null) return ok(null)
  const path = withExtension(chosen, 'xlsx')
  const workbook = await jobs.write(request.document, request.language)
  if (!workbook.ok) return failure(workbook.error)
  const written = await writeFileSafely(path, workbook.value)
  return written.ok ? ok(handOut(paths, path)) : written
}
