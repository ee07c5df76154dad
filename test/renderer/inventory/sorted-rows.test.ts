import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastWidth, rowAfterKey, rowsBetween } from '@renderer/inventory/grid-walk'
import { sortedRows } from '@renderer/inventory/sorted-rows'
import { translationFor } from '@renderer/i18n/use-translate'

const { collator } = translationFor('nb')
const byText = (rows: readonly string[], descending = false): readonly string[] =>
  sortedRows(rows, (row) => row, collator, descending)

describe('sorted rows', () => {
  it('puts æ, ø and å last, and 2 before 10', () => {
    expect(byText(['Åse', 'Ørsta', 'server 10', 'server 2', 'Ærlig', 'Zebra'])).toEqual(
      ['server 2', 'server 10', 'Zebra', 'Ærlig', 'Ørsta', 'Åse'],
    )
  })
  it('keeps blanks at the end in either direction', () => {
    const rows = [{ n: 2 }, {}, { n: 1 }] as readonly { readonly n?: number }[]
    const keyOf = (row: { readonly n?: number }): number | undefined => row.n
    expect(sortedRows(rows, keyOf, collator, false)).toEqual([{ n: 1 }, { n: 2 }, {}])
    expect(sortedRows(rows, keyOf, collator, true)).toEqual([{ n: 2 }, { n: 1 }, {}])
  })
  it('loses no row and adds none', () => {
    fc.assert(fc.property(fc.array(fc.string()), fc.boolean(), (rows, descending) => {
      expect([...byText(rows, descending)].sort()).toEqual([...rows].sort())
    }))
  })
})

describe('walking a table', () => {
  it('stays inside, whatever the key', () => {
    const keys = ['ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End']
    fc.assert(fc.property(fc.constantFrom(...keys), fc.nat(99), fc.integer({ min: 1, max: 100 }), (key, at, count) => {
      const next = rowAfterKey(key, Math.min(at, count - 1), count)
      expect(next).toBeGreaterThanOrEqual(0)
      expect(next).toBeLessThan(count)
    }))
  })
  it('leaves other keys alone, and an empty table', () => {
    expect([rowAfterKey('a', 0, 5), rowAfterKey('ArrowDown', 0, 0)]).toEqual([null, null])
  })
  it('takes a range in the order of the rows, from either end', () => {
    expect([rowsBetween(['a', 'b', 'c', 'd'], 3, 1), rowsBetween(['a', 'b', 'c'], 0, 1)]).toEqual([['b', 'c', 'd'], ['a', 'b']])
  })
  it('needs as much room as its narrowest columns and the gaps between them', () => {
    expect(leastWidth(['minmax(100px, 1fr)', '50px'])).toBe(100 + 50 + 10 + 28)
  })
})
