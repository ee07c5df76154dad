import { describe, expect, it } from 'vitest'
import type { Item } from '@core/estate/item'
import { applyChange } from '@core/plan/apply-change'
import { addItems, editItem, moveItems, removeItems } from '@core/plan/commands'
import type { Change } from '@core/plan/change'
import { lookup } from '@core/plan/lookup'
import type { PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import { itemAdapter } from '@renderer/inventory/table/item-adapter'
import type { ItemWrite } from '@renderer/inventory/table/item-fields'
import { KeptOrder } from '@renderer/inventory/table/kept-order'
import type { TableView } from '@renderer/inventory/table/table-lines'
import { translationFor } from '@renderer/i18n/use-translate'
import { anItem } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'
import { newIds } from '@test/builders/new-ids'

const words = translationFor('en')
const start = aPlan({ items: [anItem('B'), anItem('A'), anItem('C')], waves: 2, placed: { A: 2, B: 1 } })

/** Shows one plan after the other, as the table does while it is edited; the ids and whether they are out of order. */
const showing = (parts: Partial<TableView>, added: readonly string[] = []) => {
  const order = new KeptOrder<Item, ItemWrite>()
  return (document: PlanDocument, turn = '1', visibleIds: ReadonlySet<string> | null = null) => {
    const adapter = itemAdapter({ document, found: lookup(document), evaluation: evaluate(document), words }, visibleIds)
    const view = { ...adapter.startView, ...parts }
    const fields = new Map(adapter.fields.map((field) => [field.id, field]))
    const { shown, isStale } = order.shown({ adapter, fields, view, turn, words, isAdded: (id) => added.includes(id) })
    return [shown.map((item) => item.id).join(''), isStale]
  }
}

const after = (document: PlanDocument, change: Change): PlanDocument => applyChange(document, change).document

describe('the order of rows while they are edited', () => {
  it('stays, says so, and is made anew when asked', () => {
    const show = showing({})
    const renamed = after(start, editItem(start, 'A', { name: 'Z' }, newIds()))
    expect([show(start), show(renamed), show(renamed, '2')]).toEqual([['ABC', false], ['ABC', true], ['BCA', false]])
    expect(show(after(renamed, editItem(renamed, 'B', { owner: 'Kari' }, newIds())), '2')).toEqual(['BCA', false])
  })

  it('keeps a row that its filter no longer lets through', () => {
    const show = showing({ filters: { name: { text: 'a', values: null } } })
    const renamed = after(start, editItem(start, 'A', { name: 'Z' }, newIds()))
    expect([show(start), show(renamed), show(renamed, '2')]).toEqual([['A', false], ['A', true], ['', false]])
  })

  it('notices when what is planned changes the order', () => {
    const show = showing({ sorts: [{ field: 'wave', descending: false }] })
    const moved = after(start, moveItems(start, ['A'], null, newIds()))
    expect([show(start), show(moved), show(start)]).toEqual([['BAC', false], ['BAC', true], ['BAC', false]])
  })

  it('puts what was added here last, and what came otherwise where it belongs', () => {
    const more = after(start, addItems(start, [anItem('AA')], newIds()))
    const here = showing({}, ['AA'])
    const elsewhere = showing({})
    expect([here(start), here(more), elsewhere(start), elsewhere(more)]).toEqual([['ABC', false], ['ABCAA', true], ['ABC', false], ['AAABC', false]])
  })

  it('says nothing of order where what was added belongs last, or nothing is sorted', () => {
    const more = after(start, addItems(start, [anItem('D'), anItem('E')], newIds()))
    const [sorted, unsorted, filtered] = [showing({}, ['D', 'E']), showing({ sorts: [] }, ['D', 'E']), showing({ filters: { name: { text: 'a', values: null } } }, ['D', 'E'])]
    expect([sorted(start), sorted(more), unsorted(start), unsorted(more)]).toEqual([['ABC', false], ['ABCDE', false], ['BAC', false], ['BACDE', false]])
    expect([filtered(start), filtered(more)]).toEqual([['A', false], ['ADE', true]])
    expect(sorted(after(more, editItem(more, 'A', { name: 'Z' }, newIds())))).toEqual(['ABCDE', true])
    const byWave = showing({ sorts: [{ field: 'wave', descending: false }] }, ['D', 'E'])
    expect([byWave(start), byWave(more)]).toEqual([['BAC', false], ['BACDE', false]])
  })

  it('leaves out what is gone, and brings it back to its place', () => {
    const show = showing({})
    const fewer = after(start, removeItems(start, ['B'], newIds()))
    expect([show(start), show(fewer), show(start)]).toEqual([['ABC', false], ['AC', false], ['ABC', false]])
  })

  it('lets grouped rows go to their groups at once', () => {
    const show = showing({ groups: ['wave'] })
    expect([show(start), show(after(start, moveItems(start, ['A'], 'wave1', newIds())))]).toEqual([['BAC', false], ['ABC', false]])
  })

  it('shows only what is looked for in the whole window', () => {
    const show = showing({})
    expect([show(start), show(start, '1', new Set(['C', 'A']))]).toEqual([['ABC', false], ['AC', false]])
  })
})
