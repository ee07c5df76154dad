import { Button } from '@mantine/core'
import type { ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { focusBack, type FocusQuestion } from './focus-store'

/** A small layered graph of its own, with a way back. */
export const FocusView = ({ question }: { readonly question: FocusQuestion }): ReactElement => {
  const { t } = useTranslate()
  return <section data-focus={question.kind}><Button variant="default" onClick={focusBack}>{t('graph.wholeEstate')}</Button></section>
}
