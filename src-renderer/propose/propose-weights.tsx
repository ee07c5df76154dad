import { Button } from '@mantine/core'
import { IconRotate } from '@tabler/icons-react'
import { useId } from 'react'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import type { Weights } from '@core/planning/weights'
import { announce } from '../app/announcer'
import { useTranslate } from '../i18n/use-translate'
import { aims, changedAims, shownWeights, withWeight } from './propose-form'
import type { ProposeForm } from './propose-form'
import classes from './propose-weights.module.css'

const largestWeight = 5

const words: Readonly<Record<keyof Weights, { readonly name: MessageKey; readonly help: MessageKey }>> = {
  bridges: { name: 'propose.weightBridges', help: 'propose.weightBridgesHelp' },
  waves: { name: 'propose.weightWaves', help: 'propose.weightWavesHelp' },
  balance: { name: 'propose.weightBalance', help: 'propose.weightBalanceHelp' },
  risk: { name: 'propose.weightRisk', help: 'propose.weightRiskHelp' },
  warnings: { name: 'propose.weightWarnings', help: 'propose.weightWarningsHelp' },
}

const Weight = ({ aim, weight, onChange }: {
  readonly aim: keyof Weights
  readonly weight: number
  readonly onChange: (weight: number) => void
}): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const id = useId()
  const text = weight === 0 ? t('propose.weightNone') : formatNumber(weight)
  return (
    <div className={classes.weight} data-weight={aim}>
      <label htmlFor={id}>{t(words[aim].name)}</label>
      <input
        type="range" id={id} min={0} max={largestWeight} step={0.5} value={weight} aria-valuetext={text}
        aria-describedby={`${id}-help`} onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <output htmlFor={id}>{text}</output>
      <p id={`${id}-help`}>{t(words[aim].help)}</p>
    </div>
  )
}

/** How much each aim counts, folded away: the objective has said it, and most planners leave it at that. */
export const ProposeWeights = ({ form, onChange }: {
  readonly form: ProposeForm
  readonly onChange: (form: ProposeForm) => void
}): ReactElement => {
  const { t } = useTranslate()
  const shown = shownWeights(form)
  const changed = changedAims(form).length
  const reset = (): void => {
    onChange({ ...form, weights: {} })
    announce(t('propose.saidUsualWeights'))
  }
  return (
    <details className={classes.weights} onToggle={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })}>
      <summary>
        {t('propose.weights')}
        {changed > 0 && <span className={classes.changed}>{t('propose.weightsChanged', { count: changed })}</span>}
      </summary>
      <div className={classes.inside}>
        <p>{t('propose.weightsLead')}</p>
        <ol className={classes.list}>
          {aims.map((aim) => (
            <li key={aim}><Weight aim={aim} weight={shown[aim]} onChange={(weight) => onChange(withWeight(form, aim, weight))} /></li>
          ))}
        </ol>
        <Button variant="default" size="xs" className={classes.reset} leftSection={<IconRotate size={14} aria-hidden />} onClick={reset}>
          {t('propose.weightsUsual')}
        </Button>
      </div>
    </details>
  )
}
