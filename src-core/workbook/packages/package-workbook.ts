import { translator } from '../../messages/translator'
import type { PlanDocument } from '../../plan/plan-document'
import { PageGrid } from '../plan-workbook/page-grid'
import { yesNo } from '../value-words'
import type { SheetModel, WorkbookModel } from '../workbook-model'
import { answerColumns, answerFields } from './answer-columns'
import { packageLine, packageMark } from './package-id'
import type { SupplierPackage } from './supplier-package'

const markerSheet = 'wavewright'

/** The workbook that a supplier gets. The same package with the same id gives the same bytes. */
export const packageWorkbook = (document: PlanDocument, sent: SupplierPackage, id: string): WorkbookModel => {
  const { language } = sent
  const title = translator(language)('package.title', { supplier: sent.supplier })
  return {
    title: `${document.name} - ${title}`,
    yesNo: yesNo(language),
    sheets: [coverSheet(document, sent, id), ...sent.tables.map(({ sheet }) => sheet), marker(document, sent, id)],
  }
}

const marker = (document: PlanDocument, { supplier, language }: SupplierPackage, id: string): SheetModel => ({
  name: markerSheet,
  headless: true,
  isHidden: true,
  columns: [{ heading: '', width: 24, type: 'text' }, { heading: '', width: 60, type: 'text' }],
  rows: [
    [packageMark, id], ['plan', document.id], ['supplier', supplier],
    // By this sentence an ordinary import leaves the sheet out.
    [translator(language)('workbook.derived')],
  ],
})

const columns = 12

const coverSheet = (document: PlanDocument, sent: SupplierPackage, id: string): SheetModel => {
  const t = translator(sent.language)
  const grid = new PageGrid()
  const whole = { span: columns }
  grid.put(0, 0, `${t('common.productName')} · ${document.name}`, 'brand', whole)
  grid.height(0, 24)
  grid.height(1, 8)
  grid.put(2, 0, t('package.title', { supplier: sent.supplier }), 'title', whole)
  grid.height(2, 36)
  grid.put(3, 0, t('package.subtitle', { items: t('common.items', { count: sent.items }) }), 'subtitle', whole)
  grid.put(4, 0, t('workbook.derived'), 'note', whole)
  grid.put(6, 0, t('package.howTitle'), 'section', whole)
  const steps = ['package.stepOpen', 'package.stepFill', 'package.stepLeave', 'package.stepReturn'] as const
  const itemsSheet = sent.tables[0]?.sheet.name ?? ''
  for (const [index, key] of steps.entries()) grid.put(7 + index, 0, `${index + 1}. ${t(key, { sheet: itemsSheet })}`, 'small', whole)
  grid.put(12, 0, t('package.fillTitle'), 'section', whole)
  for (const [index, field] of answerFields.entries()) {
    grid.put(13 + index, 0, answerColumns[field].heading[sent.language], 'input', { span: 4 })
    grid.put(13 + index, 4, answerColumns[field].prompt[sent.language], 'quiet', { span: columns - 4 })
  }
  grid.put(19, 0, t('workbook.contentsTitle'), 'section', whole)
  for (const [index, { sheet, table }] of sent.tables.entries()) {
    grid.put(20 + index, 0, sheet.name, 'link', { span: 4, link: sheet.name })
    grid.put(20 + index, 4, `${t(`package.about_${table}`)} (${sheet.rows.length})`, 'quiet', { span: columns - 4 })
  }
  grid.put(21 + sent.tables.length, 0, packageLine(id), 'note', whole)
  for (let row = 5; row < grid.rows; row += 1) grid.height(row, 19)
  return { ...grid.sheet(t('workbook.cover'), Array.from({ length: columns }, () => 9), { onePage: true }), isProtected: true }
}
