import { noCorrections, type Corrections } from '@core/workbook/corrections'
import type { OpenedWorkbook } from '@core/workbook/opened-workbook'
import { rememberedMapping } from '@core/workbook/mapping'
import { remembered, type PairDecision } from '@core/workbook/merge-memory'
import { unpackImport, unpackRows, unpackWorkbook } from '@core/workbook/packed-workbook'
import type { FileReference } from '@main/contract/host-api'
import { host } from '../host/host'
import { newId } from '../new-id'
import { importStore, setImportState, type ImportState, type Understood } from './import-store'

type Reading = Extract<ImportState, { readonly step: 'reading' }>

const changeReading = (jobId: string, fields: Partial<Reading>): void => {
  const state = importStore.getState()
  if (state.step === 'reading' && state.jobId === jobId) setImportState({ ...state, ...fields })
}

/** What was recalled of earlier imports counts as the planner's, so that it holds when something else is corrected. */
const firstCorrections = ({ readings, recalled }: OpenedWorkbook): Corrections =>
  ({ ...noCorrections, mappings: readings.filter(({ sheet }) => recalled.includes(sheet)) })

/** Reads a file, showing how far it is; null where it failed or was cancelled, which is shown as well. */
export const openWorkbook = async (file: FileReference): Promise<Understood | null> => {
  const jobId = newId('import')
  setImportState({ step: 'reading', fileName: file.name, jobId, stage: 'reading', fraction: null, firstLook: null })
  const stopListening = [
    host().onReadProgress((progress) => {
      if (progress.jobId === jobId) changeReading(jobId, { stage: progress.stage, fraction: progress.fraction })
    }),
    host().onFirstLook((look) => {
      if (look.jobId === jobId) changeReading(jobId, { firstLook: unpackRows(look.page) })
    }),
  ]
  const read = await host().readWorkbook({ path: file.path, jobId })
    .finally(() => stopListening.forEach((stop) => stop()))
  const state = importStore.getState()
  if (state.step !== 'reading' || state.jobId !== jobId) {
    void host().closeWorkbook(jobId)
    return null
  }
  if (read.ok) {
    const opened = unpackWorkbook(read.value)
    return { jobId, opened, corrections: firstCorrections(opened), imported: opened.imported, rereading: false }
  }
  if (read.error.type === 'cancelled') setImportState({ step: 'idle' })
  else setImportState({ step: 'failed', fileName: file.name, error: read.error })
  return null
}

/** Has the workbook understood again with other corrections; what is typed faster than it is read is read once. */
export const correct = (change: (known: Corrections) => Corrections): void => {
  const state = importStore.getState()
  if (state.step !== 'preview') return
  const corrections = change(state.corrections)
  setImportState({ ...state, corrections, rereading: true })
  if (!state.rereading) void reread(state.jobId)
}

const reread = async (jobId: string): Promise<void> => {
  for (;;) {
    const before = importStore.getState()
    if (before.step !== 'preview' || before.jobId !== jobId) return
    const read = await host().interpretWorkbook({ jobId, corrections: before.corrections })
    const now = importStore.getState()
    if (now.step !== 'preview' || now.jobId !== jobId) return
    if (!read.ok) return setImportState({ step: 'failed', fileName: now.imported.fileName, error: read.error })
    const isLast = now.corrections === before.corrections
    setImportState({ ...now, imported: unpackImport(read.value), rereading: !isLast })
    if (isLast) return
  }
}

/** Keeps what the planner decided on items that look alike, for the next import of the same inventory. */
export const rememberDecisions = ({ imported, opened }: Understood, decisions: readonly PairDecision[]): void => {
  const fresh = remembered(imported.document.estate.items, decisions.filter((one) => !opened.decisions.includes(one)))
  if (fresh.length > 0) void host().rememberDecisions(fresh)
}

/** Keeps how the planner had sheets read, for sheets with the same headings. What was only recalled is known already. */
export const rememberMappings = ({ corrections, opened, imported }: Understood): void => {
  const usedOn = imported.document.estate.imports.at(-1)?.day
  if (usedOn === undefined) return
  const first = new Map(opened.readings.map(({ sheet, reading }) => [sheet, reading]))
  const changed = corrections.mappings.filter(({ sheet, reading }) => reading !== first.get(sheet))
  const fresh = changed.flatMap(({ reading }) => rememberedMapping(reading, usedOn) ?? [])
  if (fresh.length > 0) void host().rememberMappings(fresh)
}
