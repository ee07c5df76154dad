import { planFileParts } from '@core/formats/plan-file'
import type { SnapshotToWrite } from '@main/contract/host-api'
import type { SnapshotReason } from '@main/contract/state-file'
import type { StoredPlan } from '../db/plan-store-db'

/** Milliseconds of writing after which the window may draw and listen. */
const mostAtOnce = 8

const whenIdle = (): Promise<void> => new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 100 }))

/** The plan as it is now: what changes while its text is being made is in a plan of its own. */
const textOf = async ({ document, history }: Pick<StoredPlan, 'document' | 'history'>): Promise<string> => {
  const written: string[] = []
  let began = performance.now()
  for (const part of planFileParts(document, history)) {
    written.push(part)
    if (performance.now() - began < mostAtOnce) continue
    await whenIdle()
    began = performance.now()
  }
  return written.join('')
}

/** A plan as the main process keeps it. `file` is the plan file that holds exactly this, where one does. */
export const snapshotOf = async (
  plan: Pick<StoredPlan, 'document' | 'history' | 'revision'>, reason: SnapshotReason, file: string | null,
): Promise<SnapshotToWrite> => {
  const { id, name, estate } = plan.document
  const text = await textOf(plan)
  return { plan: { id, name, items: estate.items.length }, text, revision: plan.revision, reason, ...(file !== null && { file }) }
}
