import type { IsoDate } from '../estate/item'
import type { NewId } from '../ids'
import type { ImportedWorkbook } from './imported-workbook'
import type { RawWorkbook } from './raw-workbook'

export type InterpretOptions = {
  /** Recorded as the day of the import. */
  readonly today: IsoDate
  readonly newId: NewId
}

/** Understands a workbook as a plan. Never fails: what it cannot read is kept, and a finding says so. */
export const interpretWorkbook = (_raw: RawWorkbook, _options: InterpretOptions): ImportedWorkbook => {
  throw new Error('not written yet')
}
