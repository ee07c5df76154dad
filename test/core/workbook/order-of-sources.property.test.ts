import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sourceOfField } from '@core/estate/source'
import { countingIds, type NewId } from '@core/ids'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { importOver } from '@core/workbook/import-over'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import { documentWithSources } from '@core/workbook/sources'
import { suggestedWay } from '@core/workbook/suggested-way'
import { threeSources, type ThreeSources } from './arbitrary-sources'

type Source = keyof ThreeSources

const orders: readonly (readonly Source[])[] = [
  ['servers', 'portfolio', 'dependencies'], ['servers', 'dependencies', 'portfolio'], ['portfolio', 'servers', 'dependencies'],
  ['portfolio', 'dependencies', 'servers'], ['dependencies', 'servers', 'portfolio'], ['dependencies', 'portfolio', 'servers'],
]

const freshIds = (): NewId => {
  const count = countingIds()
  return (prefix) => count(`fresh-${prefix}`)
}

/** The first opened, the others over it, each with everything that is suggested. */
const inOrder = (sources: ThreeSources, [first = 'servers', ...others]: readonly Source[], wayOf = suggestedWay): PlanDocument => {
  const newId = freshIds()
  return others.map((one) => sources[one])
    .reduce((plan, one) => importOver(plan, one, newId, { way: wayOf(plan.estate, one) }).document, documentWithSources(sources[first]))
}

/** The plan without what only its history says: ids, order of rows, where each was read. */
const asSaid = (plan: PlanDocument) => {
  const { items, dependencies, unresolved } = plan.estate
  const nameOf = new Map(items.map(({ id, name }) => [id, name]))
  const name = (id: string): string => nameOf.get(id) ?? id
  return {
    items: items.map(({ id: _id, sources: _sources, extra = [], ...item }) => ({ ...item, extra: [...extra].sort() })).sort((a, b) => (a.name < b.name ? -1 : 1)),
    dependencies: dependencies.map(({ from, to, type, strength, order }) => [name(from), name(to), type, strength, order].join(' | ')).sort(),
    unresolved: unresolved.length,
    groups: activeScenario(plan).groups.map(({ itemIds }) => itemIds.map(name).sort().join(' | ')).sort(),
  }
}

it('Three sources make the same estate in whatever order they come', () => {
  fc.assert(fc.property(threeSources, (sources) => {
    const [expected, ...others] = orders.map((order) => asSaid(inOrder(sources, order)))
    for (const [index, one] of others.entries()) expect({ order: orders[index + 1], ...one }).toEqual({ order: orders[index + 1], ...expected })
  }), { numRuns: 100 })
}, 60_000)

const fields = ['name', 'owner', 'site', 'notes', 'criticality', 'extra:Rack'] as const

/** `name field` by the file that says it in a cell of an item. */
const saidBy = ({ document: { estate }, itemPlaces, fileName }: ImportedWorkbook): readonly (readonly [string, string])[] =>
  estate.items.flatMap((item, index) => (itemPlaces[index]?.[1] === 0 ? [] : fields.flatMap((field) => {
    const value = field === 'extra:Rack' ? item.extra?.find(([heading]) => heading === 'Rack') : item[field]
    return value === undefined ? [] : [[`${item.name} ${field}`, fileName] as const]
  })))

it('Of sources beside each other the first that says a value stays its origin', () => {
  fc.assert(fc.property(threeSources, fc.constantFrom(...orders), (sources, order) => {
    const { estate } = inOrder(sources, order, () => 'addition')
    const origins = new Map(estate.items.flatMap((item) => fields.flatMap((field) => {
      const source = sourceOfField(estate, item, field)
      const isSaid = field === 'extra:Rack' ? item.extra?.some(([heading]) => heading === 'Rack') : item[field] !== undefined
      return source && isSaid ? [[`${item.name} ${field}`, source.fileName] as const] : []
    })))
    const expected = new Map(order.toReversed().flatMap((source) => saidBy(sources[source])))
    expect([...origins].sort()).toEqual([...expected].sort())
  }), { numRuns: 100 })
}, 60_000)
