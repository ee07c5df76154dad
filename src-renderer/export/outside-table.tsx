import type { ReactElement } from 'react'
import { isIsoDay } from '@core/plan/dates'
import type { OutsideEdit, RowWords } from '@core/workbook/packages/outside-edits'
import { useTranslate } from '../i18n/use-translate'
import { useMore } from './use-more'
import page from '../ui/page.module.css'
import plain from '../ui/plain-table.module.css'
import classes from './exchange-view.module.css'

const changeKeys = { 'row-added': 'export.rowAdded', 'row-gone': 'export.rowRemoved', 'sheet-gone': 'export.sheetRemoved' } as const

/** Days are kept as ISO text, and read as the rest of the program writes them. */
const useCellText = (): ((text: string) => string) => {
  const { formatDate } = useTranslate()
  return (text) => (isIsoDay(text) ? formatDate(text) : text)
}

const Says = ({ words }: { readonly words: RowWords }): ReactElement => {
  const cellText = useCellText()
  return (
    <dl className={classes.words}>
      {words.map(([heading, text], index) => <div key={index}><dt>{heading}</dt><dd>{cellText(text)}</dd></div>)}
    </dl>
  )
}

const OutsideRow = ({ edit }: { readonly edit: OutsideEdit }): ReactElement => {
  const { t } = useTranslate()
  const cellText = useCellText()
  const line = 'line' in edit ? t('export.outsideLine', { line: edit.line }) : ''
  return (
    <tr>
      <td>{edit.sheet}</td>
      <td>{edit.row || <span className={page.quiet}>{line}</span>}</td>
      <td>{edit.type === 'cell' ? edit.heading : <span className={page.quiet}>{t(changeKeys[edit.type])}</span>}</td>
      <td className={classes.said}>
        {edit.type === 'cell' && cellText(edit.sent)}
        {edit.type === 'row-gone' && <Says words={edit.says} />}
      </td>
      <td className={classes.said}>
        {edit.type === 'cell' && (edit.lacksResult ? <span className={page.quiet}>{t('export.noResult')}</span> : cellText(edit.now))}
        {edit.type === 'row-added' && <Says words={edit.says} />}
      </td>
    </tr>
  )
}

/** What was changed beside the answers, to be read and never taken. */
export const OutsideEdits = ({ edits }: { readonly edits: readonly OutsideEdit[] }): ReactElement | null => {
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
          <tbody>{shown.map((edit, index) => <OutsideRow key={index} edit={edit} />)}</tbody>
        </table>
      </div>
      {more}
    </section>
  )
}
