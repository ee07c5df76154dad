import { cellText } from './cell-text'
import { fold } from './fold'
import { isRawDate, type RawCell, type RawRow } from './raw-workbook'
import { readNumber } from './read-number'

const totals = /^(sum|summa|summer|sumtotalt?|total|totals|totalt|totalsum|totalsumma|grandtotal|ialt|subtotal|subtotals|delsum|delsumma|delsumtotalt)$/
/** `Sum Helse Bergen`, `Total: Oslo`. */
const beginsAsTotal = /^\s*(grand total|subtotal|sub-total|delsum|delsumma|sum|summa|total|totalt|totalsum)\b[\s:.-]/i

const isText = (cell: RawCell): cell is string => typeof cell === 'string' && cell.trim() !== '' && readNumber(cell) === null

/** A row that sums up others: its only text says so, and what else it holds are figures. A single text alone must be the very word. */
export const isTotalRow = ({ cells }: RawRow): boolean => {
  const texts = cells.filter(isText)
  const [text = ''] = texts
  if (texts.length !== 1 || cells.some((cell) => isRawDate(cell) || typeof cell === 'boolean')) return false
  const hasFigures = cells.some((cell) => !isText(cell) && cellText(cell) !== '')
  return totals.test(fold(text)) || (hasFigures && beginsAsTotal.test(text))
}
