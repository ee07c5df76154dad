import type { Lookalike, ReadError, ReadLimit, WriteError } from '../workbook/read-error'
import type { MessageKey, Translate } from './translator'

const lookalikeKeys: Readonly<Record<Lookalike, MessageKey>> = {
  pdf: 'reading.notAWorkbookPdf',
  image: 'reading.notAWorkbookImage',
  document: 'reading.notAWorkbookDocument',
  presentation: 'reading.notAWorkbookPresentation',
  archive: 'reading.notAWorkbookArchive',
  'web-page': 'reading.notAWorkbookWebPage',
  program: 'reading.notAWorkbookProgram',
  unknown: 'reading.notAWorkbook',
}

const limitKeys: Readonly<Record<ReadLimit, MessageKey>> = {
  file: 'reading.tooLargeFile',
  part: 'reading.tooLargePart',
  unpacked: 'reading.tooLargeUnpacked',
  parts: 'reading.tooLargeParts',
  ratio: 'reading.tooLargeRatio',
  cells: 'reading.tooLargeCells',
  sheets: 'reading.tooLargeSheets',
  rows: 'reading.tooLargeRows',
  columns: 'reading.tooLargeColumns',
  text: 'reading.tooLargeText',
  cell: 'reading.tooLargeCell',
}

/** One or two sentences: what happened to which file, and what to do about it. */
export const readErrorSentence = (t: Translate, error: ReadError): string => {
  const { fileName } = error
  switch (error.type) {
    case 'not-found': return t('reading.notFound', { fileName })
    case 'no-permission': return t('reading.noPermission', { fileName })
    case 'is-folder': return t('reading.isFolder', { fileName })
    case 'in-use': return t('reading.inUse', { fileName })
    case 'disk-error': return t('reading.diskError', { fileName, code: error.code })
    case 'empty-file': return t('reading.emptyFile', { fileName })
    case 'not-a-workbook': return t(lookalikeKeys[error.looksLike], { fileName })
    case 'password-protected': return t('reading.passwordProtected', { fileName })
    case 'unsupported-format': return t('reading.unsupportedFormat', { fileName, format: error.format })
    case 'truncated': return t('reading.truncated', { fileName })
    case 'damaged':
      return error.part ? t('reading.damagedPart', { fileName, part: error.part }) : t('reading.damaged', { fileName })
    case 'unclosed-quote': return t('reading.unclosedQuote', { fileName, row: error.row })
    case 'too-large': return t(limitKeys[error.what], { fileName, limit: error.limit })
    case 'unsafe': return t('reading.unsafe', { fileName, part: error.part })
    case 'out-of-memory': return t('reading.outOfMemory', { fileName })
    case 'timeout': return t('reading.timeout', { fileName, seconds: error.seconds })
    case 'cancelled': return t('reading.cancelled', { fileName })
    case 'failed': return t('reading.failed', { fileName, detail: error.detail })
  }
}

/** The same for an export. */
export const writeErrorSentence = (t: Translate, error: WriteError): string => {
  switch (error.type) {
    case 'out-of-memory': return t('reading.writeOutOfMemory')
    case 'timeout': return t('reading.writeTimeout', { seconds: error.seconds })
    case 'cancelled': return t('reading.writeCancelled')
    case 'too-many-rows': return t('reading.writeTooManyRows', { sheet: error.sheet, limit: error.limit })
    case 'failed': return t('reading.writeFailed', { detail: error.detail })
  }
}
