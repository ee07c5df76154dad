import type { RawSheet, RawWorkbook } from '@core/workbook/raw-workbook'
import { read } from 'xlsx'
import type { ParsingOptions, WorkBook } from 'xlsx'
import { Refusal, damaged, tooLarge } from '../refusal'
import type { ReadLimits } from '../read-limits'
import { unescaped } from '../ods/hidden-sheets'
import { newTally } from '../read-tally'
import { withGuardedReads } from './guarded-reads'
import { cellToRaw } from './cell-to-raw'
import { sheetToRaw } from './sheet-to-raw'

export type ParseOptions = {
  readonly fileName: string
  readonly limits: ReadLimits
  readonly format: 'ooxml' | 'ods' | 'ole'
  /** Names of hidden sheets, where the parser does not tell. */
  readonly hidden?: ReadonlySet<string>
}

/**
 * Hands verified bytes to SheetJS. WTF makes it throw where it would otherwise return an empty sheet; dates stay
 * numbers, because its own conversion is off by up to a second.
 */
export const parseWorkbook = (bytes: Buffer, options: ParseOptions): RawWorkbook => {
  const workbook = parse(bytes, options)
  const { limits } = options
  if (workbook.SheetNames.length > limits.sheets) throw tooLarge('sheets', limits.sheets)
  const toRaw = cellToRaw(workbook.Workbook?.WBProps?.date1904 === true)
  const tally = newTally()
  const sheets = workbook.SheetNames.flatMap((name, index): RawSheet[] => {
    const sheet = workbook.Sheets[name]
    if (!sheet || (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet')) return []
    const hidden = options.hidden?.has(name) === true || (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0
    // The parser leaves names of sheets as they are written in an ods.
    const facts = { name: options.format === 'ods' ? unescaped(name) : name, hidden }
    return [sheetToRaw(sheet, facts, toRaw, limits, tally)]
  })
  return { fileName: options.fileName, sheets }
}

const parse = (bytes: Buffer, options: ParseOptions): WorkBook => {
  try {
    return parseOnce(bytes, options, true)
  } catch (error) {
    if (options.format === 'ods' || error instanceof Refusal) throw toRefusal(error)
  }
  try {
    // An old formula that SheetJS cannot spell must not cost the values.
    return parseOnce(bytes, options, false)
  } catch (error) {
    throw toRefusal(error)
  }
}

const parseOnce = (bytes: Buffer, options: ParseOptions, cellFormula: boolean): WorkBook => {
  const settings: ParsingOptions & { nodim: boolean; WTF: boolean } = {
    type: 'buffer',
    dense: true,
    nodim: options.format === 'ooxml',
    WTF: options.format !== 'ods',
    cellDates: false,
    cellNF: true,
    cellFormula,
    cellText: false,
    cellHTML: false,
    cellStyles: false,
    bookVBA: false,
    sheetRows: options.limits.rows + 1,
  }
  return withGuardedReads(() => read(bytes, settings))
}

/** The parser throws plain errors and, in places, plain text. Out of memory and the like are not its to explain. */
const toRefusal = (error: unknown): Error => {
  if (error instanceof Refusal) return error
  const message = error instanceof Error ? error.message : String(error)
  if (/password-protected/i.test(message)) return new Refusal({ type: 'password-protected' })
  if (error instanceof RangeError && /string length|allocation/i.test(message)) return tooLarge('text', 256 * 1024 * 1024)
  return damaged('')
}
