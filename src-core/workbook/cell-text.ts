import type { CellValue } from '../estate/item'
import { isRawDate, type RawCell } from './raw-workbook'

/** A cell as trimmed text; empty where there is nothing. */
export const cellText = (cell: RawCell | undefined): string => {
  if (typeof cell === 'string') return cell.trim()
  if (cell === null || cell === undefined) return ''
  if (isRawDate(cell)) return cell.date
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return String(cell)
}

/** A cell as it is kept in an extra field or sheet: dates as ISO text, text as it is, null where there is nothing. */
export const keptValue = (cell: RawCell | undefined): CellValue | null => {
  if (cell === null || cell === undefined) return null
  if (isRawDate(cell)) return cell.date
  if (typeof cell === 'string' && cell.trim() === '') return null
  return cell
}
