import { useMemo } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { boundSentences } from '@core/messages/reason-sentence-bound'
import type { MessageKey } from '@core/messages/translator'
import type { PlanDocument } from '@core/plan/plan-document'
import { useTranslate } from '../i18n/use-translate'
import { planFigures, waveLoads } from '@core/violations/plan-figures'
import type { PlanFigures } from '@core/violations/plan-figures'
import type { PlanMoves, RunResult } from './propose-run'
import { WaveLoads } from './wave-loads'
import classes from './propose-dialog.module.css'

const useWavesFigure = ({ figures, proposal }: RunResult): string => {
  const { t, formatNumber } = useTranslate()
  const waves = formatNumber(figures.waves)
  const least = proposal.lowerBoundWaves
  if (least === null || figures.unplaced > 0) return waves
  return least >= figures.waves ? t('propose.leastProven', { waves }) : t('propose.least', { waves, least: formatNumber(least) })
}

const Table = ({ now, result }: { readonly now: PlanFigures; readonly result: RunResult }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const row = (key: MessageKey, field: keyof PlanFigures, proposed?: ReactNode): ReactElement => (
    <tr key={field} data-figure={field}>
      <th scope="row">{t(key)}</th>
      <td>{formatNumber(now[field], 0)}</td>
      <td className={classes.proposed}>{proposed ?? formatNumber(result.figures[field], 0)}</td>
    </tr>
  )
  const change = (key: MessageKey, field: keyof PlanMoves): ReactElement => (
    <tr data-figure={field}><th scope="row">{t(key)}</th><td /><td className={classes.proposed}>{formatNumber(result.moves[field], 0)}</td></tr>
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
        {change('propose.moved', 'moved')}
        {change('propose.planned', 'planned')}
        {result.moves.takenOut > 0 && change('propose.takenOut', 'takenOut')}
      </tbody>
    </table>
  )
}

const Explained = ({ base, result }: { readonly base: PlanDocument; readonly result: RunResult }): ReactElement => {
  const { t, language } = useTranslate()
  const now = useMemo(() => waveLoads(base), [base])
  const bounds = boundSentences(t, language, base, result.proposal.bounds)
  return (
    <>
      {bounds.length > 0 && (
        <div className={classes.bounds}>{bounds.map((sentence) => <p key={sentence}>{sentence}</p>)}</div>
      )}
      <WaveLoads now={now} proposed={result.loads} />
    </>
  )
}

/**
 * A plan by its measures beside the plan as it is, with what no plan can do without; `beside` is what is more urgent to
 * read than that.
 */
export const ProposalFigures = ({ base, result, beside }: {
  readonly base: PlanDocument
  readonly result: RunResult
  readonly beside?: ReactElement
}): ReactElement => {
  const now = useMemo(() => planFigures(base), [base])
  const explained = <Explained base={base} result={result} />
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <Table now={now} result={result} />
        {beside && explained}
      </div>
      <div className={classes.column}>{beside ?? explained}</div>
    </div>
  )
}
