import type { ReadProgress } from '@core/workbook/read-progress'
import type { ReadLimits } from './read-limits'

/** What every way of reading is told. */
export type ReadContext = {
  readonly fileName: string
  readonly limits: ReadLimits
  readonly onProgress: (progress: ReadProgress) => void
  /** Only so many filled rows of each sheet, where the format allows to stop: for a first look. */
  readonly firstRows?: number
}
