import { columnName } from '@core/workbook/raw-workbook'
import type { ColumnModel, SheetModel } from '@core/workbook/workbook-model'
import type { CellContext, ColumnStyle } from './cell-xml'
import { cellXml, columnStyle } from './cell-xml'
import { styles, tabColour } from './styles'
import { TooManyRows } from './too-many-rows'
import { validationsXml } from './validations-xml'
import { xmlText } from './xml-text'

const mostRows = 1_048_576
const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** One worksheet. The elements stand in the order that the schema wants (ECMA-376, 18.3.1.99). */
export const sheetXml = (sheet: SheetModel, isFirst: boolean, context: CellContext): string => {
  const headingRows = sheet.headless ? 0 : 1
  if (sheet.rows.length + headingRows > mostRows) throw new TooManyRows(sheet.name, mostRows)
  return [
    `<worksheet xmlns="${namespace}"><sheetPr><tabColor rgb="${tabColour}"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="${sheetRange(sheet)}"/>`,
    viewXml(sheet, isFirst),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet.columns),
    '<sheetData>', headingXml(sheet, context), ...rowsXml(sheet, headingRows, context), '</sheetData>',
    hasFilter(sheet) ? `<autoFilter ref="${sheetRange(sheet)}"/>` : '',
    sheet.headless ? '' : validationsXml(sheet.columns),
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>',
  ].join('')
}

/** `A1:F12`, from the heading to the last row. */
export const sheetRange = (sheet: SheetModel): string => {
  const rows = sheet.rows.length + (sheet.headless ? 0 : 1)
  return `A1:${columnName(Math.max(0, sheet.columns.length - 1))}${Math.max(1, rows)}`
}

export const hasFilter = (sheet: SheetModel): boolean => !sheet.headless && sheet.columns.length > 0

const viewXml = (sheet: SheetModel, isFirst: boolean): string => {
  const selected = isFirst ? ' tabSelected="1"' : ''
  if (sheet.headless) return `<sheetViews><sheetView${selected} workbookViewId="0"/></sheetViews>`
  return (
    `<sheetViews><sheetView${selected} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'
  )
}

/** Text columns carry the text format all the way down, so that what is typed into them later stays text as well. */
const columnsXml = (columns: readonly ColumnModel[]): string => {
  if (columns.length === 0) return ''
  const each = columns.map((column, index) => {
    const style = column.type === 'text' ? styles.text : styles.general
    const width = Math.min(255, Math.max(4, column.width))
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`
  })
  return `<cols>${each.join('')}</cols>`
}

const headingXml = (sheet: SheetModel, context: CellContext): string => {
  if (sheet.headless || sheet.columns.length === 0) return ''
  const cells = sheet.columns.map((column, index) => {
    const style = column.required ? styles.requiredHeading : styles.heading
    return `<c r="${columnName(index)}1" s="${style}" t="s"><v>${context.strings.place(column.heading)}</v></c>`
  })
  return `<row r="1" ht="24" customHeight="1">${cells.join('')}</row>`
}

function* rowsXml(sheet: SheetModel, headingRows: number, context: CellContext): Generator<string> {
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), sheet.columns.length)
  const names = Array.from({ length: width }, (_, index) => columnName(index))
  const looks = names.map((_, index): ColumnStyle =>
    columnStyle(sheet.columns[index]?.type ?? 'any', sheet.rows.map((row) => row[index])))
  for (const [index, row] of sheet.rows.entries()) {
    const number = index + 1 + headingRows
    let cells = ''
    for (const [column, value] of row.entries()) {
      const look = looks[column]
      if (look) cells += cellXml(`${names[column]}${number}`, value, look, context)
    }
    if (cells) yield `<row r="${number}">${cells}</row>`
  }
}

/** What workbook.xml says of a sheet beside its name. */
export const definedNames = (sheet: SheetModel, index: number, quoted: string): string => {
  if (!hasFilter(sheet)) return ''
  const range = sheetRange(sheet).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
  const local = `localSheetId="${index}"`
  return (
    `<definedName name="_xlnm._FilterDatabase" ${local} hidden="1">${xmlText(quoted + range)}</definedName>` +
    `<definedName name="_xlnm.Print_Titles" ${local}>${xmlText(`${quoted}$1:$1`)}</definedName>`
  )
}
