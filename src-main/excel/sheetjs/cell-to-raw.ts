import type { RawCell } from '@core/workbook/raw-workbook'
import type { CellObject } from 'xlsx'
import { damaged } from '../refusal'
import { timeText } from '../ooxml/cell-values'
import { numberKind, type NumberKind } from '../ooxml/number-formats'
import { serialToDate } from './serial-to-date'

const errorTexts: ReadonlyMap<unknown, string> = new Map([
  [0x00, '#NULL!'], [0x07, '#DIV/0!'], [0x0f, '#VALUE!'], [0x17, '#REF!'], [0x1d, '#NAME?'], [0x24, '#NUM!'],
  [0x2a, '#N/A'], [0x2b, '#GETTING_DATA'],
])

/** Turns the parser's cells into ours. One for a workbook: it remembers which number formats are dates. */
export const cellToRaw = (date1904: boolean): ((cell: CellObject) => RawCell) => {
  const formats = new Map<unknown, NumberKind>()
  return (cell) => {
    switch (cell.t) {
      case 's': return typeof cell.v === 'string' && cell.v !== '' ? cell.v : null
      case 'b': return cell.v === true
      case 'e': return cell.w ?? errorTexts.get(cell.v) ?? '#ERROR!'
      case 'n': return numberToRaw(cell, date1904, formats)
      default: return null
    }
  }
}

const numberToRaw = (cell: CellObject, date1904: boolean, formats: Map<unknown, NumberKind>): RawCell => {
  const value = cell.v
  if (typeof value !== 'number' || !Number.isFinite(value)) throw damaged('')
  const kind = formats.get(cell.z) ?? numberKind(cell.z)
  formats.set(cell.z, kind)
  if (kind === 'number') return value
  if (kind === 'time') return timeText(value, String(cell.z))
  return serialToDate(value, date1904) ?? value
}
