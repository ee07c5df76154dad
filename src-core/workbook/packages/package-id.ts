import { cellText } from '../cell-text'
import type { RawWorkbook } from '../raw-workbook'

/** The first cell of the hidden sheet by which a package is known when it comes back. */
export const packageMark = 'Wavewright package'

/** Also for the eye, on the cover: somebody may copy the visible sheets into a workbook of their own. */
export const packageLine = (id: string): string => `${packageMark}: ${id}`

const idPattern = new RegExp(`${packageMark}: (\\S+)`)
/** The cover is a page. */
const searchedRows = 60

/** The id that the hidden sheet names, or the line on the cover; null where there is neither: then it is no package of ours. */
export const packageIdIn = (raw: RawWorkbook): string | null => {
  for (const sheet of raw.sheets) {
    const [mark, id] = sheet.rows[0]?.cells ?? []
    if (mark === packageMark && id !== null && id !== undefined) return cellText(id)
  }
  for (const sheet of raw.sheets) {
    for (const row of sheet.rows.slice(0, searchedRows)) {
      for (const cell of row.cells) {
        const found = typeof cell === 'string' ? idPattern.exec(cell) : null
        if (found?.[1]) return found[1]
      }
    }
  }
  return null
}
