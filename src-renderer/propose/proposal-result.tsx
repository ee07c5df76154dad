import { Button } from '@mantine/core'
import { IconAlertTriangleFilled, IconCircleCheckFilled, IconCircleXFilled } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { ProposalFigures } from './proposal-figures'
import { ProposalObstacles } from './proposal-obstacles'
import type { RunResult } from './propose-run'
import { acceptProposal, backToOptions, closePropose, planWith, searchOn } from './propose-state'
import type { ProposePhase } from './propose-state'
import classes from './propose-dialog.module.css'

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

/** What the proposal would make of the plan, beside the plan as it is. Accepting is one step that can be undone. */
export const ProposalResult = ({ phase, onAccepted }: {
  readonly phase: Extract<ProposePhase, { type: 'result' }>
  readonly onAccepted: (hard: number, warnings: number) => void
}): ReactElement => {
  const { t } = useTranslate()
  const { result, base } = phase
  const after = useMemo(() => planWith(base, result), [base, result])
  const accept = (): void => {
    if (acceptProposal(base, result)) onAccepted(result.figures.hard, result.figures.warnings)
    else backToOptions()
  }
  return (
    <div className={classes.form}>
      <Verdict result={result} />
      <ProposalFigures base={base} result={result} />
      <ProposalObstacles base={base} after={after} result={result} />
      <div className={classes.foot}>
        <Button variant="default" className={classes.back} onClick={backToOptions}>{t('propose.again')}</Button>
        {result.proposal.provenOptimal !== true && (
          <Button variant="default" onClick={searchOn}>{t('reasons.continueSearch')}</Button>
        )}
        <Button variant="default" onClick={closePropose}>{t('common.cancel')}</Button>
        <Button data-autofocus onClick={accept}>{t('propose.accept')}</Button>
      </div>
    </div>
  )
}
