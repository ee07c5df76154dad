import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Corrections } from '@core/workbook/corrections'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { OpenedWorkbook, RowsPage } from '@core/workbook/opened-workbook'
import type { ReadError } from '@core/workbook/read-error'

/** A workbook that is open, as it is understood with the planner's corrections so far. */
export type Understood = {
  readonly jobId: string
  readonly opened: OpenedWorkbook
  readonly corrections: Corrections
  /** With `corrections`; while it is being read again, still as it was. */
  readonly imported: ImportedWorkbook
  readonly rereading: boolean
}

export type ImportState =
  | { readonly step: 'idle' }
  | {
      readonly step: 'reading'
      readonly fileName: string
      readonly jobId: string
      readonly stage: 'reading' | 'interpreting'
      readonly fraction: number | null
      readonly firstLook: RowsPage | null
    }
  | { readonly step: 'failed'; readonly fileName: string; readonly error: ReadError }
  | ({ readonly step: 'preview' | 'storing' } & Understood)

/** Where an import is. Passing state: the plan knows nothing of it before it is accepted. */
export const importStore = createStore<ImportState>()(() => ({ step: 'idle' }))

export const useImportState = (): ImportState => useStore(importStore)

export const setImportState = (state: ImportState): void => importStore.setState(state, true)
