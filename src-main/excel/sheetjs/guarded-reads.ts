import { Refusal } from '../refusal'

/** A piece of a binary workbook as SheetJS walks it: `l` is where it stands, and `read_shift` is set on each piece by itself. */
type Piece = Buffer & { l: number; place?: number }
type ReadShift = (this: Piece, size: number, kind?: string) => unknown

/** Good files are read a few bytes beyond an end here and there. */
const slack = 256

const texts = new Set(['dbcs', 'utf8', 'utf16le', 'wstr', 'cpstr', 'sbcs-cont', 'dbcs-cont', 'hex'])

const endsWithZero = (piece: Piece, width: 1 | 2): boolean => {
  for (let at = piece.l; at + width <= piece.length; at += width) {
    if (piece[at] === 0 && (width === 1 || piece[at + 1] === 0)) return true
  }
  return false
}

const isPossible = (piece: Piece, size: number, kind: string | undefined): boolean => {
  if (kind === undefined) return true
  const left = piece.length - piece.l + slack
  if (kind === 'cstr') return endsWithZero(piece, 1)
  if (kind === '_wstr') return endsWithZero(piece, 2)
  return !texts.has(kind) || (size >= 0 && size <= left)
}

const beyondEnd = (): Error => new RangeError('A record of the workbook reaches beyond its end')

const guard = (read: ReadShift): ReadShift =>
  function guarded(this: Piece, size: number, kind?: string): unknown {
    if (!isPossible(this, size, kind)) throw beyondEnd()
    return read.call(this, size, kind)
  }

/** So long a binary workbook may take: below the limits of the thread, which could only be ended in the middle. */
const mostMilliseconds = 8_000
/** The clock is asked once in so many steps. */
const stepsPerLook = 4_096

let deadline = Infinity
let steps = 0

/** Once the time is over every further step fails, whatever the parser catches. */
const keepTime = (): void => {
  steps += 1
  if (steps % stepsPerLook === 0 && performance.now() > deadline) deadline = 0
  if (deadline === 0) throw new Refusal({ type: 'timeout', seconds: mostMilliseconds / 1000 })
}

/** Where a piece is read next: never far beyond its end, so that no loop that waits for another end goes on for ever. */
const place: PropertyDescriptor & ThisType<Piece> = {
  configurable: true,
  get() {
    return this.place
  },
  set(at: number) {
    if (!(at >= 0 && at <= this.length + slack)) throw beyondEnd()
    keepTime()
    this.place = at
  },
}

const { toString } = Buffer.prototype

/**
 * Half a UTF-16 unit at the end is left off. Node 24.21 writes one byte beyond its own memory when it makes a text of an odd
 * number of such bytes that do not lie at an even address: SheetJS asks for that in good files (texts of properties in
 * xls) and damaged ones, and the program dies of it some time later.
 */
function wholeUnits(this: Buffer, encoding?: BufferEncoding, start = 0, end = this.length): string {
  if (encoding !== 'utf16le') return toString.call(this, encoding, start, end)
  const [from, to] = [Math.max(0, start), Math.min(this.length, end)]
  return toString.call(this, encoding, from, to - ((to - from) & 1))
}

/**
 * Runs SheetJS with a check of each of its steps through binary files (xls, xlsb). It believes every length and count that a file
 * states: a text of minus one letter, or a list of four thousand million, keeps it busy for ever. It gives each piece of a
 * file its own place `l` and `read_shift`; while `work` runs, giving them passes through here, and so do its texts. After so many
 * milliseconds every step throws a Refusal.
 */
export const withGuardedReads = <Value>(work: () => Value, milliseconds = mostMilliseconds): Value => {
  deadline = performance.now() + milliseconds
  let [given, guarded]: [ReadShift | null, ReadShift | null] = [null, null]
  Object.defineProperty(Buffer.prototype, 'read_shift', {
    configurable: true,
    get: () => undefined,
    set(this: Piece, read: ReadShift) {
      if (read !== given) [given, guarded] = [read, guard(read)]
      const own = guarded
      Object.defineProperty(this, 'read_shift', { configurable: true, get: () => own, set: () => undefined })
    },
  })
  Object.defineProperty(Buffer.prototype, 'l', place)
  Buffer.prototype.toString = wholeUnits
  try {
    return work()
  } finally {
    Reflect.deleteProperty(Buffer.prototype, 'read_shift')
    Reflect.deleteProperty(Buffer.prototype, 'l')
    Buffer.prototype.toString = toString
  }
}
