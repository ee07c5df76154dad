import { describe, expect, it } from 'vitest'
import type { SnapshotInfo } from '@main/contract/state-file'
import { unfiledPlans } from '@renderer/start/unfiled-plans'

const aSnapshot = (id: string, planId: string, file?: string): SnapshotInfo => ({
  id, planId, planName: planId, revision: 1, at: '2027-03-01T08:00:00.000Z', reason: 'close', bytes: 1, ...(file !== undefined && { file }),
})
const recent = [{ path: '/plans/a.waveplan', name: 'a.waveplan', openedAt: '2027-03-01T08:00:00.000Z' }]
const shown = (snapshots: readonly SnapshotInfo[]): readonly string[] => unfiledPlans(snapshots, recent).map(({ id }) => id)

describe('the plans that are kept only as snapshots', () => {
  it('are there once each, by their newest snapshot', () => {
    expect(shown([aSnapshot('3', 'b'), aSnapshot('2', 'c'), aSnapshot('1', 'b')])).toEqual(['3', '2'])
  })

  it('are not those that a recent file holds as they were last', () => {
    expect(shown([aSnapshot('2', 'a', '/plans/a.waveplan'), aSnapshot('1', 'a')])).toEqual([])
  })

  it('are also those that were changed after they were saved, and those whose file is no recent one', () => {
    expect(shown([aSnapshot('3', 'a'), aSnapshot('2', 'b', '/gone.waveplan'), aSnapshot('1', 'a', '/plans/a.waveplan')])).toEqual(['3', '2'])
  })
})
