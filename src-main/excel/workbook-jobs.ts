import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { IsoDate } from '@core/estate/item'
import type { PlanDocument } from '@core/plan/plan-document'
import type { Result } from '@core/result'
import { failure, ok } from '@core/result'
import type { Language } from '@core/messages/translator'
import type { ExportRequest } from '@core/workbook/export-files'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { defaultProfile } from '@core/workbook/packages/redaction'
import type { RawWorkbook } from '@core/workbook/raw-workbook'
import type { ReadError, WriteError } from '@core/workbook/read-error'
import type { ReadProgress } from '@core/workbook/read-progress'
import type { WorkbookModel } from '@core/workbook/workbook-model'
import type { IdSource, JobDone, WorkbookJob, WorkerMessage, WrittenFile } from './worker-messages'

/** What a job is told from outside, for reading and writing alike. */
export type JobControl = {
  /** Aborting ends the thread at once, whatever it is doing. */
  readonly signal?: AbortSignal
  readonly timeLimitSeconds?: number
  /** Of that, for reading cells without a word: a damaged xls, xlsb or ods can keep its parser busy for ever. */
  readonly silenceLimitSeconds?: number
  /** The built worker; found beside the running program when absent. Tests bundle one and name it. */
  readonly workerUrl?: URL
  /** Heap of the thread, in megabytes. */
  readonly memoryLimit?: number
}

export type ReadJobOptions = JobControl & {
  /** The day of the import, for its record. */
  readonly today: IsoDate
  readonly onProgress?: (progress: ReadProgress) => void
  readonly ids?: IdSource
  /** Where a planner's own presets lie, one JSON file each; may not exist. */
  readonly presetFolder?: string
}

const defaults = { timeLimitSeconds: 120, silenceLimitSeconds: 10, memoryLimit: 2048 }

/** Reads and understands a workbook in a thread of its own. Every way to fail is a value; nothing is left running. */
export const readWorkbookInWorker = async (
  filePath: string, options: ReadJobOptions,
): Promise<Result<ImportedWorkbook, ReadError>> => {
  const fileName = path.basename(filePath)
  const job = {
    job: 'read', path: filePath, today: options.today, ids: options.ids ?? 'random',
    ...(options.presetFolder !== undefined && { presetFolder: options.presetFolder }),
  } as const
  const outcome = await runJob(job, options, options.onProgress)
  if ('failed' in outcome) return failure({ fileName, ...outcome.failed })
  if (outcome.done !== 'read') throw new Error('The worker answered another question')
  return outcome.result
}

/** The cells of a file, without asking what they mean. */
export const readCellsInWorker = async (filePath: string, control: JobControl = {}): Promise<Result<RawWorkbook, ReadError>> => {
  const outcome = await runJob({ job: 'cells', path: filePath }, control)
  if ('failed' in outcome) return failure({ fileName: path.basename(filePath), ...outcome.failed })
  if (outcome.done !== 'cells') throw new Error('The worker answered another question')
  return outcome.result
}

/** The files of an export, made in a thread of its own. */
export const exportFilesInWorker = async (
  document: PlanDocument, request: ExportRequest, control: JobControl = {},
): Promise<Result<readonly WrittenFile[], WriteError>> => {
  const outcome = await runJob({ job: 'write', document, request }, control)
  if ('failed' in outcome) return failure(outcome.failed)
  if (outcome.done !== 'write') throw new Error('The worker answered another question')
  return outcome.result
}

/** The plan, or the package of one supplier, as the bytes of an .xlsx. */
export const exportInWorker = async (
  document: PlanDocument, options: { readonly language?: Language; readonly supplier?: string } = {}, control: JobControl = {},
): Promise<Result<Uint8Array, WriteError>> => {
  const { language = 'en', supplier } = options
  const request: ExportRequest = supplier === undefined
    ? { format: 'workbook', language }
    : { format: 'packages', language, packages: [{ supplier, profile: defaultProfile }] }
  const files = await exportFilesInWorker(document, request, control)
  if (!files.ok) return files
  const [file] = files.value
  if (!file) throw new Error('An export without a file')
  return ok(file.bytes)
}

/** A workbook given as plain data, as the bytes of an .xlsx. */
export const writeModelInWorker = async (model: WorkbookModel, control: JobControl = {}): Promise<Result<Uint8Array, WriteError>> => {
  const outcome = await runJob({ job: 'model', model }, control)
  if ('failed' in outcome) return failure(outcome.failed)
  const file = outcome.done === 'write' && outcome.result.ok ? outcome.result.value[0] : null
  if (outcome.done === 'write' && !outcome.result.ok) return outcome.result
  if (!file) throw new Error('The worker answered another question')
  return ok(file.bytes)
}

type JobFailure =
  | { readonly type: 'cancelled' }
  | { readonly type: 'timeout'; readonly seconds: number }
  | { readonly type: 'out-of-memory' }
  | { readonly type: 'failed'; readonly detail: string }

type Outcome = JobDone | { readonly failed: JobFailure }

/** A thread for one job; without one it waits until it is sent one. Whoever starts it ends it. */
export const startWorker = (job: WorkbookJob | null, control: JobControl): Worker =>
  new Worker(control.workerUrl ?? builtWorker(), {
    workerData: job,
    resourceLimits: { maxOldGenerationSizeMb: control.memoryLimit ?? defaults.memoryLimit },
    // What a parser prints is not for the terminal of the command line.
    stdout: true,
    stderr: true,
  })

const runJob = async (
  job: WorkbookJob, control: JobControl, onProgress?: (progress: ReadProgress) => void,
): Promise<Outcome> => {
  if (control.signal?.aborted) return { failed: { type: 'cancelled' } }
  const worker = startWorker(job, control)
  try {
    return await firstOutcome(worker, control, onProgress)
  } finally {
    await worker.terminate()
  }
}

/** Calls `onEnd` when the reading of cells says nothing for so many seconds. */
class SilenceLimit {
  #timer: NodeJS.Timeout | undefined

  constructor(private readonly seconds: number, private readonly onEnd: (seconds: number) => void) {}

  heard(progress: ReadProgress): void {
    this.end()
    if (progress.phase === 'reading') this.#timer = setTimeout(() => this.onEnd(this.seconds), this.seconds * 1000)
  }

  end(): void {
    clearTimeout(this.#timer)
  }
}

/** Whichever comes first: the answer, the end of the thread, the time limit, or the cancel. */
export const firstOutcome = async (
  worker: Worker, control: JobControl, onProgress?: (progress: ReadProgress) => void,
): Promise<Outcome> => {
  const { promise, resolve } = withResolvers<Outcome>()
  const seconds = control.timeLimitSeconds ?? defaults.timeLimitSeconds
  const cancel = (): void => resolve({ failed: { type: 'cancelled' } })
  const timer = setTimeout(() => resolve({ failed: { type: 'timeout', seconds } }), seconds * 1000)
  const silence = new SilenceLimit(control.silenceLimitSeconds ?? defaults.silenceLimitSeconds, (limit) =>
    resolve({ failed: { type: 'timeout', seconds: limit } }))
  control.signal?.addEventListener('abort', cancel, { once: true })
  worker.on('message', (message: WorkerMessage) => {
    if ('progress' in message) {
      silence.heard(message.progress)
      onProgress?.(message.progress)
    } else if ('done' in message) resolve(message)
  })
  worker.on('error', (error) => resolve({ failed: toFailure(error) }))
  worker.on('exit', (code) => resolve({ failed: { type: 'failed', detail: `exit ${code}` } }))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    silence.end()
    control.signal?.removeEventListener('abort', cancel)
  }
}

const toFailure = (error: unknown): JobFailure => {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { type: 'out-of-memory' }
  }
  return { type: 'failed', detail: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

/** Promise.withResolvers came with Node 22; ours begins at 20.19. */
const withResolvers = <T>(): { promise: Promise<T>; resolve: (value: T) => void } => {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}

/** The bundler puts this file into an entry beside the worker, or into a chunk one folder below. */
const builtWorker = (): URL => {
  const places = [new URL('./workbook-worker.js', import.meta.url), new URL('../workbook-worker.js', import.meta.url)]
  const found = places.find((place) => existsSync(place))
  if (!found) throw new Error('The worker for workbooks is missing from the built program')
  return found
}
