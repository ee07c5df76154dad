import { violationSentence, violationTypeName } from '../../messages/violation-sentence'
import { translator, type Language } from '../../messages/translator'
import { lookup } from '../../plan/lookup'
import type { PlanDocument } from '../../plan/plan-document'
import type { Evaluation } from '../../violations/evaluation'
import type { Violation } from '../../violations/violation'
import { columnName } from '../raw-workbook'
import { rowsAbove, type ColumnModel, type SheetModel, type WrittenCell } from '../workbook-model'
import { derivedBanner } from './derived-sheets'

const mostItems = 20

/** What the plan breaks, a sentence each; the hard ones first and in red, warnings in amber. */
export const violationsSheet = (document: PlanDocument, { violations }: Evaluation, language: Language): SheetModel => {
  const t = translator(language)
  const { itemById, waveById } = lookup(document)
  const waves = ({ waveIds }: Violation): string =>
    [...new Set(waveIds.map((id) => waveById.get(id)?.number ?? 0))].sort((a, b) => a - b).join('; ')
  const items = ({ itemIds }: Violation): string =>
    itemIds.slice(0, mostItems).map((id) => itemById.get(id)?.name ?? id).join('; ') + (itemIds.length > mostItems ? ' …' : '')
  const rows = violations.map((violation): readonly WrittenCell[] => [
    t(violation.severity === 'hard' ? 'workbook.severityHard' : 'workbook.severityWarning'),
    violationTypeName(t, violation.type), violationSentence(t, language, document, violation), waves(violation), items(violation),
  ])
  const detail = violations.length === 0 ? t('workbook.noViolations') : undefined
  const sheet: SheetModel = {
    name: t('workbook.violations'), columns: columnsIn(language), rows, banner: derivedBanner(t, t('workbook.violations'), detail),
  }
  return rows.length === 0 ? sheet : { ...sheet, look: { conditions: severityColours(sheet, t('workbook.severityHard')) } }
}

const columnsIn = (language: Language): readonly ColumnModel[] => {
  const t = translator(language)
  return [
    { heading: t('workbook.violationSeverity'), width: 11, type: 'text' },
    { heading: t('workbook.violationKind'), width: 22, type: 'text' },
    { heading: t('workbook.violationWhat'), width: 90, type: 'text', wrap: true },
    { heading: t('workbook.violationWaves'), width: 10, type: 'text' },
    { heading: t('workbook.violationItems'), width: 48, type: 'text', wrap: true },
  ]
}

const severityColours = (sheet: SheetModel, hard: string): NonNullable<SheetModel['look']>['conditions'] => {
  const top = rowsAbove(sheet)
  const area = { top, left: 0, bottom: top + sheet.rows.length - 1, right: 0 }
  const first = `$${columnName(0)}${top + 1}`
  return [
    { type: 'when', area, formula: `${first}="${hard}"`, overlay: { fill: 'FDEBED', ink: 'B3182A' } },
    { type: 'when', area, formula: `${first}<>""`, overlay: { fill: 'FFF3DC', ink: '8A5200' } },
  ]
}
