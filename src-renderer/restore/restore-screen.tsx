import { Alert, Button } from '@mantine/core'
import { IconAlertTriangle, IconHistory } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import type { SnapshotInfo, SnapshotReason } from '@main/contract/state-file'
import { runAction } from '../actions/action-registry'
import { WindowMenu } from '../app/window-menu'
import { useTranslate } from '../i18n/use-translate'
import { continueWithStored, continueWithoutRestoring, restoreSnapshot } from './restore-flow'
import { useRestoreState } from './restore-store'
import type { RestoreReason } from './restore-store'
import classes from './restore-screen.module.css'

const titles: Readonly<Record<RestoreReason, MessageKey>> = {
  empty: 'restore.titleEmpty',
  older: 'restore.titleOlder',
  'other-plan': 'restore.titleOtherPlan',
  damaged: 'restore.titleDamaged',
  'newer-program': 'restore.titleNewer',
  locked: 'restore.titleLocked',
  unavailable: 'restore.titleUnavailable',
}

const reasons: Readonly<Record<SnapshotReason, MessageKey>> = {
  change: 'restore.reasonChange',
  opened: 'restore.reasonOpened',
  import: 'restore.reasonImport',
  migration: 'restore.reasonMigration',
  restore: 'restore.reasonRestore',
  delete: 'restore.reasonDelete',
  close: 'restore.reasonClose',
}

/** The database cannot be written, so nothing can be restored into it: a file can still be opened. */
const isUnusable = (why: RestoreReason): boolean => why === 'newer-program' || why === 'locked'

const moment = (language: string, at: string): string =>
  new Intl.DateTimeFormat(language === 'nb' ? 'nb-NO' : 'en-GB', { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at))

const SnapshotRow = ({ snapshot, first }: { readonly snapshot: SnapshotInfo; readonly first: boolean }): ReactElement => {
  const { t, language } = useTranslate()
  const when = moment(language, snapshot.at)
  return (
    <li className={classes.snapshot} data-snapshot={snapshot.id}>
      <div>
        <strong>{snapshot.planName}</strong>
        <span>{when}{first && ` · ${t('restore.newest')}`}</span>
        <span>{t('restore.revision', { revision: snapshot.revision })} · {t(reasons[snapshot.reason])}</span>
      </div>
      <Button
        variant={first ? 'filled' : 'default'} onClick={() => void restoreSnapshot(snapshot)}
        aria-label={t('restore.restoreThis', { plan: snapshot.planName, when })}
      >
        {t('restore.restore')}
      </Button>
    </li>
  )
}

const Snapshots = (): ReactElement => {
  const { t } = useTranslate()
  const { snapshots } = useRestoreState()
  if (snapshots.length === 0) return <p>{t('restore.none')}</p>
  return (
    <section aria-labelledby="snapshots">
      <h2 id="snapshots"><IconHistory size={18} aria-hidden /> {t('restore.snapshots')}</h2>
      <ul>
        {snapshots.slice(0, 20).map((snapshot, index) => (
          <SnapshotRow key={snapshot.id} snapshot={snapshot} first={index === 0} />
        ))}
      </ul>
    </section>
  )
}

const Explanation = (): ReactElement => {
  const { t } = useTranslate()
  const { why, expected, detail } = useRestoreState()
  if (why === 'newer-program') return <p>{t('storage.databaseNewer')} ({detail})</p>
  if (why === 'locked') return <p>{t('storage.databaseLocked')}</p>
  if (why === 'unavailable') return <p>{t('storage.databaseUnavailable', { reason: detail })}</p>
  return <p>{expected ? t('restore.body', { plan: expected.planName }) : t('restore.bodyUnknown')}</p>
}

/** Instead of a silent empty plan: what was lost, and every state that can be had back. */
export const RestoreScreen = (): ReactElement => {
  const { t } = useTranslate()
  const { why, stored } = useRestoreState()
  const unusable = isUnusable(why)
  return (
    <div className={classes.screen}>
      <header><WindowMenu /></header>
      <main className={classes.main}>
        <h1>{t(titles[why])}</h1>
        <Alert color="yellow" variant="outline" icon={<IconAlertTriangle aria-hidden />}><Explanation /></Alert>
        {!unusable && <Snapshots />}
        <div className={classes.ways}>
          <Button variant="default" onClick={() => runAction('open-plan')}>{t('restore.openFile')}</Button>
          {stored && <Button variant="subtle" onClick={() => continueWithStored(stored)}>{t('restore.continueWithWorkingCopy')}</Button>}
          {!stored && !unusable && <Button variant="subtle" onClick={continueWithoutRestoring}>{t('restore.continueWithout')}</Button>}
        </div>
      </main>
    </div>
  )
}
