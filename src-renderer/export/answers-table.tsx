import { Button, Checkbox } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { CellValue } from '@core/estate/item'
import type { MessageKey } from '@core/messages/translator'
import { isIsoDay } from '@core/plan/dates'
import { answerChoices, type AnswerField } from '@core/workbook/packages/answer-columns'
import { isAcceptable, isWithoutDoubt, withToggled, type Answer, type AnswerProblem } from '@core/workbook/packages/answers'
import { longestInput } from '@core/workbook/workbook-model'
import { useTranslate } from '../i18n/use-translate'
import { setExchange, useExchange } from './exchange-state'
import { useMore } from './use-more'
import page from '../ui/page.module.css'
import plain from '../ui/plain-table.module.css'
import classes from './exchange-view.module.css'

const fieldKeys: Readonly<Record<AnswerField, MessageKey>> = {
  answer: 'export.fieldAnswer', confirmedDate: 'export.fieldConfirmedDate', effort: 'export.fieldEffort', price: 'export.fieldPrice',
  comment: 'export.fieldComment',
}
const problemKeys: Readonly<Record<AnswerProblem, MessageKey>> = {
  doubtful: 'export.problemDoubtful', several: 'export.problemSeveral', 'item-gone': 'export.problemGone',
  'no-result': 'export.problemNoResult', unreadable: 'export.problemUnreadable', negative: 'export.problemNegative',
  'not-listed': 'export.problemNotListed', 'too-long': 'export.problemTooLong', 'outside-wave': 'export.problemOutsideWave',
}

/** Characters, about ten lines. */
const longestInSight = 500

const useValueText = (): ((field: AnswerField, value: CellValue) => string) => {
  const { formatDate, formatNumber } = useTranslate()
  return (field, value) => {
    if (typeof value === 'number') return formatNumber(value, 2)
    return field === 'confirmedDate' && isIsoDay(String(value)) ? formatDate(String(value)) : String(value)
  }
}

const Doubt = ({ sentence }: { readonly sentence: string }): ReactElement => (
  <span className={classes.problem}><IconAlertTriangle size={15} aria-hidden /> {sentence}</span>
)

/** A long one scrolls in a box of its own, so that the others stay in sight; nothing of it is cut. */
const Comment = ({ answer, name }: { readonly answer: Answer; readonly name: string }): ReactElement => {
  const words = String(answer.value)
  return words.length > longestInSight
    ? <div className={classes.longComment} tabIndex={0} role="region" aria-label={name}>{words}</div>
    : <span>{words}</span>
}

const AnswerRow = ({ answer, answers }: { readonly answer: Answer; readonly answers: readonly Answer[] }): ReactElement => {
  const { t, language } = useTranslate()
  const text = useValueText()
  const accepted = useExchange((state) => state.accepted)
  const field = t(fieldKeys[answer.field])
  const details = { choices: answerChoices(language).join(', '), written: answer.written ?? '', longest: longestInput }
  return (
    <tr data-refused={!isAcceptable(answer) || undefined}>
      <td>
        <Checkbox
          aria-label={t('export.accept', { field, item: answer.itemName })} checked={accepted.has(answer.key)} disabled={!isAcceptable(answer)}
          onChange={() => setExchange({ accepted: withToggled(accepted, answers, answer) })}
        />
      </td>
      <td>{answer.itemName}</td>
      <td>{field}</td>
      <td className={classes.said}>
        {answer.before === undefined ? <span className={page.quiet}>{t('export.nothingYet')}</span> : text(answer.field, answer.before)}
      </td>
      <td className={classes.said}>
        {answer.field === 'comment' ? <Comment answer={answer} name={t('export.fieldOf', { field, item: answer.itemName })} /> : <strong>{text(answer.field, answer.value)}</strong>}
        {answer.isResult && <Doubt sentence={t('export.isResult')} />}
        {answer.problem && <Doubt sentence={t(problemKeys[answer.problem], details)} />}
      </td>
    </tr>
  )
}

/** For all at once: those that are in doubt are left as they are. */
const AcceptButtons = ({ answers }: { readonly answers: readonly Answer[] }): ReactElement => {
  const { t } = useTranslate()
  const accepted = useExchange((state) => state.accepted)
  const certain = answers.filter(isWithoutDoubt).map(({ key }) => key)
  return (
    <>
      {certain.length > 0 && (
        <Button
          variant="default" size="compact-sm" disabled={certain.every((key) => accepted.has(key))}
          onClick={() => setExchange({ accepted: new Set([...accepted, ...certain]) })}
        >
          {t('export.acceptCertain', { count: certain.length })}
        </Button>
      )}
      <Button variant="default" size="compact-sm" disabled={accepted.size === 0} onClick={() => setExchange({ accepted: new Set() })}>
        {t('export.declineAll')}
      </Button>
    </>
  )
}

/** The answers of a returned package, each to accept or not. */
export const Answers = ({ answers }: { readonly answers: readonly Answer[] }): ReactElement => {
  const { t } = useTranslate()
  const { shown, more } = useMore(answers)
  if (answers.length === 0) return <p className={page.lead}>{t('export.answersNone')}</p>
  return (
    <>
      <div className={classes.bar}>
        <h2>{t('export.answers', { count: answers.length })}</h2>
        <AcceptButtons answers={answers} />
      </div>
      <p className={page.lead}>{t('export.answersLead')}</p>
      <div className={plain.box}>
        <table className={plain.table}>
          <thead>
            <tr>
              <th scope="col"><span className="ww-hidden">{t('export.acceptColumn')}</span></th>
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
