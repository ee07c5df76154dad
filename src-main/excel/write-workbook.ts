import type { SheetModel, WorkbookModel } from '@core/workbook/workbook-model'
import { legalSheetNames } from './writing/legal-sheet-names'
import { Overlays } from './writing/overlays'
import { packageParts } from './writing/package-parts'
import { SharedStrings } from './writing/shared-strings'
import { sheetXml } from './writing/sheet-xml'
import { splitLongTexts } from './writing/split-long-texts'
import { stylesXml } from './writing/styles'
import { xmlPart } from './writing/xml-text'
import { packParts } from './zip/pack-parts'

const emptySheet: SheetModel = { name: 'Sheet1', columns: [], rows: [], headless: true }

/**
 * The bytes of an .xlsx: styled headings that stay in view and on every page, filters, widths, lists to choose from,
 * real dates, and text that never becomes a formula. The same model gives the same bytes. Throws TooManyRows.
 */
export const writeWorkbook = async (model: WorkbookModel): Promise<Uint8Array> => {
  const sheets = legalSheets(model.sheets.length > 0 ? model.sheets : [emptySheet])
  const legalNames = new Map(model.sheets.map((sheet, index) => [sheet.name, sheets[index]?.name ?? null]))
  const context = {
    strings: new SharedStrings(),
    overlays: new Overlays(),
    yesNo: model.yesNo ?? (['Yes', 'No'] as const),
    target: (name: string) => legalNames.get(name) ?? null,
  }
  const worksheets = sheets.map((sheet, index) =>
    xmlPart(`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheet, index === 0, context)))
  return packParts([
    ...packageParts(sheets, model.title),
    ...worksheets,
    xmlPart('xl/styles.xml', stylesXml(context.overlays.list())),
    xmlPart('xl/sharedStrings.xml', context.strings.xml()),
  ], 6)
}

const legalSheets = (sheets: readonly SheetModel[]): readonly SheetModel[] => {
  const names = legalSheetNames(sheets.map((sheet) => sheet.name))
  return sheets.map((sheet, index) => ({ ...splitLongTexts(sheet), name: names[index] ?? sheet.name }))
}
