import type { ReactElement } from 'react'
import { violationSentence } from '@core/messages/violation-sentence'
import type { Violation } from '@core/violations/violation'
import { SeverityIcon } from '../app/violation-marks'
import { useTranslate } from '../i18n/use-translate'
import { useEvaluation, usePlanDocument } from '../stores/plan-store'
import { showViolations, violationsStore } from '../violations/violations-state'
import { LongList, Section } from './section'
import classes from './inspector.module.css'

const show = (violation: Violation): void => {
  showViolations('all')
  violationsStore.setState({ openedId: violation.id })
}

const ViolationRow = ({ violation }: { readonly violation: Violation }): ReactElement => {
  const { t, language } = useTranslate()
  const document = usePlanDocument()
  const hard = violation.severity === 'hard'
  return (
    <li className={hard ? classes.hard : classes.warning}>
      <SeverityIcon severity={violation.severity} size={15} label={t(hard ? 'common.hard' : 'common.warning')} />
      <button type="button" className={classes.sentence} onClick={() => show(violation)} title={t('shell.showFixes')}>
        {violationSentence(t, language, document, violation)}
      </button>
    </li>
  )
}

/** The violations in which an item or a group takes part; nothing at all where there are none. */
export const ViolationsOf = ({ itemId, groupId }: { readonly itemId?: string; readonly groupId?: string }): ReactElement | null => {
  const { t } = useTranslate()
  const { violationsByItemId, violationsByGroupId } = useEvaluation()
  const violations = (itemId === undefined ? violationsByGroupId.get(groupId ?? '') : violationsByItemId.get(itemId)) ?? []
  if (violations.length === 0) return null
  return (
    <Section title={t('inspector.violations')} count={violations.length}>
      <LongList rows={violations} render={(violation) => <ViolationRow key={violation.id} violation={violation} />} />
    </Section>
  )
}
