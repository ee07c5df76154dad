import { z } from 'zod'
import { dependencyTypes, orders, strengths, type Dependency, type UnresolvedDependency } from '../estate/dependency'
import type { Estate, ExtraSheet, ImportRecord } from '../estate/estate'
import { dispositions, itemKinds, sensitivities, type CellValue, type ExtraField, type Item } from '../estate/item'
import type { RowSource, SourceSheet } from '../estate/source'
import type { Change } from '../plan/change'
import type { Exchange, SentTable } from '../plan/exchange'
import type { History, Step } from '../plan/history'
import type { MoveGroup, PlanDocument, Scenario } from '../plan/plan-document'
import { ruleTypes, type FreezeWindow, type Rule } from '../plan/rule'
import {
  conditionTests, graphColours, graphGroupings, type GraphSettings, type ItemFilter, type NamedFilter, type NamedView,
} from '../plan/view'
import { waveStatuses, type Wave } from '../plan/wave'

const text = z.string()
const optionalText = text.optional()
const optionalNumber = z.number().optional()
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const optionalDay = day.optional()

const cellValue: z.ZodType<CellValue> = z.union([text, z.number(), z.boolean()])
const extraField: z.ZodType<ExtraField> = z.tuple([text, cellValue])
const extra = z.array(extraField).optional()

const place = z.number().int().min(0)
const rowSource: z.ZodType<RowSource> = z.tuple([place, place, place], text)
const sourceSheet: z.ZodType<SourceSheet> = z.object({ name: text, columns: z.array(z.tuple([text, place])) })

const item: z.ZodType<Item> = z.object({
  id: text.min(1), name: text, kind: z.enum(itemKinds), organisation: optionalText, site: optionalText,
  serviceArea: optionalText, environment: optionalText, owner: optionalText, team: optionalText, supplier: optionalText,
  criticality: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).optional(),
  disposition: z.enum(dispositions).optional(), consolidateInto: optionalText, phaseOutReason: optionalText,
  endOfSupport: optionalDay, effort: optionalNumber, cost: optionalNumber, users: optionalNumber, count: optionalNumber,
  sensitivity: z.enum(sensitivities).optional(), sharedService: z.boolean().optional(), status: optionalText,
  notes: optionalText, extra, sources: z.array(rowSource).optional(),
})

const dependencyFields = {
  id: text, type: z.enum(dependencyTypes), strength: z.enum(strengths), order: z.enum(orders), maxLatencyMs: optionalNumber,
  pricePerDay: optionalNumber, confidence: optionalText, source: optionalText, notes: optionalText, extra, sources: z.array(rowSource).optional(),
}
const dependency: z.ZodType<Dependency> = z.object({ ...dependencyFields, from: text, to: text })
const unresolved: z.ZodType<UnresolvedDependency> = z.object({ ...dependencyFields, fromText: text, toText: text })

const extraSheet: z.ZodType<ExtraSheet> = z.object({ name: text, rows: z.array(z.array(cellValue.nullable())) })
const importRecord: z.ZodType<ImportRecord> = z.object({
  fileName: text, day, items: z.number(), dependencies: z.number(), sheets: z.array(sourceSheet).optional(),
  otherIds: z.array(z.tuple([text, text])).optional(), editionOf: z.array(place).optional(),
})
const estate: z.ZodType<Estate> = z.object({
  items: z.array(item), dependencies: z.array(dependency), unresolved: z.array(unresolved),
  extraSheets: z.array(extraSheet), imports: z.array(importRecord),
})

const group: z.ZodType<MoveGroup> = z.object({
  id: text, name: text, itemIds: z.array(text), waveId: text.nullable(), origin: z.enum(['computed', 'planner']),
})
const wave: z.ZodType<Wave> = z.object({
  id: text, number: z.number().int(), name: optionalText, start: optionalDay, end: optionalDay, capacity: optionalNumber,
  maxItems: optionalNumber, budget: optionalNumber, supplier: optionalText, status: z.enum(waveStatuses), extra,
})
const moment = z.union([day, z.number()]).optional()
const rule: z.ZodType<Rule> = z.object({
  id: text, type: z.enum(ruleTypes), itemIds: z.array(text), wave: optionalNumber, earliest: moment, latest: moment,
  lag: optionalNumber, limit: optionalNumber, organisation: optionalText, site: optionalText, serviceArea: optionalText,
  supplier: optionalText, team: optionalText, reason: optionalText, extra,
})
const freezeWindow: z.ZodType<FreezeWindow> = z.object({
  id: text, name: optionalText, start: day, end: day, organisation: optionalText, site: optionalText,
  serviceArea: optionalText, extra,
})
const scenario: z.ZodType<Scenario> = z.object({
  id: text, name: text, groups: z.array(group), waves: z.array(wave), rules: z.array(rule), freezeWindows: z.array(freezeWindow),
})

const itemFilter: z.ZodType<ItemFilter> = z.object({
  match: z.enum(['all', 'any']),
  conditions: z.array(z.object({ field: text, test: z.enum(conditionTests), values: z.array(text) })),
})
const namedFilter: z.ZodType<NamedFilter> = z.object({ id: text, name: text, filter: itemFilter })
const graphSettings: z.ZodType<GraphSettings> = z.object({
  grouping: z.enum(graphGroupings), colour: z.enum(graphColours), size: z.enum(['items', 'effort']),
  filter: itemFilter.nullable(), marks: z.boolean().optional(), mutedClasses: z.array(text), closed: z.array(text), hidden: z.array(text),
})
const namedView: z.ZodType<NamedView> = z.object({
  id: text, name: text, settings: graphSettings,
  place: z.object({ x: z.number(), y: z.number(), zoom: z.number().positive() }).nullable(),
})
const sentTable: z.ZodType<SentTable> = z.object({
  sheet: text, headings: z.array(text), rows: z.array(z.array(cellValue.nullable())),
})
const exchange: z.ZodType<Exchange> = z.object({
  id: text, supplier: text, sentOn: day, fileName: text, sha256: text, profile: text, fields: z.array(text),
  withheld: z.array(text), tables: z.array(sentTable), returnedOn: optionalDay,
})

const patchOf = <Row>(row: z.ZodType<Row>) =>
  z.object({
    remove: z.array(text).optional(),
    put: z.array(z.object({ row, at: z.number().int().optional() })).optional(),
  }).optional()

const change: z.ZodType<Change> = z.object({
  planName: optionalText, items: patchOf(item), dependencies: patchOf(dependency), unresolved: patchOf(unresolved),
  extraSheets: z.array(extraSheet).optional(), imports: z.array(importRecord).optional(), scenarios: patchOf(scenario),
  activeScenarioId: optionalText, scenarioId: optionalText, scenarioName: optionalText, groups: patchOf(group),
  views: patchOf(namedView), filters: patchOf(namedFilter), exchanges: patchOf(exchange),
  waves: patchOf(wave), rules: patchOf(rule), freezeWindows: patchOf(freezeWindow),
})
const label = z.object({ key: text, params: z.record(text, z.union([text, z.number()])).optional() })
const step: z.ZodType<Step> = z.object({ label, change, inverse: change })

export const documentSchema: z.ZodType<PlanDocument> = z.object({
  id: text, name: text, estate, scenarios: z.array(scenario).min(1), activeScenarioId: text,
  views: z.array(namedView), filters: z.array(namedFilter), exchanges: z.array(exchange),
})
export const historySchema: z.ZodType<History> = z.object({ done: z.array(step), undone: z.array(step) })

/** What the present version holds below `format` and `version`. */
export const planFileSchema = z.object({ document: documentSchema, history: historySchema })
