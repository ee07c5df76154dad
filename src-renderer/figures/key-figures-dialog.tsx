import type { ReactElement, ReactNode } from 'react'
import { boundSentences } from '@core/messages/reason-sentence-bound'
import { activeScenario } from '@core/plan/plan-document'
import { planFigures } from '@core/violations/plan-figures'
import { useAction } from '../actions/use-action'
import { SeverityIcon } from '../app/violation-marks'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { showDialog, useViewStore } from '../stores/view-store'
import { LoadChart } from './load-chart'
import { usePlanBounds } from './use-plan-bounds'
import { Dialog } from '../ui/dialog'
import classes from './key-figures.module.css'

const Figure = ({ name, caption, tone, children, notes }: {
  readonly name: string
  readonly caption: string
  readonly tone?: 'hard' | 'warning' | undefined
  readonly children: ReactNode
  readonly notes: readonly string[]
}): ReactElement => (
  <div className={classes.figure} data-key-figure={name} data-tone={tone}>
    <dt>{caption}</dt>
    <dd className={classes.number}>{children}</dd>
    {notes.map((note) => <dd key={note} className={classes.note}>{note}</dd>)}
  </div>
)

/** What the plan is judged by, with what no plan can do without beside it. */
const Figures = (): ReactElement => {
  const { t, language, formatNumber } = useTranslate()
  const document = usePlanDocument()
  const { waves, unplaced, hard, warnings, bridges, bridgePrice } = planFigures(document)
  const bounds = usePlanBounds()
  const hasPrices = document.estate.dependencies.some(({ pricePerDay }) => pricePerDay !== undefined)
  const least = (value: number | undefined): readonly string[] =>
    value !== undefined && value > 0 ? [t('figures.least', { least: formatNumber(value, 0) })] : []
  return (
    <>
      <dl className={classes.figures}>
        <Figure name="waves" caption={t('shell.measureWaves')} notes={(bounds?.waves.waves ?? 0) > 1 ? least(bounds?.waves.waves) : []}>{formatNumber(waves)}</Figure>
        <Figure name="unplanned" caption={t('figures.unplanned')} notes={[t('figures.ofGroups', { count: activeScenario(document).groups.length })]}>
          {formatNumber(unplaced)}
        </Figure>
        <Figure name="hard" caption={t('propose.hard')} tone={hard > 0 ? 'hard' : undefined} notes={[]}>
          {hard > 0 && <SeverityIcon severity="hard" size={40} />}{formatNumber(hard)}
        </Figure>
        <Figure name="warnings" caption={t('propose.warnings')} tone={warnings > 0 ? 'warning' : undefined} notes={[]}>
          {warnings > 0 && <SeverityIcon severity="warning" size={40} />}{formatNumber(warnings)}
        </Figure>
        <Figure name="bridges" caption={t('propose.bridgePrice')} notes={[t('figures.bridges', { count: bridges }), ...(hasPrices ? [] : [t('figures.noPrices')]), ...least(bounds?.bridges.price)]}>
          {formatNumber(bridgePrice, 0)}
        </Figure>
      </dl>
      <div className={classes.bounds}>{bounds && boundSentences(t, language, document, bounds).map((sentence) => <p key={sentence}>{sentence}</p>)}</div>
    </>
  )
}

/** The plan in figures over the whole window, to be read from the back of a room. Registers `key-figures`. */
export const KeyFiguresDialog = (): ReactElement => {
  const { t } = useTranslate()
  const opened = useViewStore((state) => state.dialog === 'key-figures')
  const { name } = usePlanDocument()
  useAction('key-figures', () => showDialog(opened ? null : 'key-figures'))
  return (
    <Dialog opened={opened} onClose={() => showDialog(null)} fullScreen title={t('figures.title', { plan: name })} classNames={{ title: classes.title ?? '' }}>
      <Figures />
      <LoadChart />
    </Dialog>
  )
}
