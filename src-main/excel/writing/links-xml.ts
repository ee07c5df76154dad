import { columnName } from '@core/workbook/raw-workbook'
import type { SheetLink, SheetModel } from '@core/workbook/workbook-model'
import { quotedSheet } from './legal-sheet-names'
import { xmlText } from './xml-text'

/** Links to other sheets of the same workbook; never to anywhere else. */
export const linksXml = (sheet: SheetModel, target: (sheet: string) => string | null): string => {
  const banner = (sheet.banner ?? []).flatMap((line, row): SheetLink[] => (line.link ? [{ row, column: 0, sheet: line.link }] : []))
  const links = [...banner, ...(sheet.look?.links ?? [])].flatMap((link) => {
    const name = target(link.sheet)
    if (name === null) return []
    return [`<hyperlink ref="${columnName(link.column)}${link.row + 1}" location="${xmlText(`${quotedSheet(name)}A1`)}" display="${xmlText(name)}"/>`]
  })
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`
}
