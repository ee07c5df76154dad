import type { SnapshotInfo } from '../contract/state-file'

/** storage.md, point 2. */
const keepLast = 20
const keepDays = 14
const keepWeeks = 8

const dayMilliseconds = 24 * 60 * 60 * 1000

const dayOf = (at: string): number => Math.floor(Date.parse(at) / dayMilliseconds)
/** Weeks begin on Monday: 1970-01-01 was a Thursday. */
const weekOf = (at: string): number => Math.floor((dayOf(at) + 3) / 7)

/**
 * Ids of the snapshots that are not needed any more. Kept of each plan: the last 20, the newest of each of the last
 * 14 days and of each of the last 8 weeks that have any; a holiday therefore costs nothing. Days are UTC.
 */
export const snapshotsToRemove = (snapshots: readonly SnapshotInfo[]): readonly string[] => {
  const planIds = [...new Set(snapshots.map((snapshot) => snapshot.planId))]
  return planIds.flatMap((planId) => {
    const ofPlan = snapshots.filter((snapshot) => snapshot.planId === planId)
    const newestFirst = ofPlan.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    const kept = new Set([
      ...newestFirst.slice(0, keepLast),
      ...newestOfEach(newestFirst, dayOf, keepDays),
      ...newestOfEach(newestFirst, weekOf, keepWeeks),
    ])
    return newestFirst.filter((snapshot) => !kept.has(snapshot)).map((snapshot) => snapshot.id)
  })
}

const newestOfEach = (
  newestFirst: readonly SnapshotInfo[],
  periodOf: (at: string) => number,
  periods: number,
): readonly SnapshotInfo[] => {
  const newest = new Map<number, SnapshotInfo>()
  for (const snapshot of newestFirst) {
    const period = periodOf(snapshot.at)
    if (!newest.has(period)) newest.set(period, snapshot)
  }
  return [...newest.values()].slice(0, periods)
}
