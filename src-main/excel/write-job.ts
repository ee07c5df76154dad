import { exportFiles, type FileToWrite } from '@core/workbook/export-files'
import { failure, ok } from '@core/result'
import { TooManyRows } from './writing/too-many-rows'
import { writeWorkbook } from './write-workbook'
import type { WriteDone, WriteJob, WrittenFile } from './worker-messages'

/** From a plan to the bytes of the files of an export. Runs in the worker. */
export const writeJob = async (job: WriteJob): Promise<WriteDone> => {
  try {
    const files: WrittenFile[] = []
    for (const file of exportFiles(job.document, job.request)) {
      files.push({ name: file.name, extension: file.extension, bytes: await bytesOf(file) })
    }
    return { done: 'write', result: ok(files) }
  } catch (error) {
    if (!(error instanceof TooManyRows)) throw error
    return { done: 'write', result: failure({ type: 'too-many-rows', sheet: error.sheet, limit: error.limit }) }
  }
}

const bytesOf = async ({ content }: FileToWrite): Promise<Uint8Array> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : writeWorkbook(content)
