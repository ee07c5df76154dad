import type { ReadError, ReadLimit } from '@core/workbook/read-error'
import { toMegabytes } from './read-limits'

type WithoutFileName<E> = E extends unknown ? Omit<E, 'fileName'> : never
export type RefusalReason = WithoutFileName<ReadError>

/**
 * A file that we refuse, thrown from deep inside the reading of bytes and turned into a value in one place,
 * `readWorkbook`: passing results through every loop over bytes would cost more than it says.
 */
export class Refusal extends Error {
  readonly reason: RefusalReason

  constructor(reason: RefusalReason) {
    super(reason.type)
    this.reason = reason
  }
}

export const damaged = (part: string): Refusal => new Refusal({ type: 'damaged', part })
export const unsafe = (part: string): Refusal => new Refusal({ type: 'unsafe', part })
export const tooLarge = (what: ReadLimit, limit: number): Refusal =>
  new Refusal({ type: 'too-large', what, limit: inBytes.has(what) ? toMegabytes(limit) : limit })

const inBytes: ReadonlySet<ReadLimit> = new Set(['file', 'part', 'unpacked', 'text'])
