import { z } from 'zod'
import { languages } from '@core/messages/translator'
import type { History } from '@core/plan/history'
import type { PlanDocument } from '@core/plan/plan-document'
import type { ExportRequest } from '@core/workbook/export-files'
import type { Corrections } from '@core/workbook/corrections'
import { sheetRoles } from '@core/workbook/imported-workbook'
import { rememberedMapping } from '@core/workbook/mapping-schema'
import { rememberedDecision } from '@core/workbook/merge-memory'
import { columnReasons, type SheetReading } from '@core/workbook/sheet-reading'
import type { WorkbookModel } from '@core/workbook/workbook-model'
import { dependencyTypes } from '@core/estate/dependency'
import { itemKinds, sensitivities } from '@core/estate/item'
import type { ActionId } from './actions'
import type { CallName, EventName } from './channels'
import type { FileReference, FirstLook, HostApi, ReadProgress } from './host-api'
import { pictureFormats } from './picture'
import { themes } from './preferences'
import { snapshotReasons } from './state-file'

/**
 * The contract: what each call may carry, checked in the main process before anything is done with it, and what it
 * answers, errors included (they are part of the answer's type).
 *
 * Everything that main acts upon (paths, ids, choices) is checked strictly. A document is not: going through a
 * region's 80,000 rows at each save would cost seconds, and main does nothing with them but encode them. They are
 * checked in full where they come from outside, when a plan file is decoded. Answers are not checked at run time
 * either: main is the trusted side, and the compiler sees to their shape.
 */

/** What crosses, where that is not simply the method of the HostApi: a dropped file becomes its path in the preload. */
type Crossing = Omit<HostApi, `on${string}` | 'fileFromDrop'> & {
  readonly fileFromDrop: (path: string) => Promise<FileReference | null>
  /** The page has begun to listen for closing. */
  readonly watchClose: () => Promise<void>
}

export type RequestOf<Name extends CallName> = Parameters<Crossing[Name]>[0]
export type AnswerOf<Name extends CallName> = ReturnType<Crossing[Name]>
export type CallHandlers = Pick<Crossing, CallName>

/** What each event carries. */
export type EventPayloads = {
  readonly readProgress: ReadProgress
  readonly firstLook: FirstLook
  readonly action: ActionId
  readonly openFile: FileReference
  readonly closeRequest: undefined
}
export type SendEvent = <Name extends EventName>(name: Name, payload: EventPayloads[Name]) => void

const isRecord = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)

const nothing = z.undefined()
const pathText = z.string().min(1).max(32_767).refine((path) => !path.includes('\0'))
const idText = z.string().min(1).max(1000)
const nameText = z.string().max(10_000)
const revision = z.int().nonnegative()
const document = z.custom<PlanDocument>(isRecord).refine(({ id, name }) => idText.safeParse(id).success && nameText.safeParse(name).success)
const history = z.custom<History>(isRecord)
const language = z.enum(languages)

const packageRequest = z.strictObject({
  supplier: nameText, profile: z.strictObject({ level: z.enum(sensitivities), withheld: z.array(nameText) }), id: idText.optional(),
})
const exportRequest: z.ZodType<ExportRequest> = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('workbook'), language, since: z.strictObject({ name: nameText, document }).optional() }),
  z.strictObject({ format: z.literal('packages'), language, packages: z.array(packageRequest).min(1).max(1000) }),
  z.strictObject({ format: z.literal('tables'), language, separator: z.enum([',', ';']), byteOrderMark: z.boolean() }),
  z.strictObject({ format: z.literal('jira'), language }),
  z.strictObject({ format: z.literal('project'), language }),
])

const place = z.int().nonnegative()
const sheetReading: z.ZodType<SheetReading> = z.strictObject({
  role: z.enum(sheetRoles), kind: z.enum(itemKinds).nullable(), headerRow: place.nullable(), preset: nameText.nullable(), confidence: z.number(),
  type: z.enum(dependencyTypes).optional(),
  columns: z.array(z.strictObject({
    heading: z.string(), column: place, field: nameText.nullable(), confidence: z.number(), reason: z.enum(columnReasons), repeats: z.boolean().optional(),
    repeatsSaid: z.literal(true).optional(),
  })).max(20_000),
})
const corrections: z.ZodType<Corrections> = z.strictObject({
  mappings: z.array(z.strictObject({ sheet: nameText, reading: sheetReading })).max(1000),
  cells: z.array(z.strictObject({ sheet: nameText, row: place, column: place.max(16_383), value: z.string().max(32_767) })),
  leftOut: z.array(z.strictObject({ sheet: nameText, row: place })),
})

export const requestSchemas: { readonly [Name in CallName]: z.ZodType<RequestOf<Name>> } = {
  start: nothing,
  chooseWorkbook: nothing,
  fileFromDrop: pathText,
  sampleWorkbook: language,
  readWorkbook: z.strictObject({ path: pathText, jobId: idText }),
  cancelRead: idText,
  interpretWorkbook: z.strictObject({ jobId: idText, corrections }),
  workbookRows: z.strictObject({ jobId: idText, sheet: nameText, from: z.int().nonnegative(), count: z.int().positive().max(1000), row: place.optional() }),
  workbookDuplicates: idText,
  closeWorkbook: idText,
  rememberMappings: z.array(rememberedMapping).max(500),
  rememberDecisions: z.array(rememberedDecision).max(5_000),
  exportList: z.strictObject({ model: z.custom<WorkbookModel>(isRecord), suggestedName: nameText }),
  exportWorkbook: z.strictObject({ document, suggestedName: nameText, language }),
  exportFiles: z.strictObject({ document, request: exportRequest, suggestedName: nameText }),
  savePicture: z.strictObject({ bytes: z.instanceof(Uint8Array<ArrayBuffer>), format: z.enum(pictureFormats), suggestedName: nameText }),
  readCells: z.strictObject({ path: pathText }),
  choosePlan: nothing,
  openPlan: z.strictObject({ path: pathText }),
  savePlan: z.strictObject({ document, history, path: pathText.nullable(), suggestedName: nameText }),
  recentPlans: nothing,
  forgetRecent: pathText,
  writeSnapshot: z.strictObject({
    plan: z.strictObject({ id: idText, name: nameText, items: z.int().nonnegative() }),
    text: z.string().min(1),
    revision,
    reason: z.enum(snapshotReasons),
    file: pathText.optional(),
  }),
  listSnapshots: nothing,
  readSnapshot: idText,
  keepState: z.strictObject({ planId: idText, planName: nameText, revision }).nullable(),
  freeSpace: nothing,
  setLanguage: language,
  setTheme: z.enum(themes),
  setPlanOpen: z.boolean(),
  watchClose: nothing,
  confirmClose: nothing,
  refuseClose: nothing,
}
