import type { Worker } from 'node:worker_threads'
import { startWorker, type JobControl } from './workbook-jobs'

/**
 * A thread that has loaded its code and waits for a workbook. Started while a person looks for the file, it saves
 * them the loading, which takes as long as the first thousand rows do, and reads faster for having practised.
 */
export class SpareThread {
  #waiting: Worker | null = null

  constructor(private readonly control: JobControl = {}) {}

  prepare(): void {
    if (this.#waiting) return
    const worker = startWorker(null, this.control)
    // Neither the end of the program waits for it, nor is its death anybody's trouble: whoever needs a thread starts one.
    worker.unref()
    worker.on('error', () => undefined)
    worker.once('exit', () => {
      if (this.#waiting === worker) this.#waiting = null
    })
    this.#waiting = worker
  }

  /** The one that waits, which is the caller's from then on; null when there is none. */
  take(): Worker | null {
    const worker = this.#waiting
    this.#waiting = null
    worker?.ref()
    return worker
  }

  discard(): void {
    void this.take()?.terminate()
  }
}
