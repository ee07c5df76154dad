import { columnName } from '@core/workbook/raw-workbook'
import { rowsAbove, type Area, type ColumnModel, type SheetModel } from '@core/workbook/workbook-model'
import { areaName } from './area-name'
import type { CellContext } from './cell-xml'
import { conditionsXml } from './conditions-xml'
import { linksXml } from './links-xml'
import type { Overlays } from './overlays'
import { rowsXml } from './rows-xml'
import { styles, tabColour } from './styles'
import { TooManyRows } from './too-many-rows'
import { validationsXml } from './validations-xml'
import { xmlText } from './xml-text'

const mostRows = 1_048_576
const namespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

export type SheetContext = CellContext & {
  readonly overlays: Overlays
  /** The legal name of the sheet that a link means; null where there is none. */
  readonly target: (sheet: string) => string | null
}

/** One worksheet. The elements stand in the order that the schema wants (ECMA-376, 18.3.1.99). */
export const sheetXml = (sheet: SheetModel, isFirst: boolean, context: SheetContext): string => {
  if (sheet.rows.length + rowsAbove(sheet) > mostRows) throw new TooManyRows(sheet.name, mostRows)
  const { look } = sheet
  const tab = look?.tab ? `FF${look.tab}` : tabColour
  const folding = look?.levels ? '<outlinePr summaryBelow="0"/>' : ''
  return [
    `<worksheet xmlns="${namespace}"><sheetPr><tabColor rgb="${tab}"/>${folding}<pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<dimension ref="${sheetRange(sheet)}"/>`,
    viewXml(sheet, isFirst),
    `<sheetFormatPr defaultRowHeight="15"${look?.levels ? ' outlineLevelRow="1"' : ''}/>`,
    columnsXml(sheet.columns),
    '<sheetData>', ...rowsXml(sheet, context), '</sheetData>',
    sheet.isProtected ? protection : '',
    hasFilter(sheet) ? `<autoFilter ref="${filterRange(sheet)}"/>` : '',
    mergesXml(look?.merges ?? []),
    conditionsXml(look?.conditions ?? [], context.overlays),
    sheet.headless ? '' : validationsXml(sheet),
    linksXml(sheet, context.target),
    pageXml(sheet),
  ].join('')
}

/** Whoever fills in a package may still widen, sort and filter. No password: it guards against slips, not against intent. */
const protection =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'

/** Tables too wide to be read on A4 are laid out for A3: 8 and 9 are what Excel calls them. */
const paperOf = ({ look, columns }: SheetModel): number => {
  const isWide = columns.reduce((sum, column) => sum + column.width, 0) > 200
  return look?.paper === 'A3' || (isWide && !look?.onePage) ? 8 : 9
}

const pageXml = (sheet: SheetModel): string => {
  const { look } = sheet
  return (
    `${look?.onePage ? '<printOptions horizontalCentered="1"/>' : ''}` +
    '<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${paperOf(sheet)}" orientation="landscape" fitToWidth="1" fitToHeight="${look?.onePage ? 1 : 0}"/>` +
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter></worksheet>'
  )
}

/** `A1:F12`, from the first row to the last. */
const sheetRange = (sheet: SheetModel): string => range(0, sheet)
const filterRange = (sheet: SheetModel): string => range(rowsAbove(sheet) - 1, sheet)

const range = (top: number, sheet: SheetModel): string => {
  const rows = sheet.rows.length + rowsAbove(sheet)
  return `A${top + 1}:${columnName(Math.max(0, sheet.columns.length - 1))}${Math.max(1, rows)}`
}

const hasFilter = (sheet: SheetModel): boolean => !sheet.headless && sheet.columns.length > 0

/** Rows and columns that stay in view. */
const frozenOf = (sheet: SheetModel): { readonly rows: number; readonly columns: number } =>
  sheet.look?.frozen ?? { rows: rowsAbove(sheet), columns: 0 }

const viewXml = (sheet: SheetModel, isFirst: boolean): string => {
  const { rows, columns } = frozenOf(sheet)
  const attributes = `${isFirst ? ' tabSelected="1"' : ''}${sheet.look?.grid === false ? ' showGridLines="0"' : ''}`
  const open = `<sheetViews><sheetView${attributes} workbookViewId="0">`
  if (rows + columns === 0) return `${open}</sheetView></sheetViews>`
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  const corner = `${columnName(columns)}${rows + 1}`
  const split = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`
  return (
    `${open}<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`
  )
}

/** Text columns carry the text format all the way down, so that what is typed into them later stays text as well. */
const columnsXml = (columns: readonly ColumnModel[]): string => {
  if (columns.length === 0) return ''
  const each = columns.map((column, index) => {
    const style = column.type === 'text' ? styles.text : styles.general
    const width = Math.min(255, Math.max(1.5, column.width))
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" style="${style}" customWidth="1"/>`
  })
  return `<cols>${each.join('')}</cols>`
}

const mergesXml = (merges: readonly Area[]): string =>
  merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.map((area) => `<mergeCell ref="${areaName(area)}"/>`).join('')}</mergeCells>`

/** What workbook.xml says of a sheet beside its name. */
export const definedNames = (sheet: SheetModel, index: number, quoted: string): string => {
  const name = (kind: string, value: string, more = ''): string =>
    `<definedName name="_xlnm.${kind}" localSheetId="${index}"${more}>${xmlText(quoted + value)}</definedName>`
  const absolute = (text: string): string => text.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')
  const filter = hasFilter(sheet) ? name('_FilterDatabase', absolute(filterRange(sheet)), ' hidden="1"') : ''
  const repeated = sheet.headless ? sheet.look?.frozen : { rows: rowsAbove(sheet), from: rowsAbove(sheet) - 1 }
  const area = sheet.look?.onePage ? name('Print_Area', absolute(sheetRange(sheet))) : ''
  const isRepeated = repeated && repeated.rows > 0 && !sheet.look?.onePage && sheet.columns.length > 0
  const titles = isRepeated ? name('Print_Titles', `$${(repeated.from ?? 0) + 1}:$${repeated.rows}`) : ''
  return filter + area + titles
}
