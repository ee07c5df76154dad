import type { IsoDate } from '@core/estate/item'
import type { PlanDocument } from '@core/plan/plan-document'
import type { Result } from '@core/result'
import type { ExportOptions } from '@core/workbook/document-to-sheets'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { ReadError, WriteError } from '@core/workbook/read-error'
import type { ReadProgress } from '@core/workbook/read-progress'

/**
 * How the ids of groups, waves and rules are made: at random where they must differ from those of other plans, or
 * counted, where the same file must give the same plan every time.
 */
export type IdSource = 'random' | 'counted'

export type ReadJob = { readonly job: 'read'; readonly path: string; readonly today: IsoDate; readonly ids: IdSource }
export type WriteJob = { readonly job: 'write'; readonly document: PlanDocument; readonly options: ExportOptions }
export type WorkbookJob = ReadJob | WriteJob

export type ReadDone = { readonly done: 'read'; readonly result: Result<ImportedWorkbook, ReadError> }
export type WriteDone = { readonly done: 'write'; readonly result: Result<Uint8Array, WriteError> }
export type JobDone = ReadDone | WriteDone
export type WorkerMessage = { readonly progress: ReadProgress } | JobDone
