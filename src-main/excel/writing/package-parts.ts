import type { SheetModel } from '@core/workbook/workbook-model'
import type { Part } from '../zip/unpack-parts'
import { quotedSheet } from './legal-sheet-names'
import { definedNames } from './sheet-xml'
import { xmlPart, xmlText } from './xml-text'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packaging = 'http://schemas.openxmlformats.org/package/2006'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const mainType = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** The parts around the sheets. No time stamps and no author: the same plan gives the same bytes everywhere. */
export const packageParts = (sheets: readonly SheetModel[], title: string): readonly Part[] => [
  contentTypes(sheets.length),
  xmlPart('_rels/.rels', relationships([
    [`${office}/relationships/officeDocument`, 'xl/workbook.xml'],
    [`${packaging}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    [`${office}/relationships/extended-properties`, 'docProps/app.xml'],
  ])),
  xmlPart('docProps/core.xml',
    `<cp:coreProperties xmlns:cp="${packaging}/metadata/core-properties" ` +
    `xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title></cp:coreProperties>`),
  xmlPart('docProps/app.xml',
    `<Properties xmlns="${office}/extended-properties"><Application>Wavewright</Application></Properties>`),
  workbookPart(sheets),
  xmlPart('xl/_rels/workbook.xml.rels', relationships([
    ...sheets.map((_, index): [string, string] => [`${office}/relationships/worksheet`, `worksheets/sheet${index + 1}.xml`]),
    [`${office}/relationships/styles`, 'styles.xml'],
    [`${office}/relationships/sharedStrings`, 'sharedStrings.xml'],
  ])),
]

const contentTypes = (sheets: number): Part => {
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`
  return xmlPart('[Content_Types].xml',
    `<Types xmlns="${packaging}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('xl/workbook.xml', `${mainType}.sheet.main+xml`) +
    Array.from({ length: sheets }, (_, index) =>
      override(`xl/worksheets/sheet${index + 1}.xml`, `${mainType}.worksheet+xml`)).join('') +
    override('xl/styles.xml', `${mainType}.styles+xml`) +
    override('xl/sharedStrings.xml', `${mainType}.sharedStrings+xml`) +
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    override('docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
    '</Types>')
}

const relationships = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${packaging}/relationships">` +
  targets.map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`).join('') +
  '</Relationships>'

const workbookPart = (sheets: readonly SheetModel[]): Part => {
  const tabs = sheets.map((sheet, index) => `<sheet name="${xmlText(sheet.name)}" sheetId="${index + 1}"${sheet.isHidden ? ' state="veryHidden"' : ''} r:id="rId${index + 1}"/>`)
  const names = sheets.map((sheet, index) => definedNames(sheet, index, quotedSheet(sheet.name))).join('')
  return xmlPart('xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}/relationships"><bookViews><workbookView activeTab="0"/></bookViews>` +
    `<sheets>${tabs.join('')}</sheets>${names && `<definedNames>${names}</definedNames>`}</workbook>`)
}
