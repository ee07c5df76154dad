import type { CSSProperties, ReactElement } from 'react'
import { activeScenario } from '@core/plan/plan-document'
import { waveLoads } from '@core/violations/plan-figures'
import type { WaveLoadFigure } from '@core/violations/plan-figures'
import { SeverityCounts } from '../app/violation-marks'
import { useTranslate } from '../i18n/use-translate'
import { useEvaluation, usePlanDocument } from '../stores/plan-store'
import { colourOfWave } from '../theme/wave-colours'
import classes from './key-figures.module.css'

const Bar = ({ load: { number, effort, capacity }, most, hard, warnings }: {
  readonly load: WaveLoadFigure
  readonly most: number
  readonly hard: number
  readonly warnings: number
}): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const style = {
    '--load': `${(100 * effort) / most}%`, '--capacity': `${(100 * (capacity ?? 0)) / most}%`, '--colour': colourOfWave({ number }).solid,
  } as CSSProperties
  const amount = capacity === null
    ? t('figures.load', { effort: formatNumber(effort, 0) })
    : t('figures.loadOf', { effort: formatNumber(effort, 0), capacity: formatNumber(capacity, 0) })
  return (
    <li className={classes.bar} style={style} data-over={(capacity !== null && effort > capacity) || undefined}>
      <span className={classes.marks}><SeverityCounts hard={hard} warnings={warnings} /></span>
      <span className={classes.plot} aria-hidden>
        <span className={classes.fill} />
        {capacity !== null && <span className={classes.capacity} />}
      </span>
      <span className={classes.wave}>{t('common.wave', { number })}</span>
      <span className={classes.amount}>{amount}</span>
    </li>
  )
}

/** Person-days of each wave under the line of what it may hold, with what is wrong in it. */
export const LoadChart = (): ReactElement | null => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const { violationsByWaveId } = useEvaluation()
  const loads = waveLoads(document)
  if (loads.length === 0) return null
  const most = Math.max(1, ...loads.map(({ effort, capacity }) => Math.max(effort, capacity ?? 0)))
  const idByNumber = new Map(activeScenario(document).waves.map(({ number, id }) => [number, id]))
  const counted = (number: number, severity: 'hard' | 'warning'): number =>
    (violationsByWaveId.get(idByNumber.get(number) ?? '') ?? []).filter((violation) => violation.severity === severity).length
  return (
    <section aria-label={t('reasons.loads')} className={classes.loads}>
      <h2>{t('reasons.loads')}</h2>
      <ol className={classes.bars} tabIndex={0} aria-label={t('reasons.loads')}>
        {loads.map((load) => (
          <Bar key={load.number} load={load} most={most} hard={counted(load.number, 'hard')} warnings={counted(load.number, 'warning')} />
        ))}
      </ol>
    </section>
  )
}
