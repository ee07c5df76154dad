import type { CSSProperties, ReactElement } from 'react'
import { colourOfWave } from '../theme/wave-colours'
import { useTranslate } from '../i18n/use-translate'
import type { WaveLoadFigure } from '@core/violations/plan-figures'
import classes from './wave-loads.module.css'

type Load = { readonly number: number; readonly now: number; readonly proposed: number; readonly capacity: number | null }

const joined = (now: readonly WaveLoadFigure[], proposed: readonly WaveLoadFigure[]): readonly Load[] => {
  const nowByNumber = new Map(now.map((load) => [load.number, load]))
  return proposed.map(({ number, effort, capacity }) =>
    ({ number, now: nowByNumber.get(number)?.effort ?? 0, proposed: effort, capacity }))
}

const Bars = ({ load, most }: { readonly load: Load; readonly most: number }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const { number, now, proposed, capacity } = load
  const share = (value: number): string => `${Math.min(100, (100 * value) / most)}%`
  const style = {
    '--now': share(now), '--proposed': share(proposed), '--capacity': capacity === null ? '0%' : share(capacity),
    '--colour': colourOfWave({ number }).solid,
  } as CSSProperties
  const figures = { wave: t('common.wave', { number }), now: formatNumber(now, 0), proposed: formatNumber(proposed, 0) }
  const label = capacity === null
    ? t('reasons.loadOf', figures)
    : t('reasons.loadOfCapacity', { ...figures, capacity: formatNumber(capacity, 0) })
  return (
    <div className={classes.wave} style={style} role="img" aria-label={label} title={label}>
      <span className={classes.plot}>
        <span className={classes.now} />
        <span className={classes.proposed} />
        {capacity !== null && <span className={classes.capacity} />}
      </span>
      <span className={classes.number} aria-hidden>{formatNumber(number)}</span>
    </div>
  )
}

/** Person-days of each wave, as the plan is and as it would be, each under the line of what the wave may hold. */
export const WaveLoads = ({ now, proposed }: {
  readonly now: readonly WaveLoadFigure[]
  readonly proposed: readonly WaveLoadFigure[]
}): ReactElement | null => {
  const { t } = useTranslate()
  const loads = joined(now, proposed)
  if (loads.length === 0) return null
  const most = Math.max(1, ...loads.map((load) => Math.max(load.now, load.proposed, load.capacity ?? 0)))
  return (
    <figure className={classes.loads} aria-label={t('reasons.loads')}>
      <figcaption>
        <span>{t('reasons.loads')}</span>
        <span className={classes.legend} data-part="now">{t('reasons.loadNow')}</span>
        <span className={classes.legend} data-part="proposed">{t('reasons.loadProposed')}</span>
        {loads.some(({ capacity }) => capacity !== null) && (
          <span className={classes.legend} data-part="capacity">{t('reasons.loadCapacity')}</span>
        )}
      </figcaption>
      <div className={classes.waves} tabIndex={0} role="group" aria-label={t('reasons.loads')}>
        {loads.map((load) => <Bars key={load.number} load={load} most={most} />)}
      </div>
    </figure>
  )
}
