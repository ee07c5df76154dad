import { describe, expect, it } from 'vitest'
import { cellAfterEdit, cellAfterKey, windowOf } from '@renderer/inventory/table/cell-range'
import { offeredChoices } from '@renderer/inventory/table/offered-choices'
import { sortedBy } from '@renderer/inventory/table/sort-choice'
import {
  formatLayout, layoutFor, parseLayout, withHidden, withOrder, withStep, withWidth,
} from '@renderer/inventory/table/table-layout'

const fields = ['a', 'b', 'c'].map((id) => ({ id, width: 100 }))
const start = layoutFor(fields, [])
const order = (layout: typeof start): string => layout.map((column) => (column.isHidden ? `(${column.id})` : column.id)).join('')

describe('the layout of columns', () => {
  it('moves, hides and widens, within what makes sense', () => {
    expect([withOrder(start, 'c', 'a'), withOrder(start, 'a', null), withStep(start, 'a', 1), withStep(start, 'c', 1), withHidden(start, 'b', true)].map(order)).toEqual(
      ['cab', 'bca', 'bac', 'abc', 'a(b)c'],
    )
    expect([5, 250, 5000].map((width) => withWidth(start, 'a', width)[0]?.width)).toEqual([44, 250, 900])
    const alone = withHidden(withHidden(start, 'a', true), 'b', true)
    expect(withHidden(alone, 'c', true)).toEqual(alone)
  })

  it('steps over hidden columns', () => {
    expect(order(withStep(withHidden(start, 'b', true), 'a', 1))).toBe('(b)ca')
  })

  it('is remembered, with the columns of other plans, and shows new ones last', () => {
    const layout = withHidden(withOrder(start, 'c', 'a'), 'b', true)
    const stored = formatLayout(layout.slice(0, 2), layout)
    expect(parseLayout(stored)).toEqual(layout)
    expect(order(layoutFor([...fields, { id: 'extra:Rack', width: 80 }], parseLayout(stored)))).toBe('ca(b)extra:Rack')
  })

  it('is none where something else is stored', () => {
    const wrong = [null, '', '{', '[]', '{"version":2,"columns":[]}', '{"version":1,"columns":[{"id":1},{"id":"a","width":-3,"isHidden":false}]}']
    expect(wrong.map(parseLayout)).toEqual(wrong.map(() => []))
  })
})

describe('walking cells', () => {
  const size = { lines: 10, columns: 5, page: 4 }
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey, metaKey: false })
  it('stays inside, and goes to the edge with Ctrl', () => {
    const from = { line: 8, column: 0 }
    expect(['ArrowLeft', 'PageDown', 'End', 'x'].map((key) => cellAfterKey(press(key), from, size))).toEqual(
      [from, { line: 9, column: 0 }, { line: 8, column: 4 }, null],
    )
    expect(cellAfterKey(press('Home', true), from, size)).toEqual({ line: 0, column: 0 })
    expect(cellAfterKey(press('ArrowDown'), from, { lines: 0, columns: 5, page: 1 })).toBe(null)
  })
  it('goes round in a range after an edit, as Excel does', () => {
    const range = { top: 2, bottom: 3, left: 1, right: 2 }
    const after = (step: 'down' | 'right' | 'up', line: number, column: number) => Object.values(cellAfterEdit(step, { line, column }, range, size))
    expect([after('down', 2, 1), after('down', 3, 1), after('down', 3, 2), after('right', 2, 2), after('up', 2, 1)]).toEqual(
      [[3, 1], [2, 2], [2, 1], [3, 1], [3, 2]],
    )
    expect(cellAfterEdit('down', { line: 9, column: 0 }, { top: 9, bottom: 9, left: 0, right: 0 }, size)).toEqual({ line: 9, column: 0 })
  })
  it('knows which columns are in sight', () => {
    expect([windowOf([0, 100, 200, 300, 400], 150, 100, 0), windowOf([0, 100, 200], 0, 50, 1), windowOf([0], 0, 50, 1)]).toEqual([[1, 3], [0, 2], [0, 0]])
  })
})

describe('choosing', () => {
  it('offers what begins so before what only holds it', () => {
    expect(offeredChoices(['Blodbank', 'Arkiv', 'Nytt arkiv', 'Karkiv'], 'ark', false)).toEqual(['Arkiv', 'Nytt arkiv', 'Karkiv'])
    expect(offeredChoices(['Arkiv', 'Arkiv 2'], 'arkiv', true)).toEqual(['Arkiv 2'])
  })
  it('sorts up, down, not at all; with Shift beside the others', () => {
    const up = sortedBy([], 'a', false)
    const down = sortedBy(up, 'a', false)
    expect([up, down, sortedBy(down, 'a', false)]).toEqual([[{ field: 'a', descending: false }], [{ field: 'a', descending: true }], []])
    expect(sortedBy(sortedBy(down, 'b', true), 'b', true)).toEqual([{ field: 'a', descending: true }, { field: 'b', descending: true }])
    expect(sortedBy(down, 'b', false)).toEqual([{ field: 'b', descending: false }])
  })
})
