import type { WorkbookJobs } from './calls/workbook-calls'
import { exportInWorker, readWorkbookInWorker } from './excel/workbook-jobs'

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
