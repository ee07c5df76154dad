import { Button } from '@mantine/core'
import { IconAlertTriangle, IconFileImport } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { isAcceptable } from '@core/workbook/packages/answers'
import type { ReturnedPackage } from '@core/workbook/packages/returned-package'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { Answers } from './answers-table'
import { openReturned, takeAnswers } from './exchange-flow'
import { setExchange, useExchange } from './exchange-state'
import { OutsideEdits } from './outside-table'
import page from '../ui/page.module.css'
import classes from './exchange-view.module.css'

const Warned = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <p className={classes.warned} role="note"><IconAlertTriangle size={16} aria-hidden /> {children}</p>
)

const Returned = ({ returned }: { readonly returned: ReturnedPackage }): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const accepted = useExchange((state) => state.accepted)
  const count = returned.answers.filter((answer) => accepted.has(answer.key) && isAcceptable(answer)).length
  const { supplier, sentOn, returnedOn } = returned.exchange
  return (
    <>
      <div className={classes.bar}>
        <h1>{t('export.returnedFrom', { supplier, day: sentOn })}</h1>
        <Button variant="subtle" onClick={() => setExchange({ returned: null })}>{t('common.cancel')}</Button>
        {/* What takes nothing must not look like the way on. */}
        <Button variant={count > 0 ? 'filled' : 'default'} onClick={() => takeAnswers(document)}>
          {count > 0 ? t('export.take', { count }) : t('export.takeNone')}
        </Button>
      </div>
      {returned.isKeyLost && <Warned>{t('export.keyLost', { day: sentOn })}</Warned>}
      {returnedOn !== undefined && <Warned>{t('export.returnedBefore', { day: returnedOn })}</Warned>}
      <Answers answers={returned.answers} />
      <OutsideEdits edits={returned.outside} />
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
