import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ImportedWorkbook } from '@core/workbook/imported-workbook'
import type { ReadError } from '@core/workbook/read-error'

export type ImportState =
  | { readonly step: 'idle' }
  | {
      readonly step: 'reading'
      readonly fileName: string
      readonly jobId: string
      readonly stage: 'reading' | 'interpreting'
      readonly fraction: number | null
    }
  | { readonly step: 'failed'; readonly fileName: string; readonly error: ReadError }
  | { readonly step: 'preview'; readonly imported: ImportedWorkbook }
  | { readonly step: 'storing'; readonly imported: ImportedWorkbook }

/** Where an import is. Passing state: the plan knows nothing of it before it is accepted. */
export const importStore = createStore<ImportState>()(() => ({ step: 'idle' }))

export const useImportState = (): ImportState => useStore(importStore)

export const setImportState = (state: ImportState): void => importStore.setState(state, true)
