import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import type { Result } from '@core/result'
import { failure, ok } from '@core/result'
import type { RememberedMapping } from '@core/workbook/mapping'
import type { RememberedDecision } from '@core/workbook/merge-memory'
import type { PackedRows, PackedWorkbook } from '@core/workbook/packed-workbook'
import type { ReadError } from '@core/workbook/read-error'
import type { SpareThread } from './spare-thread'
import { firstOutcome, startWorker, type ReadJobOptions } from './workbook-jobs'
import type { Answer, OpenJob, Question, WorkerMessage } from './worker-messages'

/** A workbook that a thread holds open. */
export type OpenWorkbook = {
  readonly opened: PackedWorkbook
  /** Questions are answered in their order. A thread that dies or takes too long answers with an error. */
  readonly ask: (question: Question) => Promise<Result<Answer, ReadError>>
  /** Ends the thread; what it held is gone. */
  readonly close: () => Promise<void>
}

export type OpenOptions = ReadJobOptions & {
  readonly remembered: readonly RememberedMapping[]
  readonly decisions?: readonly RememberedDecision[]
  /** The first rows, long before the whole is read. Not for small files. */
  readonly onFirstLook?: (page: PackedRows) => void
  /** Where a thread may wait that was started ahead. */
  readonly spare?: SpareThread
}

const secondsToAnswer = 120

/** Reads and understands a workbook in a thread of its own, which stays to answer questions until it is closed. */
export const openWorkbookInWorker = async (filePath: string, options: OpenOptions): Promise<Result<OpenWorkbook, ReadError>> => {
  const fileName = path.basename(filePath)
  if (options.signal?.aborted) return failure({ fileName, type: 'cancelled' })
  const worker = threadFor({
    job: 'open', path: filePath, today: options.today, ids: options.ids ?? 'random', remembered: options.remembered,
    decisions: options.decisions ?? [],
    ...(options.presetFolder !== undefined && { presetFolder: options.presetFolder }),
  }, options)
  worker.on('message', (message: WorkerMessage) => {
    if ('firstLook' in message) options.onFirstLook?.(message.firstLook)
  })
  const outcome = await firstOutcome(worker, options, options.onProgress)
  const opened = 'failed' in outcome ? failure({ fileName, ...outcome.failed }) : outcome.done === 'open' ? outcome.result : null
  if (!opened) throw new Error('The worker answered another question')
  if (opened.ok) return ok(heldOpen(worker, fileName, opened.value))
  await worker.terminate()
  return opened
}

const threadFor = (job: OpenJob, options: OpenOptions): Worker => {
  const waiting = options.spare?.take()
  waiting?.postMessage(job)
  return waiting ?? startWorker(job, options)
}

const heldOpen = (worker: Worker, fileName: string, opened: PackedWorkbook): OpenWorkbook => {
  const waiting: ((answer: Result<Answer, ReadError>) => void)[] = []
  const stop = (detail: string): void => {
    for (const settle of waiting.splice(0)) settle(failure({ fileName, type: 'failed', detail }))
  }
  worker.on('message', (message: WorkerMessage) => {
    if ('answer' in message) waiting.shift()?.(ok(message))
  })
  let ended = false
  const end = (detail: string): void => {
    ended = true
    stop(detail)
  }
  worker.on('error', (error) => end(String(error)))
  worker.on('exit', (code) => end(`exit ${code}`))
  // The program may end while a workbook is open.
  worker.unref()
  return {
    opened,
    ask: (question) => {
      if (ended) return Promise.resolve(failure({ fileName, type: 'failed', detail: 'closed' }))
      return new Promise((settle) => {
        const timer = setTimeout(() => void worker.terminate(), secondsToAnswer * 1000)
        waiting.push((answer) => {
          clearTimeout(timer)
          settle(answer)
        })
        worker.postMessage(question)
      })
    },
    close: async () => {
      await worker.terminate()
    },
  }
}
