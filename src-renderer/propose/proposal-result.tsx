import { Button } from '@mantine/core'
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { obstacleSentence } from '@core/messages/obstacle-sentence'
import type { MessageKey } from '@core/messages/translator'
import type { Obstacle } from '@core/planning/proposal'
import type { PlanDocument } from '@core/plan/plan-document'
import { useTranslate } from '../i18n/use-translate'
import { planFigures } from './plan-figures'
import type { PlanFigures, RunResult } from './propose-run'
import { acceptProposal, backToOptions, closePropose, planWith } from './propose-state'
import type { ProposePhase } from './propose-state'
import classes from './propose-dialog.module.css'

const shownObstacles = 60

const Verdict = ({ result }: { readonly result: RunResult }): ReactElement => {
  const { t } = useTranslate()
  const { hard, unplaced } = result.figures
  if (unplaced > 0) {
    return <p className={classes.verdict}><IconAlertTriangleFilled className={classes.warning} size={20} aria-hidden />{t('propose.incomplete', { count: unplaced })}</p>
  }
  return hard > 0
    ? <p className={classes.verdict}><IconCircleXFilled className={classes.hard} size={20} aria-hidden />{t('propose.completeButHard')}</p>
    : <p className={classes.verdict}><IconCircleCheckFilled className={classes.good} size={20} aria-hidden />{t('propose.complete')}</p>
}

const useWavesFigure = ({ figures, proposal }: RunResult): string => {
  const { t, formatNumber } = useTranslate()
  const waves = formatNumber(figures.waves)
  const least = proposal.lowerBoundWaves
  if (least === null || figures.unplaced > 0) return waves
  return least >= figures.waves ? t('propose.leastProven', { waves }) : t('propose.least', { waves, least: formatNumber(least) })
}

const Figures = ({ now, result }: { readonly now: PlanFigures; readonly result: RunResult }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const row = (key: MessageKey, field: keyof PlanFigures, proposed?: ReactNode): ReactElement => (
    <tr key={field} data-figure={field}>
      <th scope="row">{t(key)}</th>
      <td>{formatNumber(now[field], 0)}</td>
      <td className={classes.proposed}>{proposed ?? formatNumber(result.figures[field], 0)}</td>
    </tr>
  )
  return (
    <table className={classes.figures}>
      <thead><tr><th scope="col">{t('propose.figure')}</th><th scope="col">{t('propose.now')}</th><th scope="col">{t('propose.proposed')}</th></tr></thead>
      <tbody>
        {row('propose.waves', 'waves', useWavesFigure(result))}
        {row('propose.unplaced', 'unplaced')}
        {row('propose.hard', 'hard')}
        {row('propose.warnings', 'warnings')}
        {row('propose.bridges', 'bridges')}
        {row('propose.bridgePrice', 'bridgePrice')}
        <tr><th scope="row">{t('propose.moved')}</th><td /><td className={classes.proposed}>{formatNumber(result.moved, 0)}</td></tr>
      </tbody>
    </table>
  )
}

const Obstacles = ({ after, obstacles }: { readonly after: PlanDocument; readonly obstacles: readonly Obstacle[] }): ReactElement | null => {
  const { t, language } = useTranslate()
  if (obstacles.length === 0) return null
  const more = obstacles.length - shownObstacles
  return (
    <section className={classes.obstacles}>
      <h3>{t('propose.obstacles')}</h3>
      <ul tabIndex={0} aria-label={t('propose.obstacles')}>
        {obstacles.slice(0, shownObstacles).map((obstacle, index) => (
          <li key={index}>{obstacleSentence(t, language, after, obstacle)}</li>
        ))}
        {more > 0 && <li>{t('propose.moreObstacles', { count: more })}</li>}
      </ul>
    </section>
  )
}

/** What the proposal would make of the plan, beside the plan as it is. Accepting is one step that can be undone. */
export const ProposalResult = ({ phase, onAccepted }: {
  readonly phase: Extract<ProposePhase, { type: 'result' }>
  readonly onAccepted: (hard: number, warnings: number) => void
}): ReactElement => {
  const { t } = useTranslate()
  const { result, base } = phase
  const before = useMemo(() => planFigures(base), [base])
  const after = useMemo(() => planWith(base, result), [base, result])
  const accept = (): void => {
    if (acceptProposal(base, result)) onAccepted(result.figures.hard, result.figures.warnings)
    else backToOptions()
  }
  return (
    <div className={classes.form}>
      <Verdict result={result} />
      <Figures now={before} result={result} />
      <Obstacles after={after} obstacles={result.proposal.obstacles} />
      <div className={classes.foot}>
        <Button variant="default" className={classes.back} onClick={backToOptions}>{t('propose.again')}</Button>
        <Button variant="default" onClick={closePropose}>{t('common.cancel')}</Button>
        <Button data-autofocus onClick={accept}>{t('propose.accept')}</Button>
      </div>
    </div>
  )
}
