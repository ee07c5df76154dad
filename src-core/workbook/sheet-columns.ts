import { dependencyTypes, orders, strengths, type Dependency } from '../estate/dependency'
import { dispositions, itemKinds, sensitivities, type ExtraField, type Item } from '../estate/item'
import type { Language } from '../messages/translator'
import type { MoveGroup } from '../plan/plan-document'
import { ruleTypes, type FreezeWindow, type Moment, type Rule } from '../plan/rule'
import { waveStatuses, type Wave } from '../plan/wave'
import { dependencyHeadings, freezeHeadings, itemHeadings, ruleHeadings, waveHeadings } from './headings'
import { joinList } from './list-cell'
import type { ColumnOf } from './sheet-builder'
import {
  dispositionWords, kindWords, orderWords, originWords, ruleTypeWords, sensitivityWords, strengthWords, typeWords,
  waveStatusWords,
} from './value-words'
import type { ColumnType, WrittenCell } from './workbook-model'
import type { Words, WordTable } from './words'

export type ItemSheetRow = {
  readonly item: Item
  readonly group: MoveGroup | undefined
  readonly wave: Wave | undefined
  readonly extra?: readonly ExtraField[]
}
export type DependencySheetRow = Omit<Dependency, 'id'>

type Look = { readonly width?: number; readonly type?: ColumnType; readonly required?: boolean; readonly choices?: ColumnOf<never>['choices'] }

const column = <Row>(heading: Words, cell: ColumnOf<Row>['cell'], look: Look = {}): ColumnOf<Row> =>
  ({ heading, cell, width: 16, type: 'text', ...look })

const dateCell = (date: string | undefined): WrittenCell => (date === undefined ? null : { date })
const momentCell = (moment: Moment | undefined): WrittenCell | undefined =>
  typeof moment === 'number' ? moment : dateCell(moment)

const words = <Meaning extends string>(table: WordTable<Meaning>, meanings: readonly Meaning[]) =>
  (language: Language): readonly string[] => meanings.map((meaning) => table[meaning][language])

const wordCell = <Meaning extends string>(table: WordTable<Meaning>, meaning: Meaning | undefined, language: Language) =>
  meaning === undefined ? undefined : table[meaning][language]

const integer = { type: 'integer', width: 10 } as const
const decimal = { type: 'decimal', width: 12 } as const
const date = { type: 'date', width: 12 } as const

const itemText = (field: 'organisation' | 'site' | 'serviceArea' | 'environment' | 'owner' | 'team' | 'supplier' | 'status', width = 18) =>
  column<ItemSheetRow>(itemHeadings[field], (row) => row.item[field], { width })

/** All fields of an item, in the order of DESIGN 5. Every heading is there even where nobody has a value. */
export const itemColumns = (language: Language, withKind: boolean): readonly ColumnOf<ItemSheetRow>[] => {
  const h = itemHeadings
  const of = column<ItemSheetRow>
  const kind = of(h.kind, ({ item }) => kindWords[item.kind][language], { choices: words(kindWords, itemKinds) })
  return [
    of(h.id, ({ item }) => item.id), of(h.name, ({ item }) => item.name, { width: 32, required: true }),
    ...(withKind ? [kind] : []),
    itemText('organisation', 24), itemText('site'), itemText('serviceArea'), itemText('environment', 14), itemText('owner'),
    itemText('team'), itemText('supplier'),
    of(h.criticality, ({ item }) => item.criticality, { ...integer, choices: () => ['1', '2', '3', '4'] }),
    of(h.disposition, ({ item }) => wordCell(dispositionWords, item.disposition, language), { choices: words(dispositionWords, dispositions) }),
    of(h.consolidateInto, ({ item }) => item.consolidateInto),
    of(h.phaseOutReason, ({ item }) => item.phaseOutReason, { width: 28 }),
    of(h.endOfSupport, ({ item }) => dateCell(item.endOfSupport), date),
    of(h.effort, ({ item }) => item.effort, decimal), of(h.cost, ({ item }) => item.cost, decimal),
    of(h.users, ({ item }) => item.users, integer), of(h.count, ({ item }) => item.count, integer),
    of(h.sensitivity, ({ item }) => wordCell(sensitivityWords, item.sensitivity, language), { choices: words(sensitivityWords, sensitivities) }),
    of(h.sharedService, ({ item }) => item.sharedService, { type: 'yes-no', width: 14 }),
    of(h.moveGroup, ({ group }) => group?.name, { width: 28 }),
    of(h.moveGroupOrigin, ({ group }) => wordCell(originWords, group?.origin, language), { choices: words(originWords, ['computed', 'planner']) }),
    of(h.wave, ({ wave }) => wave?.number, integer),
    itemText('status'), of(h.notes, ({ item }) => item.notes, { width: 40 }),
  ]
}

export const dependencyColumns = (language: Language): readonly ColumnOf<DependencySheetRow>[] => {
  const h = dependencyHeadings
  const of = column<DependencySheetRow>
  return [
    of(h.from, (row) => row.from, { width: 20, required: true }), of(h.to, (row) => row.to, { width: 20, required: true }),
    of(h.type, (row) => typeWords[row.type][language], { choices: words(typeWords, dependencyTypes) }),
    of(h.strength, (row) => strengthWords[row.strength][language], { width: 10, choices: words(strengthWords, strengths) }),
    of(h.order, (row) => orderWords[row.order][language], { choices: words(orderWords, orders) }),
    of(h.maxLatencyMs, (row) => row.maxLatencyMs, decimal), of(h.pricePerDay, (row) => row.pricePerDay, decimal),
    of(h.confidence, (row) => row.confidence), of(h.source, (row) => row.source), of(h.notes, (row) => row.notes, { width: 40 }),
  ]
}

export const waveColumns = (language: Language): readonly ColumnOf<Wave>[] => {
  const h = waveHeadings
  const of = column<Wave>
  return [
    of(h.number, (wave) => wave.number, { ...integer, required: true }), of(h.name, (wave) => wave.name, { width: 28 }),
    of(h.start, (wave) => dateCell(wave.start), date), of(h.end, (wave) => dateCell(wave.end), date),
    of(h.capacity, (wave) => wave.capacity, decimal), of(h.maxItems, (wave) => wave.maxItems, integer),
    of(h.budget, (wave) => wave.budget, decimal), of(h.supplier, (wave) => wave.supplier, { width: 20 }),
    of(h.status, (wave) => waveStatusWords[wave.status][language], { choices: words(waveStatusWords, waveStatuses) }),
  ]
}

export const ruleColumns = (language: Language): readonly ColumnOf<Rule>[] => {
  const h = ruleHeadings
  const of = column<Rule>
  return [
    of(h.type, (rule) => ruleTypeWords[rule.type][language], { required: true, choices: words(ruleTypeWords, ruleTypes) }),
    of(h.items, (rule) => (rule.itemIds.length > 0 ? joinList(rule.itemIds) : undefined), { width: 32 }),
    of(h.wave, (rule) => rule.wave, integer),
    of(h.earliest, (rule) => momentCell(rule.earliest), date), of(h.latest, (rule) => momentCell(rule.latest), date),
    of(h.lag, (rule) => rule.lag, integer), of(h.limit, (rule) => rule.limit, decimal),
    of(h.organisation, (rule) => rule.organisation, { width: 24 }), of(h.site, (rule) => rule.site),
    of(h.serviceArea, (rule) => rule.serviceArea), of(h.supplier, (rule) => rule.supplier), of(h.team, (rule) => rule.team),
    of(h.reason, (rule) => rule.reason, { width: 40 }),
  ]
}

export const freezeColumns = (): readonly ColumnOf<FreezeWindow>[] => {
  const h = freezeHeadings
  const of = column<FreezeWindow>
  return [
    of(h.name, (freeze) => freeze.name, { width: 28 }),
    of(h.start, (freeze) => dateCell(freeze.start), { ...date, required: true }),
    of(h.end, (freeze) => dateCell(freeze.end), { ...date, required: true }),
    of(h.organisation, (freeze) => freeze.organisation, { width: 24 }), of(h.site, (freeze) => freeze.site),
    of(h.serviceArea, (freeze) => freeze.serviceArea),
  ]
}
