import { Button, Progress } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import type { ProposeProgress } from '@core/planning/proposal'
import type { MessageKey } from '@core/messages/translator'
import { useHoldActions } from '../actions/use-hold-actions'
import { announce } from '../app/announcer'
import { useTranslate } from '../i18n/use-translate'
import { ProposalFigures } from './proposal-figures'
import { ProposalResult } from './proposal-result'
import { blankForm } from './propose-form'
import { ProposeOptionsForm } from './propose-options'
import { acceptProposal, backToOptions, closePropose, stopPropose, useProposeState } from './propose-state'
import type { ProposePhase } from './propose-state'
import { Dialog } from '../ui/dialog'
import classes from './propose-dialog.module.css'

const phaseKey: Readonly<Record<ProposeProgress['phase'], MessageKey>> = {
  preparing: 'propose.phasePreparing',
  placing: 'propose.phasePlacing',
  improving: 'propose.phaseImproving',
}

const Running = ({ phase, onAccepted }: {
  readonly phase: Extract<ProposePhase, { type: 'running' }>
  readonly onAccepted: (hard: number, warnings: number) => void
}): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const { progress, best, base, round } = phase
  const what = t(phaseKey[progress?.phase ?? 'preparing'])
  const accept = (): void => {
    if (best && acceptProposal(base, best)) onAccepted(best.figures.hard, best.figures.warnings)
    else backToOptions()
  }
  return (
    <div className={classes.form}>
      <div className={classes.progress}>
        <p className={classes.intro} role="status">{what}</p>
        <span className={classes.quiet}>{t('propose.steps', { steps: formatNumber(progress?.steps ?? 0) })}</span>
        <Progress value={100 * (progress?.done ?? 0)} animated={progress === null} aria-label={what} size="lg" />
      </div>
      {round > 0 && <p className={classes.quiet}>{t('reasons.continuing')}</p>}
      <section className={classes.best} aria-label={t('reasons.bestSoFar')}>
        <h3>{t('reasons.bestSoFar')}</h3>
        {best ? <ProposalFigures base={base} result={best} /> : <p className={classes.quiet}>{t('reasons.noneSoFar')}</p>}
      </section>
      <div className={classes.foot}>
        <Button variant="default" autoFocus onClick={stopPropose}>{t(best ? 'propose.acceptBest' : 'propose.stop')}</Button>
        {best && <Button onClick={accept}>{t('reasons.acceptNow')}</Button>}
      </div>
    </div>
  )
}

const Failed = ({ reason }: { readonly reason: string }): ReactElement => {
  const { t } = useTranslate()
  return (
    <div className={classes.form}>
      <p role="alert">{t('propose.failed', { reason })}</p>
      <div className={classes.foot}>
        <Button variant="default" onClick={closePropose}>{t('common.close')}</Button>
        <Button autoFocus onClick={backToOptions}>{t('propose.again')}</Button>
      </div>
    </div>
  )
}

/** Proposes waves; shown when `openPropose` was called. Mounted once, inside an open plan. */
export const ProposeDialog = (): ReactElement => {
  const { t } = useTranslate()
  const { opened, phase } = useProposeState()
  useHoldActions(opened)
  const [form, setForm] = useState(blankForm)
  const isBetter = phase.type === 'result' ? phase.isBetter : null
  useEffect(() => {
    if (phase.type !== 'result') return
    announce(t(isBetter === null ? 'propose.saidDone' : isBetter ? 'reasons.foundBetter' : 'reasons.foundNoBetter'))
  }, [phase.type, isBetter, t])
  const accepted = (hard: number, warnings: number): void => {
    closePropose()
    announce(t('propose.saidAccepted', { hard: t('waves.hard', { count: hard }), warnings: t('waves.warnings', { count: warnings }) }))
  }
  return (
    <Dialog opened={opened} onClose={closePropose} size={1080} title={t('propose.title')} closeOnClickOutside={phase.type !== 'running'}>
      {phase.type === 'options' && <ProposeOptionsForm form={form} onChange={setForm} />}
      {phase.type === 'running' && <Running phase={phase} onAccepted={accepted} />}
      {phase.type === 'failed' && <Failed reason={phase.reason} />}
      {phase.type === 'result' && <ProposalResult phase={phase} onAccepted={accepted} />}
    </Dialog>
  )
}
