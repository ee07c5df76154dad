import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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
