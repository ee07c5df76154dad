import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SnapshotInfo } from '@main/contract/state-file'
import { snapshotsToRemove } from '@main/snapshots/rotation'

const snapshot = (at: string, planId = 'p'): SnapshotInfo => ({
  id: `${planId}@${at}`,
  planId,
  planName: planId,
  revision: 1,
  at,
  reason: 'change',
  bytes: 1,
})

const minute = 60_000
const day = 24 * 60 * minute
const now = Date.parse('2027-03-31T12:00:00.000Z')
const isoAt = (time: number): string => new Date(time).toISOString()

const keptOf = (snapshots: readonly SnapshotInfo[]): readonly string[] => {
  const removed = new Set(snapshotsToRemove(snapshots))
  return snapshots.filter(({ id }) => !removed.has(id)).map(({ at }) => at)
}

describe('of the snapshots of a plan', () => {
  it('the last twenty are kept', () => {
    const times = Array.from({ length: 30 }, (_, index) => isoAt(now - index * minute))
    expect(keptOf(times.map((at) => snapshot(at)))).toEqual(times.slice(0, 20))
  })

  it('the newest of each of fourteen days and of eight weeks is kept', () => {
    // Twelve a day for a hundred days, newest first.
    const snapshots = Array.from({ length: 1200 }, (_, index) => snapshot(isoAt(now - index * 2 * 60 * minute)))
    const kept = keptOf(snapshots)
    const older = kept.slice(20)
    expect(older.map((at) => at.slice(0, 10))).toEqual([
      '2027-03-28', '2027-03-27', '2027-03-26', '2027-03-25', '2027-03-24', '2027-03-23', '2027-03-22',
      '2027-03-21', '2027-03-20', '2027-03-19', '2027-03-18',
      '2027-03-14', '2027-03-07', '2027-02-28', '2027-02-21', '2027-02-14',
    ])
    expect(older.every((at) => at.slice(11, 13) === '22')).toBe(true)
  })

  it('a pause costs none: days and weeks without any do not count', () => {
    const times = [0, 1, 2, 200, 201, 400].map((days) => isoAt(now - days * day))
    expect(keptOf(times.map((at) => snapshot(at)))).toEqual(times)
  })

  it('those of another plan take no place', () => {
    const mine = Array.from({ length: 20 }, (_, index) => snapshot(isoAt(now - index * minute), 'mine'))
    const other = Array.from({ length: 20 }, (_, index) => snapshot(isoAt(now - index * minute), 'other'))
    expect(snapshotsToRemove([...mine, ...other])).toEqual([])
  })

  it('the newest is never removed, never more than 42 are kept, and removing twice removes nothing more', () => {
    const times = fc.uniqueArray(fc.integer({ min: now - 365 * day, max: now }), { minLength: 1, maxLength: 300 })
    fc.assert(
      fc.property(times, (list) => {
        const snapshots = list.map((time) => snapshot(isoAt(time)))
        const kept = keptOf(snapshots)
        expect(kept).toContain(isoAt(Math.max(...list)))
        expect(kept.length).toBeLessThanOrEqual(42)
        expect(keptOf(kept.map((at) => snapshot(at)))).toEqual(kept)
      }),
    )
  })
})
