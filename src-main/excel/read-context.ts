import type { RowsPage } from '@core/workbook/opened-workbook'
import type { ReadProgress } from '@core/workbook/read-progress'
import type { ReadLimits } from './read-limits'

/** The first rows of the first sheet that has so many, shown while the rest is being read; where the format is read row by row. */
export type FirstRows = { readonly count: number; readonly show: (page: RowsPage) => void }

/** What every way of reading is told. */
export type ReadContext = {
  readonly fileName: string
  readonly limits: ReadLimits
  readonly onProgress: (progress: ReadProgress) => void
  readonly firstRows?: FirstRows
}
