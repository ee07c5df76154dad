import { useMemo } from 'react'
import type { ReactElement } from 'react'
import { chainSentences } from '@core/messages/reason-sentence-conflict'
import { violationChain } from '@core/planning/reasons/violation-chain'
import type { Violation } from '@core/violations/violation'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import classes from './violation-chain.module.css'

/**
 * Which dependencies and rules force what a violation names together, in order or out of its wave. Nothing where the
 * violation says it all. Worked out when it is shown: show it for a violation that is opened, and no other.
 */
export const ViolationChain = ({ violation }: { readonly violation: Violation }): ReactElement | null => {
  const { t, language } = useTranslate()
  const document = usePlanDocument()
  const chain = useMemo(() => violationChain(document, violation), [document, violation])
  const sentences = chainSentences(t, language, document, chain)
  if (sentences.length === 0) return null
  return (
    <div className={classes.chain}>
      <strong>{t('reasons.behind')}</strong>
      <ul aria-label={t('reasons.behind')} className={classes.sentences}>
        {sentences.map((sentence) => <li key={sentence}>{sentence}</li>)}
      </ul>
    </div>
  )
}
