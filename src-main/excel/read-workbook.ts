import type { RawWorkbook } from '@core/workbook/raw-workbook'
import type { ReadError } from '@core/workbook/read-error'
import type { ReadProgress } from '@core/workbook/read-progress'
import type { Result } from '@core/result'
import { failure, ok } from '@core/result'
import { fileKind } from './file-kind'
import type { FirstRows, ReadContext } from './read-context'
import type { ReadLimits } from './read-limits'
import { readLimits } from './read-limits'
import { readOleWorkbook } from './read-ole-workbook'
import { readZipWorkbook } from './read-zip-workbook'
import { Refusal, tooLarge } from './refusal'
import { readTextWorkbook } from './text/read-text-workbook'

export type ReadOptions = {
  readonly limits?: ReadLimits
  readonly firstRows?: FirstRows
  readonly onProgress?: (progress: ReadProgress) => void
}

/**
 * The cells of a workbook (xlsx, xlsm, xlsb, xls, ods) or a text file (csv, tsv, txt), told apart by their bytes and
 * never by their name. The file is hostile until parsed: see `readLimits`, and run this in the worker, because a
 * parser can still be slow. Never throws for what is in the file.
 */
export const readWorkbook = (
  bytes: Uint8Array, fileName: string, options: ReadOptions = {},
): Result<RawWorkbook, ReadError> => {
  const context: ReadContext = {
    fileName,
    limits: options.limits ?? readLimits,
    onProgress: options.onProgress ?? (() => undefined),
    ...(options.firstRows !== undefined && { firstRows: options.firstRows }),
  }
  try {
    return ok(readKind(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), context))
  } catch (error) {
    if (error instanceof Refusal) return failure({ fileName, ...error.reason })
    throw error
  }
}

const readKind = (file: Buffer, context: ReadContext): RawWorkbook => {
  if (file.length === 0) throw new Refusal({ type: 'empty-file' })
  if (file.length > context.limits.file) throw tooLarge('file', context.limits.file)
  const kind = fileKind(file)
  switch (kind.kind) {
    case 'zip': return readZipWorkbook(file, context)
    case 'ole': return readOleWorkbook(file, kind.holds, context)
    case 'text': return readTextWorkbook(file, context)
    case 'unsupported': throw new Refusal({ type: 'unsupported-format', format: kind.format })
    case 'other': throw new Refusal({ type: 'not-a-workbook', looksLike: kind.looksLike })
  }
}
