import type { RawCell, RawWorkbook } from '@core/workbook/raw-workbook'
import { readWorkbook } from '@main/excel/read-workbook'
import type { ReadOptions } from '@main/excel/read-workbook'

/** Reads what must be readable. */
export const read = (bytes: Uint8Array, fileName = 'estate.xlsx', options: ReadOptions = {}): RawWorkbook => {
  const result = readWorkbook(bytes, fileName, options)
  if (!result.ok) throw new Error(`Expected cells, but got ${JSON.stringify(result.error)}`)
  return result.value
}

/** The cells of a sheet by row, for comparing. */
export const cellsOf = (workbook: RawWorkbook, sheet = 0): readonly (readonly RawCell[])[] =>
  workbook.sheets[sheet]?.rows.map((row) => row.cells) ?? []

/** What is wrong with a file that must be refused. */
export const refusalOf = (bytes: Uint8Array, fileName = 'estate.xlsx', options: ReadOptions = {}): unknown => {
  const result = readWorkbook(bytes, fileName, options)
  if (result.ok) throw new Error('Expected a refusal, but the file was read')
  const { fileName: named, ...reason } = result.error
  if (named !== fileName) throw new Error(`The refusal names ${named}`)
  return reason
}
