import { Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import type { SnapshotInfo } from '@main/contract/state-file'
import { bringBack } from '../app/bring-back'
import { host } from '../host/host'
import { useTranslate } from '../i18n/use-translate'
import { usePlanStore } from '../stores/plan-store'
import { showDialog, useViewStore } from '../stores/view-store'
import { SnapshotList } from './snapshot-list'
import { Dialog } from '../ui/dialog'

const choose = async (snapshot: SnapshotInfo): Promise<void> => {
  showDialog(null)
  await bringBack(snapshot)
}

const Content = ({ opened }: { readonly opened: boolean }): ReactElement => {
  const { t } = useTranslate()
  const name = usePlanStore((state) => state.document?.name)
  const [snapshots, setSnapshots] = useState<readonly SnapshotInfo[] | null>(null)
  // Each time that it is opened: it may be open again before it has quite gone, and there is one snapshot more by then.
  useEffect(() => {
    if (opened) void host().listSnapshots().then(setSnapshots)
  }, [opened])
  return (
    <>
      <Text size="sm" mb="sm">{t('restore.lead')} {name !== undefined && t('restore.leadOpen', { plan: name })}</Text>
      {snapshots === null && <Text role="status">{t('shell.loading')}</Text>}
      {snapshots?.length === 0 && <Text>{t('restore.none')}</Text>}
      {snapshots && snapshots.length > 0 && <SnapshotList snapshots={snapshots} choose={choose} />}
    </>
  )
}

/** Every snapshot there is, whatever is open. */
export const SnapshotsDialog = (): ReactElement => {
  const { t } = useTranslate()
  const opened = useViewStore((state) => state.dialog === 'snapshots')
  return (
    <Dialog
      opened={opened} onClose={() => showDialog(null)} title={t('restore.title')} size={680}
    >
      <Content opened={opened} />
    </Dialog>
  )
}
