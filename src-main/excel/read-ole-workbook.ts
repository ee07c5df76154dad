import type { RawWorkbook } from '@core/workbook/raw-workbook'
import type { OleContents } from './file-kind'
import type { ReadContext } from './read-context'
import { Refusal } from './refusal'
import { parseWorkbook } from './sheetjs/parse-workbook'

/** Old .xls files. A new workbook with a password is an OLE file too, and says so by its streams. */
export const readOleWorkbook = (file: Buffer, holds: OleContents, context: ReadContext): RawWorkbook => {
  switch (holds) {
    case 'encrypted': throw new Refusal({ type: 'password-protected' })
    case 'document': throw new Refusal({ type: 'not-a-workbook', looksLike: 'document' })
    case 'presentation': throw new Refusal({ type: 'not-a-workbook', looksLike: 'presentation' })
    case 'cut': throw new Refusal({ type: 'truncated' })
    case 'unknown': throw new Refusal({ type: 'not-a-workbook', looksLike: 'unknown' })
    case 'workbook':
      context.onProgress({ phase: 'reading', fraction: 0.1 })
      return parseWorkbook(file, { fileName: context.fileName, limits: context.limits, format: 'ole' })
  }
}
