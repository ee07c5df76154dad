import type { WorkbookJobs } from './calls/workbook-calls'
import type { ExportJobs } from './calls/export-calls'
import { exportFilesInWorker, exportInWorker, readCellsInWorker, readWorkbookInWorker } from './excel/workbook-jobs'

/** The worker threads of excel/ as the calls of a page need them. */
export const workbookJobs: WorkbookJobs = {
  read: (path, { today, signal, onProgress }) =>
    readWorkbookInWorker(path, {
      today,
      signal,
      onProgress: ({ phase, fraction }) =>
        onProgress({ stage: phase === 'understanding' ? 'interpreting' : 'reading', fraction }),
    }),
  write: (document, language) => exportInWorker(document, { language }),
}

export const exportJobs: ExportJobs = {
  files: (document, request) => exportFilesInWorker(document, request),
  cells: (path) => readCellsInWorker(path),
}
