import { describe, expect, it } from 'vitest'
import { Refusal } from '@main/excel/refusal'
import { withGuardedReads } from '@main/excel/sheetjs/guarded-reads'

type Piece = Buffer & { l: number }

/** A parser that goes round for ever, whatever is thrown at it. */
const circling = (limit: number): number => {
  const piece = Buffer.alloc(100) as Piece
  let caught = 0
  for (let step = 0; caught < limit; step += 1) {
    try {
      piece.l = step % 100
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      caught += 1
      if (caught === limit) throw error
    }
  }
  return caught
}

describe('The parser of binary workbooks', () => {
  it('is stopped by its own steps when its time is over, even where it catches what stops it', () => {
    const stopped = (): unknown => withGuardedReads(() => circling(5), 20)
    expect(stopped).toThrow(Refusal)
    expect(stopped).toThrow(expect.objectContaining({ reason: { type: 'timeout', seconds: 8 } }))
  })

  it('makes texts of whole characters alone, since an odd byte more is written where it does not belong', () => {
    const bytes = Buffer.from('xjournal', 'utf16le')
    const read = (): readonly string[] => [bytes.toString('utf16le', 2, 17), bytes.toString('utf16le', 2), bytes.toString('latin1', 0, 1)]
    expect(withGuardedReads(read)).toEqual(['journal', 'journal', 'x'])
    const odd = Buffer.concat([Buffer.from(' '), bytes])
    expect(withGuardedReads(() => [3, 4, 5, 6, 99, -1].map((end) => odd.toString('utf16le', 1, end)))).toEqual(['x', 'x', 'xj', 'xj', 'xjournal', ''])
    const { toString } = Buffer.prototype
    expect([withGuardedReads(() => Buffer.prototype.toString === toString), Buffer.prototype.toString === toString]).toEqual([false, true])
  })

  it('leaves nothing behind for the next', () => {
    expect(() => withGuardedReads(() => circling(1), 0)).toThrow(Refusal)
    expect(withGuardedReads(() => { const piece = Buffer.alloc(9) as Piece; piece.l = 3; return piece.l })).toBe(3)
  })
})
