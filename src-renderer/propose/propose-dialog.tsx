import { Button, Modal, NumberInput, Progress, Radio } from '@mantine/core'
import { IconLock, IconWand } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { ReactElement } from 'react'
import { objectives } from '@core/planning/proposal'
import type { Objective, ProposeProgress } from '@core/planning/proposal'
import type { MessageKey } from '@core/messages/translator'
import { announce } from '../app/announcer'
import { useTranslate } from '../i18n/use-translate'
import { useLookup, usePlanDocument } from '../stores/plan-store'
import { settledGroups } from './plan-figures'
import { ProposalFigures } from './proposal-figures'
import { ProposalResult } from './proposal-result'
import { acceptProposal, backToOptions, closePropose, startPropose, stopPropose, useProposeState } from './propose-state'
import type { ProposePhase } from './propose-state'
import classes from './propose-dialog.module.css'

type Limit = number | ''
type Form = { readonly maxWaves: Limit; readonly capacity: Limit; readonly maxItems: Limit; readonly objective: Objective }

/** One seed for everyone: the same plan with the same options gives the same proposal. */
const seed = 1

const titleOf: Readonly<Record<Objective, MessageKey>> = {
  balanced: 'propose.objectiveBalanced',
  waves: 'propose.objectiveWaves',
  bridges: 'propose.objectiveBridges',
}
const helpOf: Readonly<Record<Objective, MessageKey>> = {
  balanced: 'propose.objectiveBalancedHelp',
  waves: 'propose.objectiveWavesHelp',
  bridges: 'propose.objectiveBridgesHelp',
}

const SettledNote = (): ReactElement | null => {
  const { t } = useTranslate()
  const count = settledGroups(usePlanDocument())
  if (count === 0) return null
  return <p className={classes.note}><IconLock size={16} aria-hidden />{t('propose.settledStay', { count })}</p>
}

const Limits = ({ form, set }: { readonly form: Form; readonly set: (change: Partial<Form>) => void }): ReactElement => {
  const { t } = useTranslate()
  const { waves } = useLookup().scenario
  const blank = t(waves.length > 0 ? 'propose.asWaves' : 'propose.asNeeded')
  const amount = (field: 'maxWaves' | 'capacity' | 'maxItems') => ({
    value: form[field],
    onChange: (value: number | string) => set({ [field]: value === '' ? '' : Number(value) }),
    min: 1,
    hideControls: true,
    thousandSeparator: ' ',
  })
  return (
    <div className={classes.limits}>
      <NumberInput {...amount('maxWaves')} label={t('propose.maxWaves')} allowDecimal={false}
        description={t('propose.maxWavesHelp')} placeholder={waves.length > 0 ? blank : t('propose.defaultWaves')} />
      <NumberInput {...amount('capacity')} label={t('propose.capacity')} placeholder={blank} />
      <NumberInput {...amount('maxItems')} label={t('propose.maxItems')} placeholder={blank} allowDecimal={false} />
    </div>
  )
}

const Options = ({ form, set }: { readonly form: Form; readonly set: (change: Partial<Form>) => void }): ReactElement => {
  const { t } = useTranslate()
  const orBlank = (value: Limit): number | undefined => (value === '' ? undefined : value)
  const start = (): void => startPropose({
    maxWaves: orBlank(form.maxWaves), capacity: orBlank(form.capacity), maxItems: orBlank(form.maxItems), objective: form.objective, seed,
  })
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        start()
      }}
    >
      <p className={classes.intro}>{t('propose.intro')}</p>
      <SettledNote />
      <Limits form={form} set={set} />
      <Radio.Group label={t('propose.objective')} value={form.objective}
        onChange={(value) => set({ objective: objectives.find((objective) => objective === value) ?? 'balanced' })}>
        <div className={classes.objectives}>
          {objectives.map((objective) => (
            <Radio key={objective} value={objective} label={t(titleOf[objective])} description={t(helpOf[objective])} />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.foot}>
        <Button variant="default" onClick={closePropose}>{t('common.cancel')}</Button>
        <Button type="submit" data-autofocus leftSection={<IconWand size={16} aria-hidden />}>{t('propose.start')}</Button>
      </div>
    </form>
  )
}

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
        <Button variant="default" data-autofocus onClick={stopPropose}>{t(best ? 'propose.acceptBest' : 'propose.stop')}</Button>
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
        <Button onClick={backToOptions}>{t('propose.again')}</Button>
      </div>
    </div>
  )
}

const blank: Form = { maxWaves: '', capacity: '', maxItems: '', objective: 'balanced' }

/** Proposes waves; shown when `openPropose` was called. Mounted once, inside an open plan. */
export const ProposeDialog = (): ReactElement => {
  const { t } = useTranslate()
  const { opened, phase } = useProposeState()
  const [form, setForm] = useState(blank)
  useEffect(() => {
    if (phase.type === 'result') announce(t('propose.saidDone'))
  }, [phase.type, t])
  const accepted = (hard: number, warnings: number): void => {
    closePropose()
    announce(t('propose.saidAccepted', { hard: t('waves.hard', { count: hard }), warnings: t('waves.warnings', { count: warnings }) }))
  }
  return (
    <Modal opened={opened} onClose={closePropose} size="lg" title={t('propose.title')} closeOnClickOutside={phase.type !== 'running'}
      closeButtonProps={{ 'aria-label': t('common.close') }}>
      {phase.type === 'options' && <Options form={form} set={(change) => setForm((now) => ({ ...now, ...change }))} />}
      {phase.type === 'running' && <Running phase={phase} onAccepted={accepted} />}
      {phase.type === 'failed' && <Failed reason={phase.reason} />}
      {phase.type === 'result' && <ProposalResult phase={phase} onAccepted={accepted} />}
    </Modal>
  )
}
