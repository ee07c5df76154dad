import type { ZipPart } from './zip'
import { zipOf } from './zip'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

export type XlsxSheet = {
  readonly name?: string
  /** What stands in `<sheetData>`. */
  readonly data?: string
  readonly before?: string
  readonly after?: string
  readonly hidden?: boolean
}

export type XlsxOptions = {
  readonly date1904?: boolean
  readonly prolog?: string
  /** Replaces parts by name, or adds them. */
  readonly parts?: readonly ZipPart[]
}

/** The parts of a small workbook; style 1 is a date, style 2 a time of day. */
export const xlsxParts = (sheets: readonly XlsxSheet[], options: XlsxOptions = {}): readonly ZipPart[] => {
  const parts: ZipPart[] = [
    {
      name: '[Content_Types].xml',
      content:
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>` +
        sheets.map((_, index) =>
          `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join('') +
        `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    },
    {
      name: 'xl/workbook.xml',
      content:
        `<workbook xmlns="${main}" xmlns:r="${office}">${options.date1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>` +
        sheets.map((sheet, index) =>
          `<sheet name="${sheet.name ?? `Sheet${index + 1}`}" sheetId="${index + 1}" r:id="rId${index + 1}"` +
          `${sheet.hidden ? ' state="hidden"' : ''}/>`).join('') +
        '</sheets></workbook>',
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content:
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
        sheets.map((_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('') +
        `<Relationship Id="rId900" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content:
        `<styleSheet xmlns="${main}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>` +
        '<xf numFmtId="20" applyNumberFormat="1"/></cellXfs></styleSheet>',
    },
    ...sheets.map((sheet, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      content:
        `<?xml version="1.0"?>${options.prolog ?? ''}<worksheet xmlns="${main}" xmlns:r="${office}">${sheet.before ?? ''}` +
        `<sheetData>${sheet.data ?? ''}</sheetData>${sheet.after ?? ''}</worksheet>`,
    })),
  ]
  const replaced = options.parts ?? []
  return [
    ...parts.map((part) => replaced.find((other) => other.name === part.name) ?? part),
    ...replaced.filter((other) => !parts.some((part) => part.name === other.name)),
  ]
}

export const xlsxOf = (sheets: readonly XlsxSheet[], options: XlsxOptions = {}): Buffer =>
  zipOf(xlsxParts(sheets, options))

/** A cell with its text in it. */
export const textCell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`

export const numberCell = (reference: string, value: number | string, style = 0): string =>
  `<c r="${reference}" s="${style}"><v>${value}</v></c>`

export const row = (number: number, ...cells: readonly string[]): string => `<row r="${number}">${cells.join('')}</row>`
