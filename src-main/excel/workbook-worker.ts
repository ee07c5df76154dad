import { once } from 'node:events'
import { setImmediate } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { openJob } from './open-job'
import { modelJob, writeJob } from './write-job'
import { practise } from './practice'
import { cellsJob, readJob } from './read-job'
import type { JobDone, OpenJob, Question, WorkbookJob, WorkerMessage } from './worker-messages'

/**
 * The thread that reads or writes one workbook and ends, or holds one open. A thread a job, because ending it is the only way to stop a
 * parser, and because whatever a hostile file does to it goes with it. A bug throws, and reaches `workbook-jobs`.
 */
const post = (message: WorkerMessage, transfer: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, [...transfer])

const run = async (job: WorkbookJob): Promise<JobDone> => {
  switch (job.job) {
    case 'read': return readJob(job, (progress) => post({ progress }))
    case 'cells': return cellsJob(job)
    case 'write': return writeJob(job)
    case 'model': return modelJob(job)
    case 'open': return openAndStay(job)
  }
}

/** Listening keeps the thread: it ends when it is ended. */
const openAndStay = async (job: OpenJob): Promise<JobDone> => {
  const { done, answer } = await openJob(job, {
    progress: (progress) => post({ progress }), firstLook: (firstLook) => post({ firstLook }),
  })
  if (answer) parentPort?.on('message', (question: Question) => post(answer(question)))
  return done
}

/** A big result is handed over instead of copied; a small Buffer shares its memory with others and must be copied. */
function ownBuffer(message: JobDone): readonly ArrayBuffer[] {
  if (message.done !== 'write' || !message.result.ok) return []
  return message.result.value.flatMap(({ bytes: { buffer, byteLength } }) =>
    buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : [])
}

/** Each round makes the next faster; after these there is little left to gain. */
const roundsOfPractice = 4

/** Given at the start, or sent later to a thread that was started ahead, which practises until then. */
const firstJob = async (): Promise<WorkbookJob> => {
  if (workerData !== null || !parentPort) return workerData as WorkbookJob
  let isThere = false
  const message = (once(parentPort, 'message') as Promise<[WorkbookJob]>).finally(() => {
    isThere = true
  })
  for (let round = 0; round < roundsOfPractice && !isThere; round += 1) {
    await practise()
    await setImmediate()
  }
  const [job] = await message
  return job
}

const done = await run(await firstJob())
post(done, ownBuffer(done))
