import type { Exchange } from '../../plan/exchange'
import type { PlanDocument } from '../../plan/plan-document'
import { cellText } from '../cell-text'
import type { RawWorkbook } from '../raw-workbook'
import { answerFieldByHeading, type AnswerField } from './answer-columns'
import { packageIdIn } from './package-id'
import { cellOf, likenessOf, returnedTable, searchedRows, shown } from './returned-table'

/** Fewer may be anybody's. */
const fewestHeadings = 3
/** The headings of the others stand in each workbook of a plan that has taken answers. */
const onlyInPackages: readonly AnswerField[] = ['effort', 'price']

const isAsking = (fields: ReadonlySet<AnswerField>): boolean =>
  fields.size >= fewestHeadings && onlyInPackages.some((field) => fields.has(field))

/** Whether a workbook has our headings for answers, as a package has that lost its key when its sheets were copied. */
const looksLikePackage = (raw: RawWorkbook): boolean =>
  raw.sheets.some((sheet) => sheet.rows.slice(0, searchedRows).some(({ cells }) =>
    isAsking(new Set(cells.flatMap((cell) => (typeof cell === 'string' ? answerFieldByHeading.get(cellText(cell)) ?? [] : []))))))

/** The id of a package; null: it looks like one, and its key is lost; undefined: it is none of ours. */
export const packageSign = (raw: RawWorkbook): string | null | undefined =>
  packageIdIn(raw) ?? (looksLikePackage(raw) ? null : undefined)

/** The ids are mostly the same: rows may have come and gone. */
const fits = (raw: RawWorkbook, { tables: [items] }: Exchange): boolean => {
  const table = items && returnedTable(raw, items)
  if (!items || !table) return false
  const idHeading = items.headings[0] ?? ''
  const now = table.rows.map((row) => shown(cellOf(table, row, idHeading))).filter((id) => id !== '')
  return likenessOf(new Set(items.rows.map((row) => shown(row[0] ?? undefined))), new Set(now)) > 0.5
}

/** What the log knows that was sent with the items of this workbook. */
export const exchangesThatFit = ({ exchanges }: PlanDocument, raw: RawWorkbook): readonly Exchange[] =>
  exchanges.filter((exchange) => fits(raw, exchange))
