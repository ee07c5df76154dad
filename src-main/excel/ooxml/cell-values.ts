import type { RawCell } from '@core/workbook/raw-workbook'
import { SSF } from 'xlsx'
import { damaged } from '../refusal'
import { serialToDate } from '../sheetjs/serial-to-date'
import { readDigits, readNumberBytes } from './cell-address'
import type { NumberFormat } from './number-formats'
import { readXmlText } from './read-xml-text'
import type { SharedStrings } from './shared-strings'

/** What all sheets of a workbook have in common. */
export type WorkbookFacts = {
  readonly strings: SharedStrings | null
  readonly formats: readonly NumberFormat[]
  readonly date1904: boolean
}

/** What a cell says that it holds; the first letters of the `t` of the file tell them apart. */
export type CellKind = 'number' | 'shared' | 'text' | 'inline' | 'boolean' | 'error' | 'date'

/** The kind that stands between two places: `n`, `s`, `str`, `inlineStr`, `b`, `e` or `d`; numbers where it stands nowhere. */
export const cellKind = (xml: Buffer, start: number, end: number): CellKind => {
  switch (xml[start]) {
    case 0x73: return end - start === 1 ? 'shared' : 'text'
    case 0x69: return 'inline'
    case 0x62: return 'boolean'
    case 0x65: return 'error'
    case 0x64: return 'date'
    default: return 'number'
  }
}

/** What stands in `<v>`, between two places. null where it is blank. Throws a Refusal for what the kind cannot be. */
export const readCellValue = (
  xml: Buffer, start: number, end: number, kind: CellKind, style: number, facts: WorkbookFacts, part: string,
): RawCell => {
  switch (kind) {
    case 'number': return end > start ? numberValue(readNumberBytes(xml, start, end), style, facts, part) : null
    case 'shared': return sharedValue(readDigits(xml, start, end), start, end, facts, part)
    case 'boolean': return end > start ? xml[start] === 0x31 || xml[start] === 0x74 || xml[start] === 0x54 : null
    case 'date': return dateValue(readXmlText(xml, start, end).trim())
    case 'text': case 'inline': return readXmlText(xml, start, end) || null
    case 'error': return readXmlText(xml, start, end) || '#ERROR!'
  }
}

const sharedValue = (index: number, start: number, end: number, facts: WorkbookFacts, part: string): RawCell => {
  if (start === end) return null
  const text = facts.strings?.get(index)
  if (text === undefined) throw damaged(part)
  return text === '' ? null : text
}

const numberValue = (value: number, style: number, facts: WorkbookFacts, part: string): RawCell => {
  if (!Number.isFinite(value)) throw damaged(part)
  const format = facts.formats[style]
  if (format === undefined || format.kind === 'number') return value
  if (format.kind === 'time') return timeText(value, format.code)
  return serialToDate(value, facts.date1904) ?? value
}

/** As the sheet shows it; the number where the format is none that can be followed. */
export const timeText = (value: number, code: string): RawCell => {
  try {
    return String(SSF.format(code, value))
  } catch {
    return value
  }
}

/** A day or moment as ISO 8601 text, which the format knows and few programs write. */
const dateValue = (text: string): RawCell => {
  const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?Z?)?$/.exec(text)
  if (!match?.[1]) return text === '' ? null : text
  const time = match[2] === undefined || /^00:00(:00)?$/.test(match[2]) ? '' : `T${match[2].padEnd(8, ':00')}`
  return { date: `${match[1]}${time}` }
}
