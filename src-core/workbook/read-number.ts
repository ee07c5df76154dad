import { isRawDate, type RawCell } from './raw-workbook'

export type NumberReading = { readonly value: number; readonly doubt?: 'ambiguous-number' }

const parse = (text: string): NumberReading | null => {
  const value = Number(text)
  return text !== '' && Number.isFinite(value) ? { value } : null
}

/**
 * A number, or text such as `1 234,5`, `1.234,50`, `1,234.50`, `kr 1 200,-`, `12 days`. One comma with three digits
 * after it is taken for thousands, one point for decimals unless `whole`, and both are in doubt. null: not a number.
 */
export const readNumber = (cell: RawCell, whole = false): NumberReading | null => {
  if (typeof cell === 'number') return Number.isFinite(cell) ? { value: cell } : null
  if (typeof cell !== 'string' || isRawDate(cell)) return null
  const bare = cell
    .replace(/[\s\u00a0\u202f']/g, '')
    .replace(/^(?:kr\.?|nok|sek|dkk|eur|usd|[€$£])|(?:,-|kr\.?|nok|sek|dkk|eur|usd|[€$£]|ms|d|days?|dager?|dagar|dage|dagsverk)$/gi, '')
    .replace(/^[−–]/, '-')
  if (!/^[+-]?[\d.,]+$/.test(bare)) return null
  const comma = bare.lastIndexOf(',')
  const point = bare.lastIndexOf('.')
  if (comma >= 0 && point >= 0) {
    return comma > point ? parse(bare.replace(/\./g, '').replace(',', '.')) : parse(bare.replace(/,/g, ''))
  }
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(bare)) return doubtful(bare.replace(/,/g, ''), bare.split(',').length === 2)
  if (comma >= 0) return parse(bare.replace(',', '.'))
  if (/^[+-]?[1-9]\d{0,2}(\.\d{3}){2,}$/.test(bare)) return parse(bare.replace(/\./g, ''))
  if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(bare)) return doubtful(whole ? bare.replace('.', '') : bare, true)
  return parse(bare)
}

const doubtful = (text: string, inDoubt: boolean): NumberReading | null => {
  const reading = parse(text)
  return reading && inDoubt ? { ...reading, doubt: 'ambiguous-number' } : reading
}
