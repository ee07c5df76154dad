import fc from 'fast-check'
import type { Exchange } from '@core/plan/exchange'
import type { PlanLists } from '@core/plan/plan-document'
import {
  conditionTests, graphColours, graphGroupings, type GraphSettings, type ItemFilter, type NamedFilter, type NamedView,
} from '@core/plan/view'
import { calendarDay, cellText } from './arbitrary-estate'

const filter = (): fc.Arbitrary<ItemFilter> =>
  fc.record({
    match: fc.constantFrom('all' as const, 'any' as const),
    conditions: fc.array(
      fc.record({ field: fc.constantFrom('name', 'wave', 'any'), test: fc.constantFrom(...conditionTests), values: fc.array(cellText(), { maxLength: 2 }) }),
      { maxLength: 3 },
    ),
  })

const settings = (): fc.Arbitrary<GraphSettings> =>
  fc.record({
    grouping: fc.constantFrom(...graphGroupings),
    colour: fc.constantFrom(...graphColours),
    size: fc.constantFrom('items' as const, 'effort' as const),
    filter: fc.option(filter()),
    mutedClasses: fc.array(cellText(), { maxLength: 2 }),
    closed: fc.array(cellText(), { maxLength: 2 }),
    hidden: fc.array(cellText(), { maxLength: 2 }),
  })

const place = () => fc.record({ x: fc.integer(), y: fc.integer(), zoom: fc.constantFrom(0.1, 1, 4) })

const numbered = <Row extends { readonly id: string }>(prefix: string, row: fc.Arbitrary<Omit<Row, 'id'>>) =>
  fc.array(row, { maxLength: 2 }).map((rows) => rows.map((fields, index) => ({ ...fields, id: `${prefix}${index + 1}` }) as Row))

const exchange = (itemIds: readonly string[]): fc.Arbitrary<Omit<Exchange, 'id'>> =>
  fc.record(
    {
      supplier: cellText(),
      sentOn: calendarDay(),
      fileName: cellText(),
      sha256: fc.constantFrom('0'.repeat(64), 'af'.repeat(32)),
      fields: fc.constantFrom([], ['name', 'effort']),
      profile: fc.constantFrom('open', 'internal'),
      withheld: fc.constantFrom([], ['Notes']),
      tables: itemIds.length === 0 ? fc.constant([]) : fc.array(
        fc.record({ sheet: cellText(), headings: fc.constant(['Id', 'Name', 'Users']), rows: fc.array(fc.tuple(fc.constantFrom(...itemIds), cellText(), fc.constantFrom(3, null)), { maxLength: 2 }) }),
        { maxLength: 2 },
      ),
      returnedOn: calendarDay(),
    },
    { requiredKeys: ['supplier', 'sentOn', 'fileName', 'sha256', 'profile', 'fields', 'withheld', 'tables'] },
  )

/** Named views and filters, and the log of what left for suppliers. */
export const arbitraryLists = (itemIds: readonly string[]): fc.Arbitrary<PlanLists> =>
  fc.record({
    views: numbered<NamedView>('view', fc.record({ name: cellText(), settings: settings(), place: fc.option(place()) })),
    filters: numbered<NamedFilter>('filter', fc.record({ name: cellText(), filter: filter() })),
    exchanges: numbered<Exchange>('exchange', exchange(itemIds)),
  })
