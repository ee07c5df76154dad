import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { activeScenario } from '@core/plan/plan-document'
import { planFigures } from '@core/violations/plan-figures'
import { useLeastWaves } from '../figures/use-plan-bounds'
import { useTranslate } from '../i18n/use-translate'
import { useEvaluation, usePlanDocument } from '../stores/plan-store'
import { showView } from '../stores/view-store'
import { showViolations } from '../violations/violations-state'
import { SeverityIcon } from './violation-marks'
import classes from './top-bar.module.css'

type MeasureProps = {
  readonly caption: string
  readonly label: string
  readonly className?: string
  readonly onClick: () => void
  readonly children: ReactNode
  readonly name: string
}

const Measure = ({ caption, label, className = '', onClick, children, name }: MeasureProps): ReactElement => (
  <Tooltip label={label} multiline maw={280}>
    <UnstyledButton className={`${classes.measure} ${className}`} onClick={onClick} aria-description={label} data-measure={name}>
      <span className={classes.figure}>{children}</span>
      <span className={classes.caption}>{caption}</span>
    </UnstyledButton>
  </Tooltip>
)

const WavesMeasure = (): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const document = usePlanDocument()
  const least = useLeastWaves()
  const used = planFigures(document).waves
  const label = least === null || least < 2
    ? t('shell.measureWavesUsed', { used: formatNumber(used) })
    : t('shell.measureWavesOfLeast', { used: formatNumber(used), least: formatNumber(least) })
  return (
    <Measure name="waves" caption={t('shell.measureWaves')} label={label} onClick={() => showView('waves')}>
      {formatNumber(used)} {least !== null && least > 1 && <small>{t('shell.least', { least: formatNumber(least) })}</small>}
    </Measure>
  )
}

/** Stays when it is zero, so that the figures keep their places. */
const UnplannedMeasure = (): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const { groups } = activeScenario(usePlanDocument())
  const unplanned = groups.filter((group) => group.waveId === null).length
  const label = t('shell.measureUnplannedLong', { number: formatNumber(unplanned), total: formatNumber(groups.length) })
  return (
    <Measure name="unplanned" caption={t('shell.measureUnplanned')} label={label} onClick={() => showView('waves')}>
      {formatNumber(unplanned)}
    </Measure>
  )
}

/** The figures by which a plan is judged, large enough for the back of a room. */
export const Measures = (): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const { hard, warnings, bridges } = useEvaluation()
  const price = formatNumber(bridges.price, 0)
  const bridgesLabel = t('shell.measureBridgesLong', { count: bridges.count, number: formatNumber(bridges.count), price })
  return (
    <div className={classes.measures} role="group" aria-label={t('shell.measures')}>
      <UnplannedMeasure />
      <WavesMeasure />
      <Measure
        name="hard" caption={t('shell.measureHard')} label={t('common.hardViolations', { count: hard })}
        className={hard > 0 ? classes.hard : ''} onClick={() => showViolations('hard')}
      >
        {hard > 0 ? <SeverityIcon severity="hard" size={16} /> : <IconCircleCheck size={16} aria-hidden />}
        {formatNumber(hard)}
      </Measure>
      <Measure
        name="warnings" caption={t('shell.measureWarnings')} label={t('common.warnings', { count: warnings })}
        className={warnings > 0 ? classes.warning : ''} onClick={() => showViolations('warning')}
      >
        {warnings > 0 && <SeverityIcon severity="warning" size={16} />}
        {formatNumber(warnings)}
      </Measure>
      <Measure name="bridges" caption={t('shell.measureBridges')} label={bridgesLabel} onClick={() => showView('graph')}>
        {price}
      </Measure>
    </div>
  )
}
