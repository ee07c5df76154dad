import { cellText } from './cell-text'
import { fold } from './fold'
import { isRawDate, type RawCell, type RawRow } from './raw-workbook'
import { readNumber } from './read-number'

const totals = /^(antall?|sum|summa|summer|sumtotalt?|total|totals|totalt|totalsum|totalsumma|grandtotal|ialt|subtotal|subtotals|delsum|delsumma|delsumtotalt)$/
const mayBeTotal = /^\W*(sum|tot|grand|i\s?alt|sub|del|antal|number of|count)/i
/** `Sum Helse Bergen`, `Total: Oslo`. */
const beginsAsTotal = /^\s*(grand total|subtotal|sub-total|delsum|delsumma|sum|summa|total|totalt|totalsum)\b[\s:.-]/i

/** `Antal system: 3`, alone below a list. */
const counts = /^\s*(antall?|number of|count|totalt? antall?)\b.*:\s*\d+\s*$/i

const isText = (cell: RawCell): cell is string => typeof cell === 'string' && cell.trim() !== ''
const isFigure = (cell: RawCell): boolean => !isRawDate(cell) && typeof cell !== 'boolean' && (cellText(cell) === '' || readNumber(cell) !== null)

/**
 * A row that sums up others: its first text says so, and what else it holds are figures, and at most one text that says of
 * what. Without figures it must be the very word.
 */
export const isTotalRow = ({ cells }: RawRow): boolean => {
  const place = cells.findIndex(isText)
  const text = cellText(cells[place])
  // Folding every name of a region takes a moment.
  if (!mayBeTotal.test(text)) return false
  const isWord = totals.test(fold(text)) || counts.test(text)
  if (!isWord && !beginsAsTotal.test(text)) return false
  const others = cells.filter((cell, column) => column !== place && cellText(cell) !== '')
  const texts = others.filter((cell) => !isFigure(cell)).length
  return texts === 0 ? isWord || others.length > 0 : isWord && texts === 1 && others.length > 1
}
