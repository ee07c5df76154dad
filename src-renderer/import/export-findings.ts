import { findingsWorkbook } from '@core/workbook/findings-workbook'
import type { Finding } from '@core/workbook/finding'
import type { FileError } from '@main/contract/errors'
import { writeErrorSentence } from '@core/messages/read-error-sentence'
import type { WriteError } from '@core/workbook/read-error'
import type { Translate } from '@core/messages/translator'
import { fileErrorSentence } from '../app/file-error-sentence'
import { notifyDone, notifyProblem } from '../app/notify'
import { host } from '../host/host'
import { currentTranslate } from '../i18n/words'

const sentence = (t: Translate, error: WriteError | FileError): string => {
  switch (error.type) {
    case 'out-of-memory': case 'timeout': case 'cancelled': case 'too-many-rows': case 'failed': return writeErrorSentence(t, error)
    default: return fileErrorSentence(t, error)
  }
}

/** The findings as a workbook, for whoever owns the sheet. */
export const exportFindings = async (fileName: string, findings: readonly Finding[]): Promise<void> => {
  const t = currentTranslate()
  const suggestedName = t('import.findingsOf', { file: fileName.replace(/\.[^.]+$/, '') })
  const written = await host().exportList({ model: findingsWorkbook(t, fileName, findings), suggestedName })
  if (!written.ok) return notifyProblem(t('import.findingsNotExportedTitle'), sentence(t, written.error))
  if (written.value) notifyDone(t('import.findingsExportedTitle'), t('import.findingsExported', { path: written.value.path }))
}
