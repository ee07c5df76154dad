import type { ColumnModel, ColumnType, WrittenCell } from '@core/workbook/workbook-model'
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
const isRisky = (text: string): boolean => {
  switch (text.charCodeAt(0)) {
    case 0x3d: case 0x2b: case 0x2d: case 0x40: case 0x09: case 0x0d: return true
    default: return false
  }
}

/** One cell of a column of numbers or texts; '' for a blank. Text is always a typed string, never a formula. */
export const cellXml = (reference: string, value: WrittenCell, style: ColumnStyle, context: CellContext): string => {
  if (value === null || value === '') return ''
  if (typeof value === 'string') return textXml(reference, value, style, style.text, context)
  if (typeof value === 'boolean') return booleanXml(reference, value, style, context)
  if (typeof value === 'number') return numberXml(reference, value, style, context)
  return dateXml(reference, value, style, context)
}

/** The styles of a column, decided once. */
export type ColumnStyle = {
  readonly text: StyleName
  readonly quoted: StyleName
  readonly number: StyleName
  readonly date: StyleName
  readonly moment: StyleName
  readonly yesNo: boolean
}

const plain: ColumnStyle = { text: 'text', quoted: 'quotedText', number: 'general', date: 'date', moment: 'moment', yesNo: false }

const columnStyles: Readonly<Record<Exclude<ColumnType, 'decimal'>, ColumnStyle>> = {
  text: plain,
  integer: { ...plain, number: 'integer' },
  date: plain,
  'yes-no': { ...plain, text: 'yesNo', yesNo: true },
  any: plain,
}

const inputStyle = (type: ColumnType): ColumnStyle => {
  const number = type === 'integer' ? 'inputInteger' : 'inputDecimal'
  const blank: StyleName = type === 'date' ? 'inputDate' : type === 'integer' || type === 'decimal' ? number : 'inputText'
  return { text: 'inputText', quoted: 'inputQuoted', number, date: blank, moment: 'inputDate', yesNo: false }
}

/** A column of decimals that holds only whole numbers is shown without places: `5`, not `5.00`. */
export const columnStyle = (
  column: ColumnModel | undefined, rows: readonly (readonly WrittenCell[])[], index: number,
): ColumnStyle => {
  if (column?.input) return inputStyle(column.type)
  if (column?.wrap) return { ...plain, text: 'wrapped' }
  if (column?.type !== 'decimal') return columnStyles[column?.type ?? 'any']
  const isBroken = rows.some((row) => {
    const value = row[index]
    return typeof value === 'number' && !Number.isInteger(value)
  })
  return isBroken ? { ...plain, number: 'decimal' } : columnStyles.integer
}

const textXml = (reference: string, text: string, style: ColumnStyle, own: StyleName, context: CellContext): string =>
  `<c r="${reference}" s="${styles[isRisky(text) ? style.quoted : own]}" t="s"><v>${context.strings.place(text)}</v></c>`

const booleanXml = (reference: string, value: boolean, style: ColumnStyle, context: CellContext): string =>
  style.yesNo
    ? textXml(reference, context.yesNo[value ? 0 : 1], style, 'yesNo', context)
    : `<c r="${reference}" s="${styles.general}" t="b"><v>${value ? 1 : 0}</v></c>`

const numberXml = (reference: string, value: number, style: ColumnStyle, context: CellContext): string =>
  Number.isFinite(value)
    ? `<c r="${reference}" s="${styles[style.number]}"><v>${value}</v></c>`
    : textXml(reference, String(value), style, 'text', context)

/** Days before March 1900, and what is no day, have no serial and stay text. */
const dateXml = (reference: string, { date }: RawDate, style: ColumnStyle, context: CellContext): string => {
  const serial = dateToSerial(date)
  if (serial === null) return textXml(reference, date, style, style.text, context)
  return `<c r="${reference}" s="${styles[date.length > 10 ? style.moment : style.date]}"><v>${serial}</v></c>`
}
