import type { Translate } from '../messages/translator'
import { findingSentence } from './finding-sentence'
import type { Finding, FindingSeverity } from './finding'
import type { WorkbookModel } from './workbook-model'

const severityKeys = {
  error: 'import.severityError', warning: 'import.severityWarning', note: 'import.severityNote',
} as const satisfies Record<FindingSeverity, unknown>

/** The findings of an import as a workbook to hand to whoever owns the sheet: one row each, in the order given. */
export const findingsWorkbook = (t: Translate, fileName: string, findings: readonly Finding[]): WorkbookModel => ({
  title: t('import.findingsOf', { file: fileName }),
  sheets: [{
    name: t('import.findings'),
    columns: [
      { heading: t('import.severity'), width: 12, type: 'text' },
      { heading: t('import.sheetHeading'), width: 24, type: 'text' },
      { heading: t('import.rowNumber'), width: 8, type: 'integer' },
      { heading: t('import.cell'), width: 8, type: 'text' },
      { heading: t('import.sentence'), width: 100, type: 'text' },
    ],
    rows: findings.map((finding) => [
      t(severityKeys[finding.severity]), finding.sheet || null, finding.row ?? null, finding.cell ?? null, findingSentence(t, finding),
    ]),
  }],
})
