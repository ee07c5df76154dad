import { Button } from '@mantine/core'
import { IconCircleCheckFilled } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import type { ReactElement } from 'react'
import { SeverityIcon } from '../app/violation-marks'
import { useTranslate } from '../i18n/use-translate'
import { ProposalFigures } from './proposal-figures'
import { ProposalObstacles } from './proposal-obstacles'
import { verdictOf } from './proposal-verdict'
import type { Verdict } from './proposal-verdict'
import { acceptProposal, backToOptions, closePropose, planWith, searchOn } from './propose-state'
import type { ProposePhase } from './propose-state'
import classes from './propose-dialog.module.css'

const VerdictLine = ({ verdict: { kind, key, count } }: { readonly verdict: Verdict }): ReactElement => {
  const { t } = useTranslate()
  const heading = useRef<HTMLParagraphElement>(null)
  // The button that was used has gone. Accepting is not what the next press of Enter should do by chance.
  useEffect(() => heading.current?.focus(), [])
  return (
    <p className={classes.verdict} ref={heading} tabIndex={-1}>
      <span className={classes[kind]}>
        {kind === 'good' ? <IconCircleCheckFilled size={20} aria-hidden /> : <SeverityIcon severity={kind} size={20} />}
      </span>
      {t(key, count === undefined ? {} : { count })}
    </p>
  )
}

/** What the proposal would make of the plan, beside the plan as it is. Accepting is one step that can be undone. */
export const ProposalResult = ({ phase, onAccepted }: {
  readonly phase: Extract<ProposePhase, { type: 'result' }>
  readonly onAccepted: (hard: number, warnings: number) => void
}): ReactElement => {
  const { t } = useTranslate()
  const { result, base, mode, isBetter } = phase
  const after = useMemo(() => planWith(base, result), [base, result])
  // Where nothing is to be done, there is nothing to accept either.
  const isIdle = mode === 'repair' && result.figures.hard === 0 && Object.values(result.moves).every((count) => count === 0)
  const accept = (): void => {
    if (acceptProposal(base, result)) onAccepted(result.figures.hard, result.figures.warnings)
    else backToOptions()
  }
  return (
    <div className={classes.form}>
      <div className={classes.result}>
        <VerdictLine verdict={verdictOf(result, mode)} />
        {isBetter !== null && <p className={classes.quiet}>{t(isBetter ? 'reasons.foundBetter' : 'reasons.foundNoBetter')}</p>}
      </div>
      <ProposalFigures
        base={base} result={result}
        {...(result.proposal.obstacles.length > 0 && { beside: <ProposalObstacles base={base} after={after} result={result} /> })}
      />
      <div className={classes.foot}>
        <Button variant="default" className={classes.back} onClick={backToOptions}>{t('propose.again')}</Button>
        {!isIdle && result.proposal.provenOptimal !== true && (
          <Button variant="default" onClick={searchOn}>{t('reasons.continueSearch')}</Button>
        )}
        <Button variant="default" onClick={closePropose}>{t(isIdle ? 'common.close' : 'common.cancel')}</Button>
        {!isIdle && <Button onClick={accept}>{t('propose.accept')}</Button>}
      </div>
    </div>
  )
}
