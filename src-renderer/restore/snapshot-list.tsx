import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import type { SnapshotInfo, SnapshotReason } from '@main/contract/state-file'
import { useTranslate } from '../i18n/use-translate'
import classes from './snapshot-list.module.css'

const reasons: Readonly<Record<SnapshotReason, MessageKey>> = {
  change: 'restore.reasonChange',
  opened: 'restore.reasonOpened',
  import: 'restore.reasonImport',
  migration: 'restore.reasonMigration',
  restore: 'restore.reasonRestore',
  delete: 'restore.reasonDelete',
  close: 'restore.reasonClose',
}

type Choose = (snapshot: SnapshotInfo) => Promise<void>
type RowProps = { readonly snapshot: SnapshotInfo; readonly first: boolean; readonly choose: Choose }

const SnapshotRow = ({ snapshot, first, choose }: RowProps): ReactElement => {
  const { t, formatMoment } = useTranslate()
  const when = formatMoment(snapshot.at)
  return (
    <li className={classes.snapshot} data-snapshot={snapshot.id}>
      <div>
        <strong>{snapshot.planName}</strong>
        <span>{when}{first && ` · ${t('restore.newest')}`}</span>
        <span>{snapshot.items !== undefined && `${t('common.items', { count: snapshot.items })} · `}{t('restore.revision', { revision: snapshot.revision })} · {t(reasons[snapshot.reason])}</span>
      </div>
      <Button
        variant={first ? 'filled' : 'default'} onClick={() => void choose(snapshot)}
        aria-label={t('restore.restoreThis', { plan: snapshot.planName, when })}
      >
        {t('restore.restore')}
      </Button>
    </li>
  )
}

/** States that can be had back, as they are given: the newest first. */
export const SnapshotList = ({ snapshots, choose }: {
  readonly snapshots: readonly SnapshotInfo[]
  readonly choose: Choose
}): ReactElement => (
  <ul className={classes.list}>
    {snapshots.map((snapshot, index) => (
      <SnapshotRow key={snapshot.id} snapshot={snapshot} first={index === 0} choose={choose} />
    ))}
  </ul>
)
