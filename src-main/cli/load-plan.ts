import { basename } from 'node:path'
import { emptyHistory, type History } from '@core/plan/history'
import type { PlanDocument } from '@core/plan/plan-document'
import { readErrorSentence } from '@core/messages/read-error-sentence'
import { ok, type Result } from '@core/result'
import type { Finding } from '@core/workbook/finding'
import { findingSentence } from '@core/workbook/finding-sentence'
import { refusalOf } from '@core/workbook/imported-workbook'
import { readWorkbookInWorker } from '../excel/workbook-jobs'
import { openPlanFile } from '../files/plan-files'
import { badInput, type BadInput } from './command'
import { fileErrorSentence } from './file-error-sentence'
import type { Terminal } from './terminal'

/** What a file on the command line holds. A plan file has no findings: they were told when its workbook was read. */
export type LoadedPlan = {
  readonly document: PlanDocument
  readonly history: History
  readonly findings: readonly Finding[]
}

/** Any workbook that the import understands, or a `.waveplan`. */
export const loadPlan = async (path: string, terminal: Terminal): Promise<Result<LoadedPlan, BadInput>> =>
  /\.waveplan$/i.test(path) ? loadPlanFile(path, terminal) : loadWorkbook(path, terminal)

const loadPlanFile = async (path: string, { t }: Terminal): Promise<Result<LoadedPlan, BadInput>> => {
  const opened = await openPlanFile(path)
  if (!opened.ok) return badInput(fileErrorSentence(t, opened.error))
  return ok({ ...opened.value, findings: [] })
}

const loadWorkbook = async (path: string, { t, today, presetFolder }: Terminal): Promise<Result<LoadedPlan, BadInput>> => {
  const read = await readWorkbookInWorker(path, {
    today: today(), ids: 'counted', ...(presetFolder !== undefined && { presetFolder }),
  })
  if (!read.ok) return badInput(readErrorSentence(t, read.error))
  const refusal = refusalOf(read.value)
  if (refusal) return badInput(t('cli.cannotUse', { file: basename(path), reason: findingSentence(t, refusal) }))
  return ok({ document: read.value.document, history: emptyHistory, findings: read.value.findings })
}
