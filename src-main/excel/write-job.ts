import { exportFiles, type FileToWrite } from '@core/workbook/export-files'
import { failure, ok } from '@core/result'
import { TooManyRows } from './writing/too-many-rows'
import { writeWorkbook } from './write-workbook'
import type { ModelJob, WriteDone, WriteJob, WrittenFile } from './worker-messages'

/** From a plan to the bytes of the files of an export. Runs in the worker. */
export const writeJob = (job: WriteJob): Promise<WriteDone> => written(async () => {
  const files: WrittenFile[] = []
  for (const file of exportFiles(job.document, job.request)) {
    files.push({ name: file.name, extension: file.extension, bytes: await bytesOf(file) })
  }
  return files
})

/** One workbook that is given as plain data. */
export const modelJob = ({ model }: ModelJob): Promise<WriteDone> =>
  written(async () => [{ name: model.title, extension: 'xlsx', bytes: await writeWorkbook(model) }])

const written = async (make: () => Promise<readonly WrittenFile[]>): Promise<WriteDone> => {
  try {
    return { done: 'write', result: ok(await make()) }
  } catch (error) {
    if (!(error instanceof TooManyRows)) throw error
    return { done: 'write', result: failure({ type: 'too-many-rows', sheet: error.sheet, limit: error.limit }) }
  }
}

const bytesOf = async ({ content }: FileToWrite): Promise<Uint8Array> =>
  typeof content === 'string' ? new TextEncoder().encode(content) : writeWorkbook(content)
