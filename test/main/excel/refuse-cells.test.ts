import { describe, expect, it } from 'vitest'
import { refuseTooManyCells } from '@main/excel/ooxml/refuse-cells'
import { readLimits } from '@main/excel/read-limits'
import { newTally } from '@main/excel/read-tally'
import { Refusal } from '@main/excel/refusal'

const cellBytes = '<c r="A1"><v>1</v></c>'
const sheetOf = (cells: number): Buffer => Buffer.from(cellBytes.repeat(cells))
const padding = Buffer.alloc(20 * 1024 * 1024, 0x20)

const check = (cells: number, later: readonly Buffer[] = [], limit = 100_000): void => {
  const xml = sheetOf(cells)
  const bytes = later.reduce((sum, one) => sum + one.length, xml.length + 16 * 1024 * 1024)
  refuseTooManyCells(xml, later.map((one) => () => one), bytes, newTally(), { ...readLimits, cells: limit })
}

describe('A sheet of far too many cells', () => {
  it('is refused before it is read', () => {
    expect(() => check(150_000)).toThrow(Refusal)
    expect(() => check(60_000, [sheetOf(60_000), sheetOf(60_000)])).toThrow(Refusal)
  })

  it('is read where it may be within the limit, and where only its neighbours are large', () => {
    expect(() => check(110_000)).not.toThrow()
    expect(() => check(90_000, [padding])).not.toThrow()
  })

  it('is not looked at in a workbook of a few megabytes', () => {
    expect(() => refuseTooManyCells(sheetOf(150_000), [], 1_000_000, newTally(), { ...readLimits, cells: 10 })).not.toThrow()
  })
})
