import { Button } from '@mantine/core'
import { IconScissors, IconTopologyStarRing3 } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { obstacleSentence } from '@core/messages/obstacle-sentence'
import { conflictSentences } from '@core/messages/reason-sentence-conflict'
import { sharedSentence, softenedSentence, splitSentence } from '@core/messages/reason-sentence-split'
import type { Explanation } from '@core/planning/reasons/explain-proposal'
import type { PlanDocument } from '@core/plan/plan-document'
import { lookup } from '@core/plan/lookup'
import { announce } from '../app/announcer'
import { useTranslate } from '../i18n/use-translate'
import type { RunResult } from './propose-run'
import { acceptShared, acceptSplit, backToOptions } from './propose-state'
import classes from './propose-dialog.module.css'

const shownObstacles = 60
const shownDependencies = 12

type Offer = Explanation['splits'][number]

const SplitOffer = ({ base, offer: { groupId, split } }: { readonly base: PlanDocument; readonly offer: Offer }): ReactElement => {
  const { t, language } = useTranslate()
  const sentence = splitSentence(t, language, base, groupId, split)
  if (split.type === 'unsplittable') return <div className={classes.offer}><p>{sentence}</p></div>
  const count = split.dependencies.length
  const more = count - shownDependencies
  const apply = (): void => {
    const group = lookup(base).groupById.get(groupId)?.name ?? groupId
    if (acceptSplit(base, groupId, split)) announce(t('reasons.saidSplit', { group }))
    else backToOptions()
  }
  return (
    <div className={classes.offer} role="group" aria-label={sentence}>
      <p>{sentence}</p>
      {count > 0 && (
        <ul className={classes.soften}>
          {split.dependencies.slice(0, shownDependencies).map((dependency) => (
            <li key={dependency.id}>{softenedSentence(t, language, base, dependency)}</li>
          ))}
          {more > 0 && <li>{t('violations.andMore', { count: more })}</li>}
        </ul>
      )}
      <Button variant="default" size="xs" leftSection={<IconScissors size={14} aria-hidden />} onClick={apply}>
        {count === 0 ? t('reasons.splitApplyByHand') : t('reasons.splitApply', { count })}
      </Button>
    </div>
  )
}

const SharedOffer = ({ base, candidate }: {
  readonly base: PlanDocument
  readonly candidate: Explanation['shared'][number]
}): ReactElement => {
  const { t, language } = useTranslate()
  const sentence = sharedSentence(t, language, base, candidate)
  const apply = (): void => {
    const name = lookup(base).itemById.get(candidate.itemId)?.name ?? candidate.itemId
    if (acceptShared(base, candidate.itemId)) announce(t('reasons.saidShared', { name }))
    else backToOptions()
  }
  return (
    <div className={classes.offer} role="group" aria-label={sentence}>
      <p>{sentence}</p>
      <Button variant="default" size="xs" leftSection={<IconTopologyStarRing3 size={14} aria-hidden />} onClick={apply}>
        {t('reasons.sharedApply')}
      </Button>
    </div>
  )
}

const Conflicts = ({ after, conflicts }: { readonly after: PlanDocument; readonly conflicts: Explanation['conflicts'] }): ReactElement => {
  const { t, language } = useTranslate()
  return (
    <section className={classes.obstacles}>
      <h3>{t('reasons.conflicts')}</h3>
      {conflicts.map((conflict, index) => {
        const { head, reasons } = conflictSentences(t, language, after, conflict)
        return (
          <div key={index} className={classes.conflict}>
            <p>{head}</p>
            {reasons.length > 0 && <ul className={classes.soften}>{reasons.map((sentence) => <li key={sentence}>{sentence}</li>)}</ul>}
          </div>
        )
      })}
    </section>
  )
}

/** What keeps the proposal from being complete, what cannot all hold, and where groups that are too large would split. */
export const ProposalObstacles = ({ base, after, result }: {
  readonly base: PlanDocument
  readonly after: PlanDocument
  readonly result: RunResult
}): ReactElement => {
  const { t, language } = useTranslate()
  const { proposal: { obstacles }, explanation: { conflicts, splits, shared } } = result
  const more = obstacles.length - shownObstacles
  return (
    <>
      {conflicts.length > 0 && <Conflicts after={after} conflicts={conflicts} />}
      {splits.length + shared.length > 0 && (
        <section className={classes.obstacles}>
          <h3>{t('reasons.splits')}</h3>
          {shared.map((candidate) => <SharedOffer key={candidate.itemId} base={base} candidate={candidate} />)}
          {splits.map((offer) => <SplitOffer key={offer.groupId} base={base} offer={offer} />)}
        </section>
      )}
      <section className={classes.obstacles}>
        <h3>{t('propose.obstacles')}</h3>
        <ul className={classes.obstacleList} tabIndex={0} aria-label={t('propose.obstacles')}>
          {obstacles.slice(0, shownObstacles).map((obstacle, index) => (
            <li key={index}>{obstacleSentence(t, language, after, obstacle)}</li>
          ))}
          {more > 0 && <li>{t('propose.moreObstacles', { count: more })}</li>}
        </ul>
      </section>
    </>
  )
}
