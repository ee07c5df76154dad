import { Alert, Button } from '@mantine/core'
import { IconAlertTriangle, IconHistory } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import { runAction } from '../actions/action-registry'
import { WindowMenu } from '../app/window-menu'
import { useTranslate } from '../i18n/use-translate'
import { continueWithStored, continueWithoutRestoring, restoreSnapshot } from './restore-flow'
import { useRestoreState } from './restore-store'
import type { RestoreReason } from './restore-store'
import { SnapshotList } from './snapshot-list'
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

/** The database cannot be written, so nothing can be restored into it: a file can still be opened. */
const isUnusable = (why: RestoreReason): boolean => why === 'newer-program' || why === 'locked'

const Snapshots = (): ReactElement => {
  const { t } = useTranslate()
  const { snapshots } = useRestoreState()
  if (snapshots.length === 0) return <p>{t('restore.none')}</p>
  return (
    <section aria-labelledby="snapshots">
      <h2 id="snapshots"><IconHistory size={18} aria-hidden /> {t('restore.snapshots')}</h2>
      <SnapshotList snapshots={snapshots.slice(0, 20)} choose={restoreSnapshot} />
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
