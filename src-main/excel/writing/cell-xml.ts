import type { ColumnType, WrittenCell } from '@core/workbook/workbook-model'
import { dateToSerial } from '../sheetjs/serial-to-date'
import type { SharedStrings } from './shared-strings'
import type { StyleName } from './styles'
import { styles } from './styles'
import type { RawDate } from '@core/workbook/raw-workbook'

export type CellContext = {
  readonly strings: SharedStrings
  readonly yesNo: readonly [yes: string, no: string]
}

/** A text that a spreadsheet would run as a formula if someone edits or exports the cell. */
const isRisky = (text: string): boolean => /^[=+\-@\t\r]/.test(text)

/** One cell of a column of numbers or texts; '' for a blank. Text is always a typed string, never a formula. */
export const cellXml = (reference: string, value: WrittenCell, type: ColumnStyle, context: CellContext): string => {
  if (value === null || value === '') return ''
  if (typeof value === 'string') return textXml(reference, value, type.text, context)
  if (typeof value === 'boolean') return booleanXml(reference, value, type, context)
  if (typeof value === 'number') return numberXml(reference, value, type, context)
  return dateXml(reference, value, context)
}

/** The styles of a column, decided once. */
export type ColumnStyle = { readonly text: StyleName; readonly number: StyleName; readonly yesNo: boolean }

const columnStyles: Readonly<Record<Exclude<ColumnType, 'decimal'>, ColumnStyle>> = {
  text: { text: 'text', number: 'general', yesNo: false },
  integer: { text: 'text', number: 'integer', yesNo: false },
  date: { text: 'text', number: 'general', yesNo: false },
  'yes-no': { text: 'yesNo', number: 'general', yesNo: true },
  any: { text: 'text', number: 'general', yesNo: false },
}

/** A column of decimals that holds only whole numbers is shown without places: `5`, not `5.00`. */
export const columnStyle = (type: ColumnType, values: Iterable<WrittenCell | undefined>): ColumnStyle => {
  if (type !== 'decimal') return columnStyles[type]
  for (const value of values) {
    if (typeof value === 'number' && !Number.isInteger(value)) return { text: 'text', number: 'decimal', yesNo: false }
  }
  return columnStyles.integer
}

const textXml = (reference: string, text: string, style: StyleName, context: CellContext): string => {
  const number = styles[isRisky(text) ? 'quotedText' : style]
  return `<c r="${reference}" s="${number}" t="s"><v>${context.strings.place(text)}</v></c>`
}

const booleanXml = (reference: string, value: boolean, type: ColumnStyle, context: CellContext): string =>
  type.yesNo
    ? textXml(reference, context.yesNo[value ? 0 : 1], 'yesNo', context)
    : `<c r="${reference}" s="${styles.general}" t="b"><v>${value ? 1 : 0}</v></c>`

const numberXml = (reference: string, value: number, type: ColumnStyle, context: CellContext): string =>
  Number.isFinite(value)
    ? `<c r="${reference}" s="${styles[type.number]}"><v>${value}</v></c>`
    : textXml(reference, String(value), 'text', context)

/** Days before March 1900, and what is no day, have no serial and stay text. */
const dateXml = (reference: string, { date }: RawDate, context: CellContext): string => {
  const serial = dateToSerial(date)
  if (serial === null) return textXml(reference, date, 'text', context)
  return `<c r="${reference}" s="${styles[date.length > 10 ? 'moment' : 'date']}"><v>${serial}</v></c>`
}
