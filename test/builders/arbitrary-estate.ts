import fc from 'fast-check'
import { dependencyTypes, orders, strengths, type Dependency, type UnresolvedDependency } from '@core/estate/dependency'
import type { Estate } from '@core/estate/estate'
import {
  dispositions, itemKinds, sensitivities, type CellValue, type Criticality, type ExtraField, type IsoDate, type Item,
} from '@core/estate/item'
import { isoDay } from '@core/plan/dates'

/** Text as it stands in a cell: not blank, trimmed, without control characters; sometimes made to be misread. */
export const cellText = (maxLength = 12): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength }) },
    { weight: 2, arbitrary: fc.string({ unit: fc.constantFrom(...'abcæøåÆØÅ 019-'), minLength: 1, maxLength }) },
    { weight: 1, arbitrary: fc.constantFrom('=1+1', '+47 55', '-1', '@x', '12', '1.5', 'true', 'yes', '2027-01-01', '__proto__', 'a;b', '"q"', "it's") },
  ).map((text) => text.replace(/\p{C}/gu, '').trim()).filter((text) => text !== '')

/** Days between 2000 and 2060. */
export const calendarDay = (): fc.Arbitrary<IsoDate> => fc.integer({ min: 10_957, max: 32_871 }).map(isoDay)

/** Zero or more, with two decimals at most. */
export const amount = (): fc.Arbitrary<number> =>
  fc.oneof(fc.nat(50), fc.nat(100_000).map((cents) => cents / 100))

const cellValue = (): fc.Arbitrary<CellValue> => fc.oneof(cellText(), fc.integer(), fc.boolean())

/** Columns of the planner's own, whose headings we know nothing about. */
export const extraFields = (): fc.Arbitrary<readonly ExtraField[]> =>
  fc.uniqueArray(fc.tuple(fc.constantFrom('Rack', 'Vendor note', '__proto__', 'constructor', 'Høyde'), cellValue()), {
    selector: ([heading]) => heading, minLength: 1, maxLength: 2,
  })

/** Not `;`, which stands between ids in a cell. */
const itemIds = (maxItems: number): fc.Arbitrary<readonly string[]> =>
  fc.uniqueArray(
    fc.oneof(
      { weight: 5, arbitrary: fc.nat(99).map((n) => `A-${n}`) },
      { weight: 1, arbitrary: fc.constantFrom('12', '012', '__proto__', 'constructor', 'a', 'A', 'æ 1', 'A-1#2') },
    ),
    { maxLength: maxItems },
  )

const itemFields = () =>
  fc.record(
    {
      organisation: fc.constantFrom('Trust North', 'Trust South', 'Ahus'),
      site: fc.constantFrom('Bergen', 'Oslo'),
      serviceArea: fc.constantFrom('Storage', 'Network'),
      environment: fc.constantFrom('Production', 'Test'),
      owner: cellText(),
      team: fc.constantFrom('Blue', 'Red'),
      supplier: fc.constantFrom('Fjord AS', 'Berg AS'),
      criticality: fc.constantFrom<Criticality>(1, 2, 3, 4),
      disposition: fc.constantFrom(...dispositions),
      consolidateInto: fc.constantFrom('A-1', 'A-2', 'elsewhere'),
      phaseOutReason: cellText(),
      endOfSupport: calendarDay(),
      effort: amount(),
      cost: amount(),
      users: fc.nat(9999),
      count: fc.nat(9999),
      sensitivity: fc.constantFrom(...sensitivities),
      sharedService: fc.boolean(),
      status: cellText(),
      notes: cellText(30),
      extra: extraFields(),
    },
    { requiredKeys: [] },
  )

const item = (id: string): fc.Arbitrary<Item> =>
  fc.tuple(fc.oneof(cellText(), fc.constantFrom('Journal', 'Lab')), kind(), itemFields())
    .map(([name, itemKind, fields]) => ({ ...fields, id, name, kind: itemKind }))

/** Platforms are few in an estate. */
const kind = () => fc.constantFrom(...itemKinds, 'application' as const, 'application' as const, 'server' as const)

const dependencyFields = () =>
  fc.record(
    {
      type: fc.constantFrom(...dependencyTypes),
      strength: fc.constantFrom(...strengths, 'soft' as const),
      order: fc.constantFrom(...orders),
      maxLatencyMs: fc.nat(500),
      pricePerDay: amount(),
      confidence: fc.constantFrom('high', 'low'),
      source: cellText(),
      notes: cellText(30),
      extra: extraFields(),
    },
    { requiredKeys: ['type', 'strength', 'order'] },
  )

const dependencies = (ids: readonly string[], most: number): fc.Arbitrary<readonly Dependency[]> =>
  ids.length === 0
    ? fc.constant([])
    : fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids), dependencyFields()), { maxLength: most })
      .map((rows) => rows.map(([from, to, fields], index) => ({ ...fields, id: `d${index + 1}`, from, to })))

const unresolved = (): fc.Arbitrary<readonly UnresolvedDependency[]> =>
  fc.array(fc.tuple(cellText(), cellText(), dependencyFields()), { maxLength: 2 })
    .map((rows) => rows.map(([fromText, toText, fields], index) => ({ ...fields, id: `u${index + 1}`, fromText, toText })))

export type EstateSize = { readonly maxItems?: number; readonly maxDependencies?: number }

/** Estates with every field that an estate can have, dependencies of an item on itself included. */
export const arbitraryEstate = ({ maxItems = 14, maxDependencies = 24 }: EstateSize = {}): fc.Arbitrary<Estate> =>
  itemIds(maxItems).chain((ids) =>
    fc.record({
      items: fc.tuple(...ids.map(item)),
      dependencies: dependencies(ids, maxDependencies),
      unresolved: unresolved(),
      extraSheets: fc.uniqueArray(
        fc.record({
          name: fc.constantFrom('Contacts', 'Racks'),
          rows: fc.array(fc.array(fc.option(cellValue(), { nil: null }), { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
        }),
        { selector: (sheet) => sheet.name, maxLength: 2 },
      ),
      imports: fc.array(
        fc.record({ fileName: cellText(), day: calendarDay(), items: fc.nat(99), dependencies: fc.nat(99) }),
        { maxLength: 2 },
      ),
    }),
  )
