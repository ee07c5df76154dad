import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Item } from '@core/estate/item'
import { lookup } from '@core/plan/lookup'
import { evaluate } from '@core/violations/evaluate'
import { filterTest, noFilter, valuesOf } from '@renderer/inventory/table/column-filter'
import { itemFields } from '@renderer/inventory/table/item-fields'
import { filteredRows, groupedLines, sortedForView } from '@renderer/inventory/table/table-lines'
import type { TableView } from '@renderer/inventory/table/table-lines'
import { textOrder } from '@renderer/inventory/table/text-order'
import { translationFor } from '@renderer/i18n/use-translate'
import { anItem, aPlatform, aServer } from '@test/builders/an-item'
import { aPlan } from '@test/builders/a-plan'

const words = translationFor('nb')
const plan = aPlan({
  items: [
    anItem('Å', { organisation: 'Vest', effort: 10, criticality: 4, endOfSupport: '2027-03-01' }),
    aServer('B', { organisation: 'Øst', cost: 200 }), anItem('A', { organisation: 'Vest', effort: 2.5, endOfSupport: '2029-01-01' }),
    aPlatform('P', { effort: 7 }), anItem('C', { extra: [['Rack', 'R1']] }),
  ],
  waves: 2,
  placed: { B: 2, A: 1 },
})
const worldOf = (document = plan) => ({ document, found: lookup(document), evaluation: evaluate(document), words })
const fields = new Map(itemFields(worldOf()).map((field) => [field.id, field]))
const field = (id: string) => { const found = fields.get(id); if (!found) throw new Error(id); return found }
const view = (parts: Partial<TableView>): TableView => ({ quick: '', filters: {}, sorts: [], groups: [], closed: new Set(), ...parts })
const ids = (rows: readonly Item[]) => rows.map((row) => row.id)
const idOf = (item: Item): string => item.id

describe('sorting rows', () => {
  it('goes by several columns, blanks last, æ ø å last', () => {
    const by = (...sorts: TableView['sorts']) => ids(sortedForView(plan.estate.items, fields, view({ sorts }), words))
    expect(by({ field: 'name', descending: false })).toEqual(['A', 'B', 'C', 'P', 'Å'])
    expect(by({ field: 'organisation', descending: false }, { field: 'effort', descending: true })).toEqual(['Å', 'A', 'B', 'P', 'C'])
    expect(by({ field: 'wave', descending: false })).toEqual(['A', 'B', 'Å', 'C', 'P'])
  })

  it('learns new texts where they belong, whatever was learned before', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string(), { maxLength: 8 }), { minLength: 1, maxLength: 4 }), fc.uuid(), (batches, subject) => {
      const order = textOrder(words.collator, subject)
      const all = [...new Set(batches.flat())]
      const ranks = batches.map((batch) => order.ranksOf(batch)).at(-1)
      const sorted = all.toSorted((a, b) => (ranks?.get(a) ?? 0) - (ranks?.get(b) ?? 0))
      for (let at = 1; at < sorted.length; at++) expect(words.collator.compare(sorted[at - 1] ?? '', sorted[at] ?? '')).toBeLessThanOrEqual(0)
    }))
  })
})

describe('filtering a column', () => {
  const passing = (id: string, text: string, values: readonly string[] | null = null) => {
    const test = filterTest(field(id), { text, values }, words)
    return ids(test ? plan.estate.items.filter(test) : plan.estate.items)
  }
  it('takes words, exact text, and what is not', () => {
    expect([passing('organisation', 'es'), passing('organisation', '=vest'), passing('organisation', '<>vest'), passing('organisation', '=')]).toEqual(
      [['Å', 'A'], ['Å', 'A'], ['B', 'P', 'C'], ['P', 'C']],
    )
  })
  it('compares numbers, days and waves', () => {
    expect([passing('effort', '> 2,5'), passing('effort', '2..7'), passing('endOfSupport', '< 2028'), passing('wave', '>=2'), passing('criticality', '>3')]).toEqual(
      [['Å', 'P'], ['A', 'P'], ['Å'], ['B'], ['Å']],
    )
    expect(passing('wave', '=2')).toEqual(['B'])
  })
  it('lets everything through while a condition is being typed', () => {
    expect(passing('effort', '>')).toHaveLength(5)
  })
  it('takes any of the values, as they are shown', () => {
    expect(passing('organisation', '', ['Øst', ''])).toEqual(['B', 'P', 'C'])
    expect(valuesOf(field('organisation'), plan.estate.items, words.collator)).toEqual([{ text: 'Vest', count: 2 }, { text: 'Øst', count: 1 }, { text: '', count: 2 }])
  })
  it('counts a value in the rows that the other columns let through', () => {
    const passed = filteredRows(plan.estate.items, fields, view({ filters: { effort: { ...noFilter, text: '> 5' } } }), null, words)
    expect(valuesOf(field('organisation'), plan.estate.items, words.collator, passed)).toEqual([{ text: 'Vest', count: 1 }, { text: 'Øst', count: 0 }, { text: '', count: 1 }])
  })
  it('combines columns and the field above the table', () => {
    const filters = { organisation: { ...noFilter, text: 'vest' }, 'extra:Rack': noFilter }
    expect(ids(filteredRows(plan.estate.items, fields, view({ filters }), (item) => item.name === 'A', words))).toEqual(['A'])
  })
})

describe('grouping rows', () => {
  const linesFor = (parts: Partial<TableView>) => {
    const grouped = view(parts)
    return groupedLines(sortedForView(plan.estate.items, fields, grouped, words), fields, grouped, idOf)
  }
  it('counts, and adds up effort and cost as the plan does', () => {
    const lines = linesFor({ groups: ['organisation'] })
    expect(lines.map((line) => (line.type === 'group' ? [line.text, line.count, line.sums.get('effort'), line.sums.get('cost')] : line.id))).toEqual([
      ['Vest', 2, 12.5, undefined], 'Å', 'A', ['Øst', 1, 1, 200], 'B', ['', 2, 1, undefined], 'P', 'C',
    ])
  })
  it('nests, and leaves out what is closed but counts it', () => {
    const open = linesFor({ groups: ['organisation', 'kind'] })
    expect(open.flatMap((line) => (line.type === 'group' ? [`${line.depth} ${line.text} ${line.count}`] : []))).toEqual(
      ['0 Vest 2', '1 Applikasjon 2', '0 Øst 1', '1 Server 1', '0  2', '1 Applikasjon 1', '1 Plattform 1'],
    )
    const closed = new Set(open.flatMap((line) => (line.type === 'group' && line.text === 'Vest' ? [line.id] : [])))
    expect(linesFor({ groups: ['organisation', 'kind'], closed }).map((line) => (line.type === 'group' ? `${line.text} ${line.count} ${line.isOpen}` : line.id)).slice(0, 3)).toEqual(
      ['Vest 2 false', 'Øst 1 true', 'Server 1 true'],
    )
  })
  it('loses no row and counts each once, whatever it is grouped by', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom('organisation', 'kind', 'wave', 'effort', 'violations', 'extra:Rack'), { maxLength: 3 }), (groups) => {
      const lines = linesFor({ groups })
      expect(lines.filter((line) => line.type === 'row')).toHaveLength(5)
      const tops = lines.filter((line) => line.type === 'group' && line.depth === 0)
      if (groups.length > 0) expect(tops.reduce((sum, line) => sum + (line.type === 'group' ? line.count : 0), 0)).toBe(5)
      expect(new Set(lines.map((line) => line.id)).size).toBe(lines.length)
    }))
  })
})
