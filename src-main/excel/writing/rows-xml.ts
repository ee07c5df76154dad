import { columnName } from '@core/workbook/raw-workbook'
import { rowsAbove, type BannerLine, type ColumnModel, type SheetLook, type SheetModel, type WrittenCell } from '@core/workbook/workbook-model'
import { cellXml, columnStyle, type CellContext, type ColumnStyle } from './cell-xml'
import { styles } from './styles'

/** What stands in `sheetData`: banner, headings, then the rows. */
export function* rowsXml(sheet: SheetModel, context: CellContext): Generator<string> {
  if (!sheet.headless) yield headRows(sheet, context)
  const { look } = sheet
  if (look?.cells || look?.heights || look?.levels) yield* designedRows(sheet, look, context)
  else yield* plainRows(sheet, context)
}

const headRows = (sheet: SheetModel, context: CellContext): string => {
  const banner = (sheet.banner ?? []).map((line, index) => bannerRow(line, index + 1, context)).join('')
  if (sheet.columns.length === 0) return banner
  const number = rowsAbove(sheet)
  const cells = sheet.columns.map((column, index) =>
    `<c r="${columnName(index)}${number}" s="${headingStyle(column)}" t="s"><v>${context.strings.place(column.heading)}</v></c>`)
  return `${banner}<row r="${number}" ht="${headingHeight(sheet.columns)}" customHeight="1">${cells.join('')}</row>`
}

const headingStyle = (column: ColumnModel): number =>
  column.input ? styles.inputHeading : column.required ? styles.requiredHeading : styles.heading

/** Headings wrap: as many lines as the longest one needs in its column, beside the filter's button. */
const headingHeight = (columns: readonly ColumnModel[]): number =>
  Math.min(3, Math.max(1, ...columns.map(linesOf))) * 13 + 11

const linesOf = ({ heading, width }: ColumnModel): number => {
  let lines = 1
  let left = width - 3
  for (const word of heading.split(' ')) {
    if (word.length * 1.1 > left && left < width - 3) {
      lines += 1
      left = width - 3
    }
    left -= word.length * 1.1 + 1
  }
  return lines
}

const bannerRow = ({ text, look }: BannerLine, number: number, context: CellContext): string =>
  `<row r="${number}" ht="${look === 'title' ? 32 : 16}" customHeight="1"><c r="A${number}" s="${styles[look]}" t="s">` +
  `<v>${context.strings.place(text)}</v></c></row>`

type RowColumn = { readonly name: string; readonly style: ColumnStyle; readonly isInput: boolean }

const rowColumns = (sheet: SheetModel): readonly RowColumn[] => {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), sheet.columns.length)
  return Array.from({ length: width }, (_, index) => {
    const column = sheet.columns[index]
    return {
      name: columnName(index),
      style: columnStyle(column, sheet.rows, index),
      isInput: column?.input !== undefined,
    }
  })
}

/** The way of the tables with tens of thousands of rows: no array is made for a row. */
function* plainRows(sheet: SheetModel, context: CellContext): Generator<string> {
  const columns = rowColumns(sheet)
  const hasInput = columns.some((column) => column.isInput)
  const wrapped = sheet.columns.flatMap((column, index) => (column.wrap ? [index] : []))
  let number = rowsAbove(sheet)
  for (const row of sheet.rows) {
    number += 1
    let cells = ''
    const length = hasInput ? columns.length : row.length
    for (let index = 0; index < length; index++) {
      const column = columns[index]
      const value = row[index]
      if (!column) continue
      if (value !== null && value !== undefined && value !== '') cells += cellXml(`${column.name}${number}`, value, column.style, context)
      else if (column.isInput) cells += `<c r="${column.name}${number}" s="${styles[column.style.date]}"/>`
    }
    if (cells) yield `<row r="${number}"${wrapped.length > 0 ? wrappedHeight(sheet, row, wrapped) : ''}>${cells}</row>`
  }
}

/** LibreOffice does not heighten rows by itself when it opens a file, so that it is said how high they are. */
const wrappedHeight = (sheet: SheetModel, row: readonly WrittenCell[], wrapped: readonly number[]): string => {
  const lines = wrapped.map((index) => {
    const value = row[index]
    const width = (sheet.columns[index]?.width ?? 10) - 2
    return typeof value === 'string' ? Math.ceil((value.length * 0.92) / width) : 1
  })
  const most = Math.min(30, Math.max(1, ...lines))
  return most > 1 ? ` ht="${most * 13 + 3}" customHeight="1"` : ''
}

function* designedRows(sheet: SheetModel, look: SheetLook, context: CellContext): Generator<string> {
  const columns = rowColumns(sheet)
  const above = rowsAbove(sheet)
  for (const [index, row] of sheet.rows.entries()) {
    const number = index + 1 + above
    const cells = columns.map((column, at) => designedCell(column, number, row[at] ?? null, look.cells?.[index]?.[at], context)).join('')
    const attributes = rowAttributes(look, index)
    if (cells || attributes) yield `<row r="${number}"${attributes}>${cells}</row>`
  }
}

const designedCell = (
  column: RowColumn, number: number, value: WrittenCell, look: keyof typeof styles | undefined, context: CellContext,
): string => {
  const reference = `${column.name}${number}`
  if (!look) return cellXml(reference, value, column.style, context)
  if (value === null || value === '') return `<c r="${reference}" s="${styles[look]}"/>`
  return cellXml(reference, value, { text: look, number: look, date: look, moment: look, quoted: look, yesNo: false }, context)
}

const rowAttributes = (look: SheetLook, index: number): string => {
  const height = look.heights?.[index]
  const level = look.levels?.[index] ?? 0
  const next = look.levels?.[index + 1] ?? 0
  const isHidden = height === 0 || (level > 0 && look.folded)
  return (
    `${height ? ` ht="${height}" customHeight="1"` : ''}${isHidden ? ' hidden="1"' : ''}` +
    `${level > 0 ? ` outlineLevel="${level}"` : ''}${look.folded && level === 0 && next > 0 ? ' collapsed="1"' : ''}`
  )
}
