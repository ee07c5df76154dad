import type { ReadLimits } from '../read-limits'
import type { Tally } from '../read-tally'
import { tooLarge } from '../refusal'
import { byte } from './xml-bytes'

/** Cells, filled or not, and the values in them. */
type Cells = { readonly all: number; readonly values: number }

const windows = 16
const windowBytes = 16 * 1024

/**
 * About how many cells a sheet has, by the tags that begin with `<c`, `<v` or `<is` at places all over it: close enough for what is
 * far beyond the limits.
 */
const estimate = (xml: Buffer): Cells => {
  const length = Math.min(windowBytes, Math.floor(xml.length / windows))
  let [all, values] = [0, 0]
  for (let index = 0; index < windows; index++) {
    const from = Math.floor((index * xml.length) / windows)
    for (let at = from; at < from + length; at++) {
      if (xml[at] !== byte.lessThan) continue
      const next = xml[at + 1]
      if (next === 0x63 /* c */) all++
      else if (next === 0x76 /* v */ || (next === 0x69 && xml[at + 2] === 0x73) /* is */) values++
    }
  }
  const whole = xml.length / Math.max(1, length * windows)
  return { all: all * whole, values: values * whole }
}

/** Fewer bytes hold no more cells than we read. */
const worthALook = 16 * 1024 * 1024
/** An estimate may be wrong by a few parts of a hundred, and never by so much. */
const plainly = 1.4

/**
 * Refuses a workbook of far too many cells before the first of them is read, for reading up to the limit takes seconds. `xml` is
 * the sheet to be read now; `later` unpacks those after it; `bytes` is what the zip promises of all of these together.
 */
export const refuseTooManyCells = (
  xml: Buffer, later: readonly (() => Buffer)[], bytes: number, tally: Tally, limits: ReadLimits,
): void => {
  if (bytes < worthALook) return
  const most: Cells = { all: limits.cells * 2 * plainly - tally.seen, values: limits.cells * plainly - tally.cells }
  const isTooMuch = ({ all, values }: Cells): boolean => all > most.all || values > most.values
  let sum = estimate(xml)
  const rest = bytes / Math.max(1, xml.length)
  if (!isTooMuch({ all: sum.all * rest, values: sum.values * rest })) return
  // Were the later sheets like this one: that has to be seen.
  for (const unpack of later) {
    if (isTooMuch(sum)) break
    const next = estimate(unpack())
    sum = { all: sum.all + next.all, values: sum.values + next.values }
  }
  if (isTooMuch(sum)) throw tooLarge('cells', limits.cells)
}
