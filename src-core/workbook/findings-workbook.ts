import type { Translate } from '../messages/translator'
import { findingSentence } from './finding-sentence'
import type { Finding, FindingSeverity } from './finding'
import { columnName } from './raw-workbook'
import { rowsAbove, type Overlay, type SheetModel, type WorkbookModel } from './workbook-model'

const severityKeys = {
  error: 'import.severityError', warning: 'import.severityWarning', note: 'import.severityNote',
} as const satisfies Record<FindingSeverity, unknown>

const countsText = (t: Translate, findings: readonly Finding[]): string => {
  const of = (severity: FindingSeverity): number => findings.filter((finding) => finding.severity === severity).length
  return [
    t('import.errors', { count: of('error') }), t('import.warnings', { count: of('warning') }), t('import.notes', { count: of('note') }),
  ].join(' · ')
}

/** By what the cells say, so that the colours stay with their rows whoever sorts or fills them in. */
const severityColours = (t: Translate, sheet: SheetModel): NonNullable<SheetModel['look']>['conditions'] => {
  const top = rowsAbove(sheet)
  const area = { top, left: 0, bottom: top + sheet.rows.length - 1, right: 0 }
  const when = (severity: FindingSeverity, overlay: Overlay) =>
    ({ type: 'when', area, formula: `$${columnName(0)}${top + 1}="${t(severityKeys[severity])}"`, overlay } as const)
  return [when('error', { fill: 'FDEBED', ink: 'B3182A' }), when('warning', { fill: 'FFF3DC', ink: '8A5200' })]
}

/** The findings of an import as a workbook to hand to whoever owns the sheet: one row each, in the order given. */
export const findingsWorkbook = (t: Translate, fileName: string, findings: readonly Finding[]): WorkbookModel => {
  const title = t('import.findingsOf', { file: fileName })
  const sheet: SheetModel = {
    name: t('import.findings'),
    banner: [{ text: title, look: 'title' }, { text: countsText(t, findings), look: 'detail' }],
    columns: [
      { heading: t('import.severity'), width: 12, type: 'text' },
      { heading: t('import.sheetHeading'), width: 24, type: 'text', wrap: true },
      { heading: t('import.rowNumber'), width: 8, type: 'integer' },
      { heading: t('import.cell'), width: 8, type: 'text' },
      { heading: t('import.sentence'), width: 100, type: 'text', wrap: true },
    ],
    rows: findings.map((finding) => [
      t(severityKeys[finding.severity]), finding.sheet || t('import.workbook'), finding.row ?? null, finding.cell ?? null, findingSentence(t, finding),
    ]),
  }
  return { title, sheets: [findings.length === 0 ? sheet : { ...sheet, look: { conditions: severityColours(t, sheet) ?? [] } }] }
}
