import { Button, Checkbox, SegmentedControl } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { violationSentence } from '@core/messages/violation-sentence'
import { fixesFor } from '@core/violations/fixes-for'
import type { Fix } from '@core/violations/fixes-for'
import type { Violation } from '@core/violations/violation'
import { announce } from '../app/announcer'
import { CostWords, costsNothing } from '../app/cost-words'
import { SeverityIcon } from '../app/violation-marks'
import { useTranslate } from '../i18n/use-translate'
import { stepSentence } from '../i18n/words'
import { newId } from '../new-id'
import { runChange, useEvaluation, usePlanDocument } from '../stores/plan-store'
import { focusItem, select, useViewStore } from '../stores/view-store'
import { ViolationChain } from './violation-chain'
import { ViolationsBar } from './violations-bar'
import { itemIdsOfViolation } from './violation-items'
import { useViolationsState, violationsStore } from './violations-state'
import type { ViolationFilter } from './violations-state'
import classes from './violations.module.css'

const filters: readonly ViolationFilter[] = ['all', 'hard', 'warning']

const useShown = (): readonly Violation[] => {
  const { violations } = useEvaluation()
  const { filter, ofSelection } = useViolationsState()
  const selected = useViewStore((state) => (ofSelection ? state.selection.itemIds : null))
  return useMemo(
    () => violations.filter((violation) =>
      (filter === 'all' || violation.severity === filter) &&
      (selected === null || violation.itemIds.some((id) => selected.has(id)))),
    [violations, filter, selected],
  )
}

/** What a fix changes beside the violation that it mends. */
const FixCost = ({ cost }: Pick<Fix, 'cost'>): ReactElement => {
  const { t } = useTranslate()
  return <small className={classes.cost}>{costsNothing(cost) ? t('reasons.costNothingElse') : <CostWords cost={cost} />}</small>
}

/** Worked out only when a violation is opened: each fix was tried on the whole plan before it is offered. */
const Fixes = ({ violation }: { readonly violation: Violation }): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const fixes = useMemo(() => fixesFor(document, violation, newId), [document, violation])
  const apply = (fix: Fix): void => {
    runChange(fix.label, fix.change)
    announce(t('shell.fixed', { step: stepSentence(t, fix.label) }))
  }
  if (fixes.length === 0) return <p className={classes.quiet}>{t('shell.fixesNone')}</p>
  return (
    <div className={classes.fixes} data-fixes role="group" aria-label={t('shell.fixes')}>
      {fixes.map((fix, index) => (
        <Button
          key={index} size="compact-sm" variant="default" classNames={{ label: classes.fix }}
          onClick={(event) => {
            event.stopPropagation()
            apply(fix)
          }}
        >
          {stepSentence(t, fix.label)}{' '}
          <FixCost cost={fix.cost} />
        </Button>
      ))}
    </div>
  )
}

const Row = ({ violation, open, walk }: {
  readonly violation: Violation
  readonly open: boolean
  readonly walk: (event: KeyboardEvent) => void
}): ReactElement => {
  const { t, language } = useTranslate()
  const document = usePlanDocument()
  const hard = violation.severity === 'hard'
  const Chevron = open ? IconChevronDown : IconChevronRight
  const choose = (): void => {
    const ids = itemIdsOfViolation(document, violation)
    const [first] = violation.itemIds.length > 0 ? violation.itemIds : ids
    select(ids)
    if (first !== undefined) focusItem(first)
    violationsStore.setState({ openedId: open ? null : violation.id })
  }
  return (
    <>
      <button type="button" className={classes.line} onClick={choose} onKeyDown={walk} aria-expanded={open}>
        <span className={hard ? classes.hard : classes.warning}>
          <SeverityIcon severity={violation.severity} size={16} /> {t(hard ? 'common.hard' : 'common.warning')}
        </span>
        <span className={classes.sentence}>{violationSentence(t, language, document, violation)}</span>
        <Chevron size={16} aria-hidden />
      </button>
      {open && <ViolationChain violation={violation} />}
      {open && <Fixes violation={violation} />}
    </>
  )
}

/** All of it is brought into sight; where there is no room for all, its fixes are, below its sentence. */
const showOpened = (scroller: HTMLElement): void => {
  const opened = scroller.querySelector<HTMLElement>('li:has([aria-expanded="true"])')
  const line = opened?.querySelector('button')
  const fixes = opened?.querySelector('[data-fixes]')
  opened?.scrollIntoView({ block: 'nearest' })
  if (!opened || !line || !fixes || opened.offsetHeight <= scroller.clientHeight) return
  scroller.scrollBy({ top: fixes.getBoundingClientRect().top - scroller.getBoundingClientRect().top - line.offsetHeight })
}

const Rows = ({ violations }: { readonly violations: readonly Violation[] }): ReactElement => {
  const { t } = useTranslate()
  const { openedId } = useViolationsState()
  const scroller = useRef<HTMLDivElement>(null)
  // eslint-disable-next-line react-hooks/incompatible-library -- we build without React's compiler
  const rows = useVirtualizer({
    count: violations.length, getScrollElement: () => scroller.current, estimateSize: () => 34, overscan: 6,
    getItemKey: (index) => violations[index]?.id ?? index,
  })
  // What grows above what is seen pushes nothing away; what is opened grows in its place.
  rows.shouldAdjustScrollPositionOnItemSizeChange = ({ key, start }, _, { scrollOffset }) => key !== openedId && start < (scrollOffset ?? 0)
  useEffect(() => {
    if (scroller.current) showOpened(scroller.current)
  }, [openedId])
  const walkFrom = (index: number) => (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = Math.max(0, Math.min(violations.length - 1, index + step))
    rows.scrollToIndex(next)
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"] button`)?.focus())
  }
  return (
    <div className={classes.rows} ref={scroller} role="region" aria-label={t('shell.violations')} tabIndex={0}>
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((item) => {
          const violation = violations[item.index]
          if (!violation) return null
          return (
            <li
              key={item.key} ref={rows.measureElement} data-index={item.index} data-violation={violation.type}
              aria-setsize={violations.length} aria-posinset={item.index + 1} style={{ transform: `translateY(${item.start}px)` }}
            >
              <Row violation={violation} open={violation.id === openedId} walk={walkFrom(item.index)} />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

const Notices = (): ReactElement | null => {
  const { t } = useTranslate()
  const { notices } = useEvaluation()
  const count = notices.reduce((sum, notice) => sum + notice.waveIds.length, 0)
  const [hidden, setHidden] = useState(false)
  if (count === 0 || hidden) return null
  return (
    <p className={classes.notice}>
      {t('shell.undatedNotice', { count })}{' '}
      <button type="button" onClick={() => setHidden(true)}>{t('common.close')}</button>
    </p>
  )
}

/** Everything that is wrong with the plan, each with what can be done about it. */
export const ViolationsList = (): ReactElement => {
  const { t } = useTranslate()
  const { filter, ofSelection } = useViolationsState()
  const { hard, warnings } = useEvaluation()
  const shown = useShown()
  const labels = { all: 'shell.violationsFilterAll', hard: 'shell.violationsFilterHard', warning: 'shell.violationsFilterWarnings' } as const
  return (
    <section className={classes.panel} aria-label={t('shell.violations')}>
      <ViolationsBar>
        <Checkbox
          size="xs" label={t('shell.violationsOfSelection')} checked={ofSelection}
          onChange={(event) => violationsStore.setState({ ofSelection: event.currentTarget.checked })}
        />
        <SegmentedControl
          size="xs" value={filter} aria-label={t('inventory.filter')}
          onChange={(value) => violationsStore.setState({ filter: filters.find((one) => one === value) ?? 'all' })}
          data={filters.map((value) => ({ value, label: t(labels[value]) }))}
        />
      </ViolationsBar>
      <Notices />
      {hard + warnings > 0 && shown.length === 0 && <p className={classes.quiet}>{t('shell.violationsNoneShown')}</p>}
      <Rows violations={shown} />
    </section>
  )
}
