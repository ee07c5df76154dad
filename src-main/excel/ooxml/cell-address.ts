/** `A1` read out of bytes: column from 0, row from 1; each -1 where it is not written. */
export type CellAddress = { column: number; row: number }

/** Reads the address between two places into `into`, which is used again for every cell. Beyond any grid it grows no further. */
export const readAddress = (xml: Buffer, start: number, end: number, into: CellAddress): void => {
  let at = start
  let column = 0
  for (; at < end; at++) {
    const letter = (xml[at] ?? 0) - 0x40
    if (letter < 1 || letter > 26) break
    column = Math.min(column * 26 + letter, 1e9)
  }
  into.column = column - 1
  into.row = readDigits(xml, at, end)
}

/** A whole number without sign; -1 where there is anything but digits, or nothing. */
export const readDigits = (xml: Buffer, start: number, end: number): number => {
  if (start >= end) return -1
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = (xml[at] ?? 0) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = Math.min(value * 10 + digit, 1e15)
  }
  return value
}

const powers = Array.from({ length: 16 }, (_, power) => 10 ** power)

/**
 * The number that is written between two places; NaN where there is none. Up to fifteen digits with a point are exact as
 * whole number and power of ten, and so is their quotient; the rest is left to JavaScript.
 */
export const readNumberBytes = (xml: Buffer, start: number, end: number): number => {
  let at = xml[start] === 0x2d ? start + 1 : start
  let value = 0
  let decimals = -1
  if (end - at > 16 || at === end) return slowNumber(xml, start, end)
  for (; at < end; at++) {
    const one = xml[at] ?? 0
    if (one === 0x2e && decimals < 0) decimals = 0
    else if (one >= 0x30 && one <= 0x39) {
      value = value * 10 + one - 0x30
      if (decimals >= 0) decimals++
    } else return slowNumber(xml, start, end)
  }
  if (value > Number.MAX_SAFE_INTEGER) return slowNumber(xml, start, end)
  const magnitude = decimals > 0 ? value / (powers[decimals] ?? 1) : value
  return xml[start] === 0x2d ? -magnitude : magnitude
}

const slowNumber = (xml: Buffer, start: number, end: number): number => {
  const text = xml.toString('latin1', start, end).trim()
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN
}
