import type { RecentPlan } from '@main/contract/host-api'
import type { SnapshotInfo } from '@main/contract/state-file'

/**
 * The newest snapshot of each plan whose last state is in none of the recent files, in the order given (newest first):
 * what can be had back from nowhere else.
 */
export const unfiledPlans = (
  snapshots: readonly SnapshotInfo[], recent: readonly RecentPlan[],
): readonly SnapshotInfo[] => {
  const paths = new Set(recent.map(({ path }) => path))
  const seen = new Set<string>()
  return snapshots.filter(({ planId, file }) => {
    if (seen.has(planId)) return false
    seen.add(planId)
    return file === undefined || !paths.has(file)
  })
}
