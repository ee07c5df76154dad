import type { CallHandlers } from '../contract/calls'
import type { FreeSpace } from '../contract/host-api'
import type { SnapshotStore } from '../snapshots/snapshot-store'
import type { StateStore } from '../snapshots/state-store'

export type SnapshotCallOptions = {
  readonly snapshots: SnapshotStore
  readonly state: StateStore
  readonly freeSpace: () => Promise<FreeSpace>
}

type SnapshotCalls = Pick<
  CallHandlers,
  'writeSnapshot' | 'listSnapshots' | 'readSnapshot' | 'keepState' | 'freeSpace'
>

export const snapshotCalls = ({ snapshots, state, freeSpace }: SnapshotCallOptions): SnapshotCalls => ({
  writeSnapshot: async (request) => {
    const written = await snapshots.write(request)
    if (!written.ok) return written
    // The snapshot is safe even where its mention is not: it is found by looking into the folder.
    await state.keepSnapshot(written.value)
    return written
  },
  listSnapshots: () => snapshots.list(),
  readSnapshot: (id) => snapshots.read(id),
  keepState: (openPlan) => state.keepOpenPlan(openPlan),
  freeSpace: () => freeSpace(),
})
