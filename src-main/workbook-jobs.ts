import type { WorkbookJobs } from './calls/workbook-calls'
import type { ExportJobs } from './calls/export-calls'
import { openWorkbookInWorker } from './excel/open-workbook'
import { exportFilesInWorker, exportInWorker, readCellsInWorker, writeModelInWorker } from './excel/workbook-jobs'

/** The worker threads of excel/ as the calls of a page need them. */
export const workbookJobs: WorkbookJobs = {
  open: (path, { today, signal, remembered, decisions, presetFolder, onProgress, onFirstLook }) =>
    openWorkbookInWorker(path, {
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
