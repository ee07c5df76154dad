import { translator } from '@core/messages/translator'
import { failure, ok } from '@core/result'
import type { Result } from '@core/result'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { ReadError, WriteError } from '@core/workbook/read-error'
import type { PlanDocument } from '@core/plan/plan-document'
import type { IsoDate } from '@core/estate/item'
import type { Language } from '@core/messages/translator'
import type { CallHandlers, SendEvent } from '../contract/calls'
import type { ReadProgress } from '../contract/host-api'
import type { AllowedPaths } from '../files/allowed-paths'
import { writeFileSafely } from '../files/atomic-write'
import { fileReferenceOf, safeFileName, withExtension, workbookExtensions } from '../files/file-reference'
import type { Dialogs } from './dialogs'

/** Work on workbooks, off the main thread. */
export type WorkbookJobs = {
  readonly read: (
    path: string,
    options: {
      readonly today: IsoDate
      readonly onProgress: (progress: Omit<ReadProgress, 'jobId'>) => void
      readonly signal: AbortSignal
    },
  ) => Promise<Result<ImportedWorkbook, ReadError>>
  readonly write: (document: PlanDocument, language: Language) => Promise<Result<Uint8Array, WriteError>>
}

export type WorkbookCallOptions = {
  readonly jobs: WorkbookJobs
  readonly dialogs: Dialogs
  readonly paths: AllowedPaths
  readonly language: () => Language
  readonly today: () => IsoDate
  readonly samplePath: (language: Language) => string
  readonly send: SendEvent
}

type WorkbookCalls = Pick<
  CallHandlers,
  'chooseWorkbook' | 'fileFromDrop' | 'sampleWorkbook' | 'readWorkbook' | 'cancelRead' | 'exportWorkbook'
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
      const path = await dialogs.openFile({ title: t('storage.chooseWorkbookTitle'), filters })
      return path === null ? null : handOut(paths, path)
    },
    fileFromDrop: (path) => Promise.resolve(handOut(paths, path)),
    sampleWorkbook: (language) => Promise.resolve(handOut(paths, options.samplePath(language))),
    exportWorkbook: (request) => exportWorkbook(options, request),
  }
}

/** A plan that a person chose may be saved again in the same place; a workbook is only ever read. */
const handOut = (paths: AllowedPaths, path: string): ReturnType<typeof fileReferenceOf> => {
  const file = fileReferenceOf(path)
  paths.allow(path, file.kind === 'plan' ? 'write' : 'read')
  return file
}

const readingCalls = (options: WorkbookCallOptions): Pick<WorkbookCalls, 'readWorkbook' | 'cancelRead'> => {
  const running = new Map<string, AbortController>()
  return {
    readWorkbook: async ({ path, jobId }) => {
      options.paths.check(path, 'read')
      if (running.has(jobId)) throw new Error('A read with this id is running')
      const controller = new AbortController()
      running.set(jobId, controller)
      const onProgress = (progress: Omit<ReadProgress, 'jobId'>): void =>
        options.send('readProgress', { ...progress, jobId })
      try {
        return await options.jobs.read(path, { today: options.today(), onProgress, signal: controller.signal })
      } finally {
        running.delete(jobId)
      }
    },
    cancelRead: (jobId) => {
      running.get(jobId)?.abort()
      return Promise.resolve()
    },
  }
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
