import type { FreeSpace } from '@main/contract/host-api'
import { host } from '../host/host'
import { currentTranslate } from '../i18n/words'
import { planStore, planToStore } from '../stores/plan-store'
import { holdWrites } from '../stores/write-queue'
import type { PlanState } from '../stores/plan-store'
import { notifyProblem } from './notify'
import { fileThatHoldsIt } from './put-aside'
import { snapshotOf } from './snapshot-of'
import { createSnapshotTimer } from './snapshot-timer'

let lastWarned: FreeSpace['level'] = 'enough'

/** Warns once for each level, and writes nothing more where the disk is full: that can cost the working copy. */
const lookAtFreeSpace = async (): Promise<void> => {
  const space = await host().freeSpace()
  if (space.level === lastWarned) return
  lastWarned = space.level
  const t = currentTranslate()
  holdWrites(space.level === 'full' ? t('storage.spaceFull') : null)
  if (space.level === 'enough') return
  const megabytes = Math.round((space.bytes ?? 0) / 1e6)
  if (space.level === 'low') notifyProblem(t('shell.diskLowTitle'), t('storage.spaceLow', { megabytes }))
  else notifyProblem(t('shell.diskFullTitle'), t('storage.spaceFull'))
}

let snapshotRevision = 0

const writeSnapshot = async (): Promise<void> => {
  const plan = planToStore()
  if (!plan || plan.revision === snapshotRevision) return
  const { revision } = plan
  const written = await host().writeSnapshot(await snapshotOf(plan, 'change', fileThatHoldsIt()))
  if (written.ok) snapshotRevision = revision
  await lookAtFreeSpace()
}

const toldState = (state: PlanState): string =>
  state.document ? `${state.document.id} ${state.revision} ${state.document.name}` : ''

/** Snapshots while the plan changes; and the main process is told what the database holds, once it holds it. */
export const keepPlanSafe = (): void => {
  const timer = createSnapshotTimer({
    quiet: 5_000,
    longest: 180_000,
    write: () => void writeSnapshot(),
    now: () => performance.now(),
    after: (milliseconds, run) => {
      const id = setTimeout(run, milliseconds)
      return () => clearTimeout(id)
    },
  })
  let told: string | null = null
  let wasOpen = false
  planStore.subscribe((state, before) => {
    const isOpen = state.document !== null
    if (isOpen !== wasOpen) void host().setPlanOpen(isOpen)
    wasOpen = isOpen
    if (state.document && state.document !== before.document) timer.changed()
    if (state.kept !== 'kept' || state.phase === 'starting' || state.phase === 'restore') return
    const now = toldState(state)
    if (now === told) return
    told = now
    const { document, revision } = state
    void host().keepState(document && { planId: document.id, planName: document.name, revision })
  })
}

/** The same at once, for closing the window. */
export const snapshotNow = writeSnapshot
