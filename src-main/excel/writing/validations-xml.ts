import { columnName } from '@core/workbook/raw-workbook'
import type { ColumnModel } from '@core/workbook/workbook-model'
import { xmlText } from './xml-text'

const lastRow = 1_048_576
/** Of a list that stands in the rule itself. A longer one gets no rule: it would need a sheet that no import knows. */
const longestList = 255

/** Drop-down lists. Another value is warned of and may stay: the import takes it, with a finding. */
export const validationsXml = (columns: readonly ColumnModel[]): string => {
  const rules = columns.flatMap((column, index) => {
    const list = listOf(column.choices ?? [])
    if (list === null) return []
    const name = columnName(index)
    return [
      '<dataValidation type="list" errorStyle="warning" allowBlank="1" showInputMessage="1" showErrorMessage="1" ' +
        `sqref="${name}2:${name}${lastRow}"><formula1>${xmlText(`"${list}"`)}</formula1></dataValidation>`,
    ]
  })
  return rules.length > 0 ? `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>` : ''
}

const listOf = (choices: readonly string[]): string | null => {
  const list = choices.map((choice) => choice.replaceAll('"', '""')).join(',')
  const fits = choices.length > 0 && list.length <= longestList && !choices.some((choice) => choice.includes(','))
  return fits ? list : null
}
