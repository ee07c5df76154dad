import { Button } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { useEvaluation, useLookup, usePlanDocument } from '../../stores/plan-store'
import { Notice } from '../../ui/notice'
import { FocusCanvas } from './focus-canvas'
import { FocusContext } from './focus-context'
import { focusElements, type FocusElements } from './focus-elements'
import { focusMarks } from './focus-marks'
import { mostSeconds } from './focus-run'
import { focusBack, type FocusQuestion } from './focus-store'
import { FocusToolbar } from './focus-toolbar'
import { pictureSentence } from './focus-words'
import { PathList } from './path-list'
import { useFocusPicture, type FocusOutcome } from './use-focus-picture'
import styles from './focus.module.css'

const nothing: FocusElements = { nodes: [], lines: [] }

const outcomeWords = (t: ReturnType<typeof useTranslate>['t'], outcome: FocusOutcome): string => {
  switch (outcome.type) {
    case 'late': return t('focus.late', { seconds: mostSeconds })
    case 'failed': return t('focus.failed', { reason: outcome.reason })
    case 'stopped': return t('focus.stopped')
    case 'gone': return t('focus.gone')
    case 'incomplete': return t('focus.chooseBoth')
    case 'waiting':
    case 'answer': return ''
  }
}

const useElements = (question: FocusQuestion, outcome: FocusOutcome): FocusElements => {
  const document = usePlanDocument()
  const found = useLookup()
  const evaluation = useEvaluation()
  return useMemo(() => {
    if (outcome.type !== 'answer') return nothing
    const roots = new Set(question.kind === 'around' ? question.itemIds : [question.fromId ?? '', question.toId ?? ''])
    return focusElements({ document, found, evaluation, roots }, outcome.picture, outcome.layout)
  }, [document, found, evaluation, question, outcome])
}

const pathIds = (outcome: FocusOutcome, place: number | null, idOf: (item: number) => string): readonly string[] | null => {
  if (outcome.type !== 'answer' || outcome.picture.answer.kind !== 'paths' || place === null) return null
  return outcome.picture.answer.paths[place]?.map(idOf) ?? null
}

/** Out of the fields of the toolbar, too, Escape leads a step back; first it closes the list that is open there. */
const onEscape = (event: KeyboardEvent): void => {
  if (event.key !== 'Escape' || event.defaultPrevented) return
  if (event.target instanceof Element && event.target.closest('[aria-expanded=true], [data-expanded]') === null) focusBack()
}

/** A small layered graph of its own, with a way back. */
export const FocusView = ({ question }: { readonly question: FocusQuestion }): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const found = useLookup()
  const body = useRef<HTMLDivElement>(null)
  const { outcome, size, isWaiting, cancel } = useFocusPicture(question, body)
  const elements = useElements(question, outcome)
  const [pointedAt, setPointedAt] = useState<string | null>(null)
  const [current, setCurrent] = useState<string | null>(null)
  const [chosen, setChosen] = useState<{ readonly question: FocusQuestion; readonly place: number | null }>({ question, place: null })
  const place = chosen.question === question ? chosen.place : null
  const path = useMemo(() => pathIds(outcome, place, (item) => document.estate.items[item]?.id ?? ''), [outcome, place, document])
  const marks = useMemo(() => focusMarks(elements, path, pointedAt, current, question.kind === 'around'), [elements, path, pointedAt, current, question])
  const paths = outcome.type === 'answer' && outcome.picture.answer.kind === 'paths' ? outcome.picture.answer.paths : []
  const isNotice = outcome.type !== 'answer' && outcome.type !== 'waiting'
  const words = outcome.type === 'answer' ? pictureSentence(t, found, question, outcome.picture) : outcomeWords(t, outcome)
  return (
    <FocusContext.Provider value={marks}>
      <section className={styles.view} onKeyDown={onEscape} data-focus={question.kind} data-shown={(!isWaiting && outcome.type === 'answer') || undefined}>
        <FocusToolbar question={question} />
        <div className={styles.status}>
          <p role="status" className={isNotice ? 'ww-hidden' : undefined}>{words}</p>
          {isWaiting && <span className={styles.working}>{t('focus.working')}<Button variant="subtle" size="compact-sm" onClick={cancel}>{t('focus.cancel')}</Button></span>}
        </div>
        <div className={styles.body} ref={body}>
          {paths.length > 0 && <PathList paths={paths} chosen={place} onChoose={(next) => setChosen({ question, place: next })} />}
          {isNotice && (
            <div className={styles.notice}><Notice icon={<IconRoute size={40} stroke={1.4} aria-hidden />} title={words} hint={outcome.type === 'incomplete' ? t('focus.chooseHint') : undefined} /></div>
          )}
          {outcome.type === 'answer' && (
            <FocusCanvas
              question={question} layout={outcome.layout} elements={elements} sentence={words} size={size}
              current={current} setCurrent={setCurrent} onPoint={setPointedAt}
            />
          )}
        </div>
      </section>
    </FocusContext.Provider>
  )
}
