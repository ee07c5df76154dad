import { documentToSheets } from '@core/workbook/document-to-sheets'
import { failure, ok } from '@core/result'
import { TooManyRows } from './writing/too-many-rows'
import { writeWorkbook } from './write-workbook'
import type { WriteDone, WriteJob } from './worker-messages'

/** From a plan to the bytes of a workbook. Runs in the worker. */
export const writeJob = async (job: WriteJob): Promise<WriteDone> => {
  try {
    const bytes = await writeWorkbook(documentToSheets(job.document, job.options))
    return { done: 'write', result: ok(bytes) }
  } catch (error) {
    if (!(error instanceof TooManyRows)) throw error
    return { done: 'write', result: failure({ type: 'too-many-rows', sheet: error.sheet, limit: error.limit }) }
  }
}
