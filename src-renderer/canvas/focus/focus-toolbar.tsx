import { ActionIcon, Button, SegmentedControl, Tooltip } from '@mantine/core'
import { IconArrowLeft, IconArrowsExchange, IconMaximize, IconMinus, IconPlus, IconX } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { OneItemPicker } from '../../find/one-item-picker'
import { useTranslate } from '../../i18n/use-translate'
import { viewStore } from '../../stores/view-store'
import { changeFocus, focusBack, leaveFocus, maxHops, useFocusDepth, type FocusDirection, type FocusQuestion } from './focus-store'
import shared from '../canvas.module.css'
import styles from './focus.module.css'

export type Zoom = (how: 'in' | 'out' | 'fit') => void

type AroundQuestion = Extract<FocusQuestion, { kind: 'around' }>
type PathsQuestion = Extract<FocusQuestion, { kind: 'paths' }>

const Tool = ({ label, run, children }: { readonly label: string; readonly run: () => void; readonly children: ReactNode }): ReactElement => (
  <Tooltip label={label}>
    <ActionIcon variant="default" size="lg" aria-label={label} onClick={run}>{children}</ActionIcon>
  </Tooltip>
)

const AroundTools = ({ question }: { readonly question: AroundQuestion }): ReactElement => {
  const { t } = useTranslate()
  return (
    <>
      <SegmentedControl
        size="sm" aria-label={t('focus.direction')} value={question.direction}
        onChange={(direction) => changeFocus({ ...question, direction: direction as FocusDirection })}
        data={[
          { value: 'needed-by', label: t('focus.neededBy') },
          { value: 'both', label: t('focus.both') },
          { value: 'needs', label: t('focus.needs') },
        ]}
      />
      <span className={styles.label} data-optional>{t('focus.hops')}</span>
      <SegmentedControl
        size="sm" aria-label={t('focus.hops')} value={String(question.hops)}
        onChange={(hops) => changeFocus({ ...question, hops: Number(hops) })}
        data={Array.from({ length: maxHops }, (_, index) => String(index + 1))}
      />
    </>
  )
}

const PathsTools = ({ question }: { readonly question: PathsQuestion }): ReactElement => {
  const { t } = useTranslate()
  const { fromId, toId } = question
  return (
    <>
      <span className={styles.label}>{t('focus.from')}</span>
      <OneItemPicker label={t('focus.from')} itemId={fromId} isFirst={fromId === null} onChoose={(id) => changeFocus({ ...question, fromId: id })} />
      <Tool label={t('focus.swap')} run={() => changeFocus({ kind: 'paths', fromId: toId, toId: fromId })}><IconArrowsExchange size={18} aria-hidden /></Tool>
      <span className={styles.label}>{t('focus.to')}</span>
      {/* Anew once the other end is chosen: then it takes the keyboard, and one writes on. */}
      <OneItemPicker key={fromId === null ? 'later' : 'now'} label={t('focus.to')} itemId={toId} isFirst={fromId !== null && toId === null} onChoose={(id) => changeFocus({ ...question, toId: id })} />
    </>
  )
}

/** The other kind of question about the same items. */
const asKind = (question: FocusQuestion, kind: string): FocusQuestion => {
  if (question.kind === kind) return question
  if (question.kind === 'around') return { kind: 'paths', fromId: question.itemIds[0] ?? null, toId: question.itemIds[1] ?? null }
  const ids = [question.fromId, question.toId].filter((id) => id !== null)
  return { kind: 'around', itemIds: ids.length > 0 ? ids : [...viewStore.getState().selection.itemIds], hops: 1, direction: 'both' }
}

/** In the corner of the picture. */
export const ZoomTools = ({ zoom }: { readonly zoom: Zoom }): ReactElement => {
  const { t } = useTranslate()
  return (
    <div className={styles.zoom}>
      <Tool label={t('focus.zoomIn')} run={() => zoom('in')}><IconPlus size={18} aria-hidden /></Tool>
      <Tool label={t('focus.zoomOut')} run={() => zoom('out')}><IconMinus size={18} aria-hidden /></Tool>
      <Tool label={t('focus.fit')} run={() => zoom('fit')}><IconMaximize size={18} aria-hidden /></Tool>
    </div>
  )
}

export const FocusToolbar = ({ question }: { readonly question: FocusQuestion }): ReactElement => {
  const { t } = useTranslate()
  const depth = useFocusDepth()
  return (
    <div className={shared.toolbar} role="toolbar" aria-label={t('focus.label')}>
      {depth > 1 && <Button variant="default" size="sm" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={focusBack}>{t('focus.back')}</Button>}
      {depth > 1
        ? <Tool label={t('focus.wholeEstate')} run={leaveFocus}><IconX size={18} aria-hidden /></Tool>
        : <Button variant="default" size="sm" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={leaveFocus}>{t('focus.wholeEstate')}</Button>}
      <SegmentedControl
        size="sm" aria-label={t('focus.what')} value={question.kind} onChange={(kind) => changeFocus(asKind(question, kind))}
        data={[{ value: 'around', label: t('focus.around') }, { value: 'paths', label: t('focus.paths') }]}
      />
      {question.kind === 'around' ? <AroundTools question={question} /> : <PathsTools question={question} />}
    </div>
  )
}
