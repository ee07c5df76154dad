import { Button, NumberInput, Radio } from '@mantine/core'
import { IconLock, IconTopologyStarRing3, IconWand } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { modes, objectives } from '@core/planning/proposal'
import type { Mode, Objective } from '@core/planning/proposal'
import type { MessageKey } from '@core/messages/translator'
import { useTranslate } from '../i18n/use-translate'
import { useSharedServiceCandidates } from '../inventory/use-shared-service-candidates'
import { useLookup, usePlanDocument } from '../stores/plan-store'
import { showDialog } from '../stores/view-store'
import { settledGroups } from './plan-moves'
import { optionsOf } from './propose-form'
import type { ProposeForm } from './propose-form'
import { closePropose, startPropose } from './propose-state'
import { ProposeWeights } from './propose-weights'
import classes from './propose-dialog.module.css'

type Words = { readonly name: MessageKey; readonly help: MessageKey }

const objectiveWords: Readonly<Record<Objective, Words>> = {
  balanced: { name: 'propose.objectiveBalanced', help: 'propose.objectiveBalancedHelp' },
  waves: { name: 'propose.objectiveWaves', help: 'propose.objectiveWavesHelp' },
  bridges: { name: 'propose.objectiveBridges', help: 'propose.objectiveBridgesHelp' },
}

const modeWords: Readonly<Record<Mode, Words>> = {
  fill: { name: 'propose.modeFill', help: 'propose.modeFillHelp' },
  replan: { name: 'propose.modeReplan', help: 'propose.modeReplanHelp' },
  repair: { name: 'propose.modeRepair', help: 'propose.modeRepairHelp' },
}

const SettledNote = (): ReactElement | null => {
  const { t } = useTranslate()
  const count = settledGroups(usePlanDocument())
  if (count === 0) return null
  return <p className={classes.note}><IconLock size={16} aria-hidden />{t('propose.settledStay', { count })}</p>
}

/** What the planner should decide first: it makes large groups small. Decided where the reasons stand. */
const SharedNote = (): ReactElement | null => {
  const { t } = useTranslate()
  const count = useSharedServiceCandidates().length
  if (count === 0) return null
  const look = (): void => {
    closePropose()
    showDialog('rules')
  }
  return (
    <div className={classes.note}>
      <IconTopologyStarRing3 size={16} aria-hidden />
      <span>{t('propose.sharedFirst', { count })}</span>
      <Button variant="default" size="compact-sm" onClick={look}>{t('propose.sharedLook')}</Button>
    </div>
  )
}

type Part = { readonly form: ProposeForm; readonly onChange: (form: ProposeForm) => void }

const Modes = ({ form, onChange }: Part): ReactElement => {
  const { t } = useTranslate()
  return (
    <Radio.Group label={t('propose.mode')} value={form.mode}
      onChange={(value) => onChange({ ...form, mode: modes.find((mode) => mode === value) ?? 'fill' })}>
      <div className={classes.modes}>
        {modes.map((mode) => <Radio key={mode} value={mode} label={t(modeWords[mode].name)} description={t(modeWords[mode].help)} />)}
      </div>
    </Radio.Group>
  )
}

const Limits = ({ form, onChange }: Part): ReactElement => {
  const { t } = useTranslate()
  const { waves } = useLookup().scenario
  const blank = t(waves.length > 0 ? 'propose.asWaves' : 'propose.asNeeded')
  const amount = (field: 'maxWaves' | 'capacity' | 'maxItems') => ({
    value: form[field],
    onChange: (value: number | string) => onChange({ ...form, [field]: value === '' ? '' : Number(value) }),
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

const Objectives = ({ form, onChange }: Part): ReactElement => {
  const { t } = useTranslate()
  return (
    <Radio.Group label={t('propose.objective')} value={form.objective}
      onChange={(value) => onChange({ ...form, objective: objectives.find((objective) => objective === value) ?? 'balanced' })}>
      <div className={classes.objectives}>
        {objectives.map((objective) => (
          <Radio key={objective} value={objective} label={t(objectiveWords[objective].name)} description={t(objectiveWords[objective].help)} />
        ))}
      </div>
    </Radio.Group>
  )
}

/** What is asked for, before the search: how, within which limits, and what counts. */
export const ProposeOptionsForm = (part: Part): ReactElement => {
  const { t } = useTranslate()
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        startPropose(optionsOf(part.form))
      }}
    >
      <p className={classes.intro}>{t('propose.intro')}</p>
      <SettledNote />
      <SharedNote />
      <Modes {...part} />
      <Limits {...part} />
      <Objectives {...part} />
      <ProposeWeights {...part} />
      <div className={classes.foot}>
        <Button variant="default" onClick={closePropose}>{t('common.cancel')}</Button>
        <Button type="submit" data-autofocus autoFocus leftSection={<IconWand size={16} aria-hidden />}>{t('propose.start')}</Button>
      </div>
    </form>
  )
}
