import type { Language } from '@core/messages/translator'
import type { History } from '@core/plan/history'
import type { PlanDocument } from '@core/plan/plan-document'
import type { Result } from '@core/result'
import type { ExportRequest } from '@core/workbook/export-files'
import type { Corrections } from '@core/workbook/corrections'
import type { LikelyDuplicate } from '@core/workbook/duplicates'
import type { RememberedMapping } from '@core/workbook/mapping'
import type { RememberedDecision } from '@core/workbook/merge-memory'
import type { RowsPage, RowsRequest } from '@core/workbook/opened-workbook'
import type { PackedImport, PackedRows, PackedWorkbook } from '@core/workbook/packed-workbook'
import type { RawWorkbook } from '@core/workbook/raw-workbook'
import type { ReadError, WriteError } from '@core/workbook/read-error'
import type { WorkbookModel } from '@core/workbook/workbook-model'
import type { ActionId } from './actions'
import type { FileError, OpenPlanError, SnapshotError } from './errors'
import type { PictureToSave } from './picture'
import type { Theme } from './preferences'
import type { KeptStateReading, OpenPlanState, ProgramVersions, SnapshotInfo, SnapshotReason } from './state-file'

/** A file that a person chose. Only such paths are read: main remembers what it has handed out. */
export type FileReference = {
  readonly path: string
  /** The last part of the path, for showing. */
  readonly name: string
  /** By its ending: `.waveplan` is a plan, a spreadsheet or text table a workbook. */
  readonly kind: 'plan' | 'workbook' | 'other'
}

export type RecentPlan = { readonly path: string; readonly name: string; readonly openedAt: string }

export type OpenedPlan = { readonly document: PlanDocument; readonly history: History; readonly path: string }

export type PlanToSave = {
  readonly document: PlanDocument
  readonly history: History
  /** null asks where to; otherwise a path that was opened or saved to before. */
  readonly path: string | null
  /** Without an ending; used where a dialog asks. */
  readonly suggestedName: string
}

export type WorkbookToExport = {
  readonly document: PlanDocument
  readonly suggestedName: string
  /** Of headings and words in the workbook. */
  readonly language: Language
}

export type FilesToExport = {
  readonly document: PlanDocument
  readonly request: ExportRequest
  readonly suggestedName: string
}

/** `path` is the file, or the folder where there are several. */
export type ExportedFiles = {
  readonly path: string
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
}

export type SnapshotToWrite = {
  readonly plan: { readonly id: string; readonly name: string; readonly items: number }
  /** The plan with its history, as the text of a `.waveplan`: a region's rows would be copied one by one on their way here. */
  readonly text: string
  readonly revision: number
  readonly reason: SnapshotReason
  /** The plan file that holds exactly this, where one does. */
  readonly file?: string
}

/** Where the reading of a workbook is. `fraction` is 0 to 1, null while the whole is unknown. */
export type ReadProgress = {
  readonly jobId: string
  readonly stage: 'reading' | 'interpreting'
  readonly fraction: number | null
}

/** The first rows of a workbook, long before all of it is read. */
export type FirstLook = { readonly jobId: string; readonly page: PackedRows }

/** What a page needs to know before it opens the database. */
export type StartInfo = {
  readonly versions: ProgramVersions
  readonly state: KeptStateReading
  readonly language: Language
  readonly theme: Theme
  /** A file that the program was started with. */
  readonly file: FileReference | null
  /** darwin, win32, linux. */
  readonly platform: string
}

/** Room where the data lives. `low`: warn; `full`: nothing more should be written to the database. */
export type FreeSpace = { readonly bytes: number | null; readonly level: 'enough' | 'low' | 'full' }

export type Unsubscribe = () => void

/**
 * All that a page can ask of the main process, as the preload exposes it under `window.wavewright`. Expected
 * failures are values; a promise is rejected only for a bug, or for a page that is not ours.
 */
export type HostApi = {
  /** Once, first of all. */
  start(): Promise<StartInfo>

  /** Asks for a workbook. null: the person thought better of it. */
  chooseWorkbook(): Promise<FileReference | null>
  /** For a `File` that was dropped on the window. null where it is not a file of this machine. */
  fileFromDrop(file: unknown): Promise<FileReference | null>
  /** One of the two that come with the program. */
  sampleWorkbook(language: Language): Promise<FileReference>
  /**
   * Reads and interprets in a worker thread, which keeps the cells until `closeWorkbook`, or until the next is read.
   * `jobId` is the page's own, for progress, cancelling and questions. The answer is to be unpacked by the page.
   */
  readWorkbook(request: { readonly path: string; readonly jobId: string }): Promise<Result<PackedWorkbook, ReadError>>
  cancelRead(jobId: string): Promise<void>
  /** The open workbook understood again, with the planner's corrections. */
  interpretWorkbook(request: { readonly jobId: string; readonly corrections: Corrections }): Promise<Result<PackedImport, ReadError>>
  /** Filled rows of a sheet of the open workbook, as they are written; at most 1,000 at a time. */
  workbookRows(request: RowsRequest & { readonly jobId: string }): Promise<Result<RowsPage, ReadError>>
  /** Items of the open workbook, as it was understood last, that are most likely one. */
  workbookDuplicates(jobId: string): Promise<Result<readonly LikelyDuplicate[], ReadError>>
  closeWorkbook(jobId: string): Promise<void>
  /** For sheets with the same headings, from now on; kept with the preferences of this laptop. */
  rememberMappings(mappings: readonly RememberedMapping[]): Promise<void>
  /** On items that look alike, for the next import that has them; kept with the preferences of this laptop. */
  rememberDecisions(decisions: readonly RememberedDecision[]): Promise<void>
  /** Asks where to, and writes a list as a workbook; null: nowhere after all. */
  exportList(request: { readonly model: WorkbookModel; readonly suggestedName: string }): Promise<Result<FileReference | null, WriteError | FileError>>
  /** Asks where to, and writes a picture; null: nowhere after all. */
  savePicture(request: PictureToSave): Promise<Result<FileReference | null, FileError>>
  onFirstLook(listener: (look: FirstLook) => void): Unsubscribe
  onReadProgress(listener: (progress: ReadProgress) => void): Unsubscribe
  /** Asks where to (null: nowhere after all), writes whole or not at all. */
  exportWorkbook(request: WorkbookToExport): Promise<Result<FileReference | null, WriteError | FileError>>

  /** Asks where to; several files go into a folder that is made. Gives what was written, with the hash of each. */
  exportFiles(request: FilesToExport): Promise<Result<ExportedFiles | null, WriteError | FileError>>
  /** The cells of a chosen file, not understood: of a package that came back. */
  readCells(request: { readonly path: string }): Promise<Result<RawWorkbook, ReadError>>

  choosePlan(): Promise<FileReference | null>
  openPlan(request: { readonly path: string }): Promise<Result<OpenedPlan, OpenPlanError>>
  /** null: the person thought better of it. Once this gives a file, it is on the disk, synced. */
  savePlan(request: PlanToSave): Promise<Result<FileReference | null, FileError>>
  /** Newest first; files that are gone now are left out. */
  recentPlans(): Promise<readonly RecentPlan[]>
  forgetRecent(path: string): Promise<void>

  writeSnapshot(request: SnapshotToWrite): Promise<Result<SnapshotInfo, SnapshotError>>
  /** Newest first, of every plan. */
  listSnapshots(): Promise<readonly SnapshotInfo[]>
  /** Its contents were hashed when it was written; a damaged one is an error, never half a plan. */
  readSnapshot(id: string): Promise<Result<Omit<OpenedPlan, 'path'>, SnapshotError | OpenPlanError>>
  /** After each change is in the database, and with null after a plan was closed. Cheap: a small file. */
  keepState(openPlan: OpenPlanState | null): Promise<Result<null, FileError>>
  freeSpace(): Promise<FreeSpace>

  /** Relabels the native menu, and is remembered. */
  setLanguage(language: Language): Promise<void>
  setTheme(theme: Theme): Promise<void>
  /** Which actions the native menu offers: those that need a plan are grey while there is none. */
  setPlanOpen(open: boolean): Promise<void>
  /**
   * An action that was chosen in the native menu. Keys never come this way on Windows and Linux: there the page
   * handles them, so that Ctrl+Z in a text field stays the field's own.
   */
  onAction(listener: (action: ActionId) => void): Unsubscribe
  /** A file handed over by a second start of the program, or by the operating system. */
  onOpenFile(listener: (file: FileReference) => void): Unsubscribe
  /**
   * The window is about to close: write what is pending, then `confirmClose()`. While nobody listens, or when the
   * answer takes more than ten seconds, the window closes by itself.
   */
  onCloseRequest(listener: () => void): Unsubscribe
  confirmClose(): Promise<void>
  /** Keeps the window open after all. */
  refuseClose(): Promise<void>
}
