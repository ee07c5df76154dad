import { IconChevronDown, IconLock } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import { reasonSentence } from '@core/messages/reason-sentence'
import { violationSentence } from '@core/messages/violation-sentence'
import { applyChange } from '@core/plan/apply-change'
import { moveGroups, stepLabels } from '@core/plan/commands'
import { lookup } from '@core/plan/lookup'
import type { MoveGroup, PlanDocument } from '@core/plan/plan-document'
import { isSettled } from '@core/plan/wave'
import type { Proof } from '@core/planning/reasons/reason'
import { whyThisWave } from '@core/planning/reasons/why-this-wave'
import type { Alternative, Side, WhyThisWave as Why } from '@core/planning/reasons/why-this-wave'
import { evaluate } from '@core/violations/evaluate'
import { announce } from '../app/announcer'
import { CostWords, costsNothing } from '../app/cost-words'
import { WaveChip } from '../app/wave-chip'
import { useTranslate } from '../i18n/use-translate'
import { waveName } from '../i18n/words'
import { planStore, runChange, useLookup, usePlanDocument } from '../stores/plan-store'
import { Section } from './section'
import classes from './why-this-wave.module.css'

const Sentences = ({ proof }: { readonly proof: Proof }): ReactElement => {
  const { t, language } = useTranslate()
  const document = usePlanDocument()
  return (
    <ul className={classes.reasons}>
      {proof.map((reason) => <li key={reason.id}>{reasonSentence(t, language, document, reason)}</li>)}
    </ul>
  )
}

/** Each proof is enough by itself; a reason that several share is said once. */
const reasonsOf = ({ proofs }: Side): Proof => [...new Map(proofs.flat().map((reason) => [reason.id, reason])).values()]

const Limits = ({ why }: { readonly why: Why }): ReactElement => {
  const { t } = useTranslate()
  const { waveById } = useLookup()
  const side = (found: Side, label: (wave: string) => string): ReactElement | null => {
    const reasons = reasonsOf(found)
    if (reasons.length === 0) return null
    return (
      <div className={classes.side}>
        <strong>{label(waveName(t, waveById.get(found.waveId ?? '') ?? null))}</strong>
        <Sentences proof={reasons} />
      </div>
    )
  }
  if (why.isSettled) return <p className={classes.fact}><IconLock size={15} aria-hidden />{t('reasons.fact')}</p>
  if (why.conflict) return <div className={classes.side}><strong>{t('reasons.noWave')}</strong><Sentences proof={why.conflict} /></div>
  const { earliest, latest } = why
  if (earliest.proofs.length + latest.proofs.length === 0) return <p className={classes.quiet}>{t('reasons.anyWave')}</p>
  return (
    <>
      {side(earliest, (wave) => t('reasons.earliestIs', { wave }))}
      {side(latest, (wave) => t('reasons.latestIs', { wave }))}
    </>
  )
}

const move = (group: MoveGroup, waveId: string | null, say: (hard: number) => string): void => {
  const { document } = planStore.getState()
  if (!document || !lookup(document).groupById.has(group.id)) return
  runChange(stepLabels.moveGroups(document, [group.id], waveId), moveGroups(document, [group.id], waveId))
  const after = planStore.getState().document
  if (after) announce(say(evaluate(after).hard))
}

/** `document` is the plan that was explained: while another one is being looked at, the open one may be ahead. */
type RowProps = { readonly document: PlanDocument; readonly group: MoveGroup; readonly alternative: Alternative }

/** Why a wave is not allowed, and what would break there; the sentences speak of the plan as it would be. */
const Details = ({ document, group, alternative }: RowProps): ReactElement => {
  const { t, language } = useTranslate()
  const { added, excludedBy, waveId } = alternative
  const after = useMemo(() => applyChange(document, moveGroups(document, [group.id], waveId)).document, [document, group.id, waveId])
  const shown = added.slice(0, 8)
  return (
    <div className={classes.details}>
      {excludedBy && <Sentences proof={excludedBy} />}
      {shown.length > 0 && (
        <ul className={classes.reasons}>
          {shown.map((violation) => <li key={violation.id} data-severity={violation.severity}>{violationSentence(t, language, after, violation)}</li>)}
          {added.length > shown.length && <li>{t('violations.andMore', { count: added.length - shown.length })}</li>}
        </ul>
      )}
    </div>
  )
}

const Row = ({ document, group, alternative }: RowProps): ReactElement => {
  const { t } = useTranslate()
  const { waveById } = useLookup()
  const [open, setOpen] = useState(false)
  const wave = waveById.get(alternative.waveId ?? '') ?? null
  const name = waveName(t, wave)
  const { excludedBy, added, isCurrent, waveId } = alternative
  const hasDetails = excludedBy !== null || added.length > 0
  return (
    <li className={classes.row} data-wave={wave?.number ?? 'none'}>
      <button
        type="button" className={classes.move} disabled={isCurrent} aria-current={isCurrent || undefined}
        aria-description={isCurrent ? undefined : t('reasons.moveThere', { group: group.name, wave: name })} title={name}
        onClick={() => move(group, waveId, (hard) =>
          t('inspector.moved', { name: group.name, wave: name, hard: t('common.hardViolations', { count: hard }) }))}
      >
        <WaveChip wave={wave} short />
        {' '}
        <span className={classes.cost}>
          {isCurrent && <span>{t('reasons.current')}</span>}
          {!isCurrent && costsNothing(alternative) && <span>{t(excludedBy ? 'reasons.notAllowed' : 'reasons.costNothing')}</span>}
          {!isCurrent && <CostWords cost={alternative} />}
        </span>
      </button>
      {hasDetails && !isCurrent && (
        <button
          type="button" className={classes.unfold} aria-expanded={open} onClick={() => setOpen(!open)}
          aria-label={`${t('reasons.whyNot')}: ${name}`} title={t('reasons.whyNot')}
        >
          <IconChevronDown size={16} aria-hidden />
        </button>
      )}
      {open && hasDetails && !isCurrent && <Details document={document} group={group} alternative={alternative} />}
    </li>
  )
}

const shownAtFirst = 8

/** How much an alternative asks for: what is not allowed most, then what breaks, then the price, then the way. */
const rankOf = ({ excludedBy, hard, warnings, bridgePrice }: Alternative, far: number): readonly number[] =>
  [excludedBy ? 1 : 0, hard, warnings, bridgePrice, far]

const byRank = (a: readonly number[], b: readonly number[]): number => a.map((value, at) => value - b[at]!).find((difference) => difference !== 0) ?? 0

/** The present wave and the best ones at first: what nobody would choose is seldom asked for. */
const best = (alternatives: readonly Alternative[]): ReadonlySet<string | null> => {
  const at = Math.max(0, alternatives.findIndex(({ isCurrent }) => isCurrent))
  const ranked = alternatives.map((alternative, place) => ({
    waveId: alternative.waveId,
    rank: alternative.isCurrent || alternative.waveId === null ? [-1] : rankOf(alternative, Math.abs(place - at)),
  }))
  return new Set(ranked.toSorted((a, b) => byRank(a.rank, b.rank)).slice(0, shownAtFirst).map(({ waveId }) => waveId))
}

const Alternatives = ({ document, group, why }: Omit<RowProps, 'alternative'> & { readonly why: Why }): ReactElement => {
  const { t } = useTranslate()
  const { waveById } = useLookup()
  const [all, setAll] = useState(false)
  const isOpen = (waveId: string | null): boolean => {
    const wave = waveById.get(waveId ?? '')
    return waveId === null || (wave !== undefined && !isSettled(wave))
  }
  const open = why.alternatives.filter(({ waveId, isCurrent }) => isCurrent || isOpen(waveId))
  const first = best(open)
  const shown = all ? open : open.filter(({ waveId }) => first.has(waveId))
  const more = open.length - shown.length
  return (
    <>
      <ul className={classes.alternatives} aria-label={t('reasons.alternatives')}>
        {shown.map((alternative) => <Row key={alternative.waveId ?? ''} document={document} group={group} alternative={alternative} />)}
      </ul>
      {more > 0 && <button type="button" className={classes.more} onClick={() => setAll(true)}>{t('reasons.showAll', { count: more })}</button>}
    </>
  )
}

type Known = { readonly document: PlanDocument; readonly why: Why | null }

/**
 * What explains the group; null until it is known. Computed when the window has nothing else to do, so that no drag
 * waits for it; what was known of the plan before stays until then.
 */
const useWhy = (groupId: string): Known | null => {
  const document = usePlanDocument()
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    const id = requestIdleCallback(() => setKnown({ document, why: whyThisWave(document, groupId) }), { timeout: 1_000 })
    return () => cancelIdleCallback(id)
  }, [document, groupId])
  return known?.why?.groupId === groupId ? known : null
}

/** Why a group is in its wave: what binds it on each side, and what every other wave would cost. */
export const WhyThisWave = ({ groupId }: { readonly groupId: string }): ReactElement | null => {
  const { t } = useTranslate()
  const known = useWhy(groupId)
  if (!known?.why) return null
  const { document, why } = known
  const { groupById, scenario } = lookup(document)
  const group = groupById.get(groupId)
  if (!group || scenario.waves.length === 0) return null
  return (
    <Section title={t(why.waveId === null ? 'reasons.whyUnplanned' : 'reasons.why')}>
      <Limits why={why} />
      {!why.isSettled && <Alternatives document={document} group={group} why={why} />}
    </Section>
  )
}
