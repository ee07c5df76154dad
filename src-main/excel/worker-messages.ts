import type { IsoDate } from '@core/estate/item'
import type { PlanDocument } from '@core/plan/plan-document'
import type { Result } from '@core/result'
import type { ExportRequest, FileToWrite } from '@core/workbook/export-files'
import type { Corrections } from '@core/workbook/corrections'
import type { LikelyDuplicate } from '@core/workbook/duplicates'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { RememberedMapping } from '@core/workbook/mapping'
import type { RememberedDecision } from '@core/workbook/merge-memory'
import type { RowsPage, RowsRequest } from '@core/workbook/opened-workbook'
import type { PackedImport, PackedRows, PackedWorkbook } from '@core/workbook/packed-workbook'
import type { RawWorkbook } from '@core/workbook/raw-workbook'
import type { ReadError, WriteError } from '@core/workbook/read-error'
import type { ReadProgress } from '@core/workbook/read-progress'
import type { WorkbookModel } from '@core/workbook/workbook-model'

/**
 * How the ids of groups, waves and rules are made: at random where they must differ from those of other plans, or
 * counted, where the same file must give the same plan every time.
 */
export type IdSource = 'random' | 'counted'

export type ReadJob = {
  readonly job: 'read'
  readonly path: string
  readonly today: IsoDate
  readonly ids: IdSource
  /** Where a planner's own presets lie; may not exist. */
  readonly presetFolder?: string
}
export type WriteJob = { readonly job: 'write'; readonly document: PlanDocument; readonly request: ExportRequest }
/** Only the cells of a file, whatever they mean: for a package that comes back. */
export type CellsJob = { readonly job: 'cells'; readonly path: string }
/** As reading, but the thread stays and answers questions. */
export type OpenJob = Omit<ReadJob, 'job'> & {
  readonly job: 'open'
  readonly remembered: readonly RememberedMapping[]
  readonly decisions: readonly RememberedDecision[]
}
/** A workbook that is no plan, as plain data. */
export type ModelJob = { readonly job: 'model'; readonly model: WorkbookModel }
export type WorkbookJob = ReadJob | WriteJob | CellsJob | OpenJob | ModelJob

/** What an open workbook is asked. */
export type Question =
  | { readonly ask: 'interpret'; readonly corrections: Corrections }
  | ({ readonly ask: 'rows' } & RowsRequest)
  /** In what was understood last. */
  | { readonly ask: 'duplicates' }
export type Answer =
  | { readonly answer: 'interpret'; readonly imported: PackedImport }
  | { readonly answer: 'rows'; readonly page: RowsPage }
  | { readonly answer: 'duplicates'; readonly duplicates: readonly LikelyDuplicate[] }

export type WrittenFile = Pick<FileToWrite, 'name' | 'extension'> & { readonly bytes: Uint8Array }

export type ReadDone = { readonly done: 'read'; readonly result: Result<ImportedWorkbook, ReadError> }
export type WriteDone = { readonly done: 'write'; readonly result: Result<readonly WrittenFile[], WriteError> }
export type CellsDone = { readonly done: 'cells'; readonly result: Result<RawWorkbook, ReadError> }
export type OpenDone = { readonly done: 'open'; readonly result: Result<PackedWorkbook, ReadError> }
export type JobDone = ReadDone | WriteDone | CellsDone | OpenDone
export type WorkerMessage = { readonly progress: ReadProgress } | { readonly firstLook: PackedRows } | JobDone | Answer
