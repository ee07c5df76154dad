import { IconChevronDown, IconChevronRight, IconDots } from '@tabler/icons-react'
import { memo } from 'react'
import type { ReactElement } from 'react'
import type { Translate } from '@core/messages/translator'
import { SeverityCounts } from '../app/violation-marks'
import { useTranslate } from '../i18n/use-translate'
import type { LaneKey, Row } from './board-model'
import { useBoardState } from './board-state'
import { KindIcon } from '../items/kind-icon'
import { useRowElement } from './use-row'
import classes from './row-card.module.css'

export type RowProps<Type extends Row['type']> = {
  readonly lane: LaneKey
  readonly row: Extract<Row, { type: Type }>
  readonly hard: number
  readonly warnings: number
  readonly selected: boolean
  readonly open: boolean
  /** Counted from 1 within the cards of the lane, or the items of the card. */
  readonly place: number
  readonly count: number
}

export const violationWords = (t: Translate, hard: number, warnings: number): readonly string[] => [
  ...(hard > 0 ? [t('waves.hard', { count: hard })] : []),
  ...(warnings > 0 ? [t('waves.warnings', { count: warnings })] : []),
]

const Criticality = ({ level }: { readonly level: number | null }): ReactElement | null => {
  const { t } = useTranslate()
  if (level === null) return null
  return (
    <span className={classes.level} data-level={level} title={t('waves.criticality', { level })}>
      {t('waves.criticalityShort', { level })}
    </span>
  )
}

type CardProps = RowProps<'card'> & {
  /** How many of its items are selected, where not all are. */
  readonly inPart: number
}

const cardLabel = (t: Translate, { row, hard, warnings, inPart }: CardProps, effort: string): string =>
  [
    row.group.name,
    t('common.items', { count: row.facts.items.length }),
    t('common.personDays', { count: row.facts.effort, figure: effort }),
    ...(row.facts.criticality === null ? [] : [t('waves.criticality', { level: row.facts.criticality })]),
    ...violationWords(t, hard, warnings),
    ...(inPart > 0 ? [t('waves.someSelected', { count: inPart })] : []),
  ].join(', ')

/** A move group. One of a single item is one line. */
export const GroupCard = memo(function GroupCard(props: CardProps): ReactElement {
  const { lane, row, selected, inPart, open, place, count } = props
  const { t, formatNumber } = useTranslate()
  const { ref, isCursor } = useRowElement(lane, row)
  const joins = useBoardState(({ drag }) => drag?.kind === 'cards' && drag.joinGroupId === row.group.id)
  const isCut = useBoardState(({ cut }) => cut.length > 0 && row.group.itemIds.every((id) => cut.includes(id)))
  const { facts, group } = row
  const effort = formatNumber(facts.effort)
  const lean = facts.onlyKind !== null
  const Chevron = open ? IconChevronDown : IconChevronRight
  return (
    <div
      ref={ref}
      className={classes.card}
      data-row={row.key}
      data-lean={lean || undefined}
      data-joins={joins || undefined}
      data-cut={isCut || undefined}
      data-in-part={inPart > 0 || undefined}
      role="treeitem"
      aria-level={1}
      aria-posinset={place}
      aria-setsize={count}
      aria-selected={selected}
      aria-expanded={lean ? undefined : open}
      tabIndex={isCursor ? 0 : -1}
    >
      <span className="ww-hidden" data-label>{cardLabel(t, props, effort)}</span>
      <div className={classes.title} aria-hidden>
        {facts.onlyKind
          ? <span className={classes.kind}><KindIcon kind={facts.onlyKind} /></span>
          : <span className={classes.toggle} data-part="toggle"><Chevron size={16} /></span>}
        <span className={classes.name} title={group.name}>{group.name}</span>
        {lean && <Facts effort={effort} {...props} />}
        <span className={classes.dots} data-part="menu"><IconDots size={16} /></span>
      </div>
      {!lean && (
        <div className={classes.facts} aria-hidden>
          <span>{t('common.items', { count: facts.items.length })}</span>
          <Facts effort={effort} {...props} />
        </div>
      )}
      {joins && <div className={classes.join} aria-hidden>{t('waves.previewJoin', { name: group.name })}</div>}
    </div>
  )
})

const Facts = ({ row, hard, warnings, effort }: RowProps<'card'> & { readonly effort: string }): ReactElement => {
  const { t } = useTranslate()
  return (
    <>
      <span className={classes.effort}>{t('waves.days', { effort })}</span>
      <Criticality level={row.facts.criticality} />
      <SeverityCounts hard={hard} warnings={warnings} />
    </>
  )
}

/** One item of a card that is open; it can be taken out of its group. */
export const ItemRow = memo(function ItemRow(props: RowProps<'item'>): ReactElement {
  const { lane, row, hard, warnings, selected, place, count } = props
  const { t, formatNumber } = useTranslate()
  const { ref, isCursor } = useRowElement(lane, row)
  const isCut = useBoardState(({ cut }) => cut.includes(row.item.id))
  const { item, group } = row
  const { effort = 1 } = item
  const label = [item.name, t('waves.itemOfGroup', { group: group.name }), t('common.personDays', { count: effort, figure: formatNumber(effort) }),
    ...violationWords(t, hard, warnings)].join(', ')
  return (
    <div
      ref={ref}
      className={classes.item}
      data-row={row.key}
      data-cut={isCut || undefined}
      data-last={place === count || undefined}
      role="treeitem"
      aria-level={2}
      aria-posinset={place}
      aria-setsize={count}
      aria-selected={selected}
      tabIndex={isCursor ? 0 : -1}
    >
      <span className="ww-hidden" data-label>{label}</span>
      <div className={classes.title} aria-hidden>
        <span className={classes.kind}><KindIcon kind={item.kind} size={14} /></span>
        <span className={classes.name} title={item.name}>{item.name}</span>
        <span className={classes.effort}>{t('waves.days', { effort: formatNumber(effort) })}</span>
        <Criticality level={item.criticality ?? null} />
        <SeverityCounts hard={hard} warnings={warnings} />
        <span className={classes.dots} data-part="menu"><IconDots size={16} /></span>
      </div>
    </div>
  )
})
