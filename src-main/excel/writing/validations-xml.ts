import { columnName } from '@core/workbook/raw-workbook'
import { longestInput, rowsAbove, type ColumnModel, type SheetModel } from '@core/workbook/workbook-model'
import { xmlText } from './xml-text'

const lastRow = 1_048_576
/** Of a list that stands in the rule itself. A longer one gets no rule: it would need a sheet that no import knows. */
const longestList = 255

/**
 * Drop-down lists, of which another value is warned of and may stay: the import takes it, with a finding. What is to be
 * filled in on a protected sheet is held to its type: dates, figures from 0 on, the choices, text that fits in a cell.
 */
export const validationsXml = (sheet: SheetModel): string => {
  const first = rowsAbove(sheet) + 1
  const rules = sheet.columns.flatMap((column, index) => {
    const name = columnName(index)
    const last = column.input ? Math.max(first, rowsAbove(sheet) + sheet.rows.length) : lastRow
    return ruleXml(column, `${name}${first}:${name}${last}`) ?? []
  })
  return rules.length > 0 ? `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>` : ''
}

const ruleXml = (column: ColumnModel, range: string): string | null => {
  const list = listOf(column.choices ?? [])
  const prompt = column.input
    ? ` promptTitle="${xmlText(column.heading.slice(0, 32))}" prompt="${xmlText(column.input.prompt.slice(0, 255))}" error="${xmlText(column.input.prompt.slice(0, 255))}"`
    : ''
  const rule = (type: string, operator: string, formulas: string): string =>
    `<dataValidation type="${type}"${operator}${column.input ? '' : ' errorStyle="warning"'} allowBlank="1" showInputMessage="1" ` +
    `showErrorMessage="1"${prompt} sqref="${range}">${formulas}</dataValidation>`
  if (list !== null) return rule('list', '', `<formula1>${xmlText(`"${list}"`)}</formula1>`)
  if (!column.input) return null
  switch (column.type) {
    // From 1 January 2000 to 31 December 2099.
    case 'date': return rule('date', '', '<formula1>36526</formula1><formula2>73050</formula2>')
    case 'integer': case 'decimal': return rule('decimal', ' operator="greaterThanOrEqual"', '<formula1>0</formula1>')
    default: return rule('textLength', ' operator="lessThanOrEqual"', `<formula1>${longestInput}</formula1>`)
  }
}

const listOf = (choices: readonly string[]): string | null => {
  const list = choices.map((choice) => choice.replaceAll('"', '""')).join(',')
  const fits = choices.length > 0 && list.length <= longestList && !choices.some((choice) => choice.includes(','))
  return fits ? list : null
}
