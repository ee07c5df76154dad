import { encodePlanFile } from '@core/formats/plan-file'
import { writeErrorSentence } from '@core/messages/read-error-sentence'
import type { History } from '@core/plan/history'
import type { PlanDocument } from '@core/plan/plan-document'
import { ok, type Result } from '@core/result'
import { exportInWorker } from '../excel/workbook-jobs'
import { writeFileSafely } from '../files/atomic-write'
import { badInput, type BadInput } from './command'
import { fileErrorSentence } from './file-error-sentence'
import type { Terminal } from './terminal'

export type ToWrite = { readonly document: PlanDocument; readonly history: History; readonly supplier?: string }

const bytesOf = async ({ document, history, supplier }: ToWrite, out: string, terminal: Terminal): Promise<Result<Uint8Array, BadInput>> => {
  if (/\.waveplan$/i.test(out)) return ok(new TextEncoder().encode(encodePlanFile(document, history)))
  const { language, t } = terminal
  const bytes = await exportInWorker(document, { language, ...(supplier !== undefined && { supplier }) })
  return bytes.ok ? bytes : badInput(writeErrorSentence(t, bytes.error))
}

/** Writes a workbook or a plan file, by the ending of `out`: whole, or not at all. */
export const writePlan = async (plan: ToWrite, out: string, terminal: Terminal): Promise<Result<null, BadInput>> => {
  const bytes = await bytesOf(plan, out, terminal)
  if (!bytes.ok) return bytes
  const written = await writeFileSafely(out, bytes.value)
  if (!written.ok) return badInput(fileErrorSentence(terminal.t, written.error))
  terminal.say(terminal.t('cli.written', { out }))
  return ok(null)
}
