import { Button, Checkbox } from '@mantine/core'
import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactElement } from 'react'
import type { CellValue } from '@core/estate/item'
import type { MessageKey } from '@core/messages/translator'
import { answerChoices, type AnswerField } from '@core/workbook/packages/answer-columns'
import { isAcceptable, withToggled, type Answer, type OutsideEdit, type ReturnedPackage } from '@core/workbook/packages/returned-package'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { openReturned, takeAnswers } from './exchange-flow'
import { setExchange, useExchange } from './exchange-state'
import page from '../ui/page.module.css'
import plain from '../ui/plain-table.module.css'
import classes from './exchange-view.module.css'

const fieldKeys: Readonly<Record<AnswerField, MessageKey>> = {
  answer: 'export.fieldAnswer', confirmedDate: 'export.fieldConfirmedDate', effort: 'export.fieldEffort', price: 'export.fieldPrice',
  comment: 'export.fieldComment',
}
const problemKeys: Readonly<Record<NonNullable<Answer['problem']>, MessageKey>> = {
  doubtful: 'export.problemDoubtful', several: 'export.problemSeveral', 'item-gone': 'export.problemGone', unreadable: 'export.problemUnreadable', negative: 'export.problemNegative',
  'not-listed': 'export.problemNotListed', 'outside-wave': 'export.problemOutsideWave',
}

const firstRows = 200

const useValueText = (): ((field: AnswerField, value: CellValue) => string) => {
  const { formatDate, formatNumber } = useTranslate()
  return (field, value) => {
    if (typeof value === 'number') return formatNumber(value, 2)
    return field === 'confirmedDate' && /^\d{4}-\d{2}-\d{2}$/.test(String(value)) ? formatDate(String(value)) : String(value)
  }
}

const AnswerRow = ({ answer, answers }: { readonly answer: Answer; readonly answers: readonly Answer[] }): ReactElement => {
  const { t, language } = useTranslate()
  const text = useValueText()
  const choices = answerChoices(language).join(', ')
  const accepted = useExchange((state) => state.accepted)
  const field = t(fieldKeys[answer.field])
  return (
    <tr>
      <td>
        <Checkbox
          aria-label={t('export.accept', { field, item: answer.itemName })} checked={accepted.has(answer.key)} disabled={!isAcceptable(answer)}
          onChange={() => setExchange({ accepted: withToggled(accepted, answers, answer) })}
        />
      </td>
      <td>{answer.itemName}</td>
      <td>{field}</td>
      <td>{answer.before === undefined ? <span className={page.quiet}>{t('export.nothingYet')}</span> : text(answer.field, answer.before)}</td>
      <td>
        <strong>{text(answer.field, answer.value)}</strong>
        {answer.problem && <span className={classes.problem}><IconAlertTriangle size={15} aria-hidden /> {t(problemKeys[answer.problem], { choices, written: answer.written ?? '' })}</span>}
      </td>
    </tr>
  )
}

/** The first rows, and more when they are asked for. */
const useMore = <T,>(rows: readonly T[]): { readonly shown: readonly T[]; readonly more: ReactElement | null } => {
  const { t } = useTranslate()
  const [count, setCount] = useState(firstRows)
  const left = rows.length - count
  const more = left > 0
    ? <Button variant="default" size="compact-sm" onClick={() => setCount(count + firstRows * 5)}>{t('common.showMore', { count: left })}</Button>
    : null
  return { shown: rows.slice(0, count), more }
}

const Answers = ({ answers }: { readonly answers: readonly Answer[] }): ReactElement => {
  const { t } = useTranslate()
  const { shown, more } = useMore(answers)
  if (answers.length === 0) return <p className={page.lead}>{t('export.answersNone')}</p>
  // What only a person can decide between is left to them.
  const all = new Set(answers.filter((answer) => isAcceptable(answer) && answer.problem !== 'several').map((answer) => answer.key))
  return (
    <>
      <div className={classes.bar}>
        <h2>{t('export.answers', { count: answers.length })}</h2>
        <Button variant="default" size="compact-sm" onClick={() => setExchange({ accepted: all })}>{t('export.acceptAll')}</Button>
        <Button variant="default" size="compact-sm" onClick={() => setExchange({ accepted: new Set() })}>{t('export.declineAll')}</Button>
      </div>
      <div className={plain.box}>
        <table className={plain.table}>
          <thead>
            <tr>
              <th scope="col"><span className="ww-hidden">{t('export.acceptAll')}</span></th>
              <th scope="col">{t('export.item')}</th><th scope="col">{t('export.field')}</th>
              <th scope="col">{t('export.inPlan')}</th><th scope="col">{t('export.theirAnswer')}</th>
            </tr>
          </thead>
          <tbody>{shown.map((answer) => <AnswerRow key={answer.key} answer={answer} answers={answers} />)}</tbody>
        </table>
      </div>
      {more}
    </>
  )
}

const Outside = ({ edits }: { readonly edits: readonly OutsideEdit[] }): ReactElement | null => {
  const { t } = useTranslate()
  const { shown, more } = useMore(edits)
  if (edits.length === 0) return null
  return (
    <section aria-label={t('export.outside', { count: edits.length })}>
      <div className={classes.bar}><h2>{t('export.outside', { count: edits.length })}</h2></div>
      <p className={page.lead}>{t('export.outsideLead')}</p>
      <div className={plain.box}>
        <table className={plain.table}>
          <thead>
            <tr>
              <th scope="col">{t('export.outsideSheet')}</th><th scope="col">{t('export.outsideRow')}</th><th scope="col">{t('export.field')}</th>
              <th scope="col">{t('export.outsideSent')}</th><th scope="col">{t('export.outsideNow')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((edit, index) => (
              <tr key={index}>
                <td>{edit.sheet}</td><td>{edit.row}</td>
                <td>{edit.heading ?? <span className={page.quiet}>{t(edit.now === '' ? 'export.rowRemoved' : 'export.rowAdded')}</span>}</td>
                <td>{edit.sent}</td><td>{edit.now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </section>
  )
}

const Returned = ({ returned }: { readonly returned: ReturnedPackage }): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const accepted = useExchange((state) => state.accepted)
  const count = returned.answers.filter((answer) => accepted.has(answer.key) && isAcceptable(answer)).length
  const { supplier, sentOn } = returned.exchange
  return (
    <>
      <div className={classes.bar}>
        <h1>{t('export.returnedFrom', { supplier, day: sentOn })}</h1>
        <Button variant="subtle" onClick={() => setExchange({ returned: null })}>{t('common.cancel')}</Button>
        <Button onClick={() => takeAnswers(document)}>{count > 0 ? t('export.take', { count }) : t('export.takeNone')}</Button>
      </div>
      <Answers answers={returned.answers} />
      <Outside edits={returned.outside} />
    </>
  )
}

/** A package that came back: its answers to accept one by one, and what else was changed in it. */
export const ReturnSection = (): ReactElement => {
  const { t } = useTranslate()
  const returned = useExchange((state) => state.returned)
  return (
    <div className={page.scroll} tabIndex={0} role="region" aria-label={t('export.back')}>
      {returned ? <Returned returned={returned} /> : (
        <div className={classes.empty}>
          <IconFileImport size={34} stroke={1.3} aria-hidden />
          <p className={page.lead}>{t('export.backLead')}</p>
          <Button onClick={() => void openReturned()}>{t('export.openReturned')}</Button>
        </div>
      )}
    </div>
  )
}
