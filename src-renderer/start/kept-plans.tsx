import { UnstyledButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import type { SnapshotInfo } from '@main/contract/state-file'
import { runAction } from '../actions/action-registry'
import { bringBack } from '../app/bring-back'
import { host } from '../host/host'
import { useTranslate } from '../i18n/use-translate'
import { unfiledPlans } from './unfiled-plans'
import classes from './start-screen.module.css'

const mostShown = 4

const useUnfiledPlans = (): readonly SnapshotInfo[] => {
  const [plans, setPlans] = useState<readonly SnapshotInfo[]>([])
  useEffect(() => {
    let shown = true
    void Promise.all([host().listSnapshots(), host().recentPlans()])
      .then(([snapshots, recent]) => shown && setPlans(unfiledPlans(snapshots, recent)))
    return () => {
      shown = false
    }
  }, [])
  return plans
}

/** Plans that were closed and are in no file: a click has them back. */
export const KeptPlans = (): ReactElement | null => {
  const { t, formatMoment } = useTranslate()
  const plans = useUnfiledPlans()
  if (plans.length === 0) return null
  return (
    <section aria-labelledby="kept-plans">
      <h2 id="kept-plans">{t('start.snapshots')}</h2>
      <ul>
        {plans.slice(0, mostShown).map((snapshot) => {
          const when = formatMoment(snapshot.at)
          return (
            <li key={snapshot.id} data-kept-plan={snapshot.planId}>
              <UnstyledButton
                className={classes.recentPlan} onClick={() => void bringBack(snapshot)}
                title={t('start.openSnapshot', { name: snapshot.planName, when })}
              >
                <strong>{snapshot.planName}</strong>
                <span>{snapshot.items !== undefined && t('common.items', { count: snapshot.items })}</span>
                <span className={classes.path}>{when}</span>
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
      <UnstyledButton className={classes.more} onClick={() => runAction('restore-snapshot')}>{t('start.allSnapshots')}</UnstyledButton>
    </section>
  )
}
