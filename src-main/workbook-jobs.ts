import type { WorkbookJobs } from './calls/workbook-calls'
import type { ExportJobs } from './calls/export-calls'
import { openWorkbookInWorker } from './excel/open-workbook'
import { SpareThread } from './excel/spare-thread'
import { exportFilesInWorker, exportInWorker, readCellsInWorker, writeModelInWorker } from './excel/workbook-jobs'

const spare = new SpareThread()

/** The worker threads of excel/ as the calls of a page need them. */
export const workbookJobs: WorkbookJobs = {
  expect: (soon) => (soon ? spare.prepare() : spare.discard()),
  open: (path, { today, signal, remembered, decisions, presetFolder, onProgress, onFirstLook }) =>
    openWorkbookInWorker(path, {
      spare,
      today,
      signal,
      remembered,
      decisions,
      presetFolder,
      onFirstLook,
      onProgress: ({ phase, fraction }) =>
        onProgress({ stage: phase === 'understanding' ? 'interpreting' : 'reading', fraction }),
    }),
  writeModel: (model) => writeModelInWorker(model),
  write: (document, language) => exportInWorker(document, { language }),
}

export const exportJobs: ExportJobs = {
  files: (document, request) => exportFilesInWorker(document, request),
  cells: (path) => readCellsInWorker(path),
}
