import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { memo } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import type { GroupLine } from './table-lines'
import type { TableModel } from './table-model'
import { gutterWidth, rowHeight } from './use-window'
import classes from './data-table.module.css'

/** `1,500 · 12,340 person-days · Cost 3,200,000`: how many rows and what they come to. */
const Sums = <Row, Write>({ line, model }: { readonly line: GroupLine; readonly model: TableModel<Row, Write> }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const effort = line.sums.get('effort')
  const hasEffort = model.fieldById.has('effort')
  const others = ['cost', 'pricePerDay'].flatMap((id) => {
    const sum = line.sums.get(id)
    return sum === undefined ? [] : [t('table.sumOther', { column: model.fieldById.get(id)?.heading ?? '', figure: formatNumber(sum, 0) })]
  })
  return (
    <span className={classes.sums}>
      <span data-count>{model.adapter.words.count(line.count)}</span>
      {hasEffort && <span>{effort === undefined ? '' : t('common.personDays', { count: effort, figure: formatNumber(effort) })}</span>}
      {others.map((text) => <span key={text}>{text}</span>)}
    </span>
  )
}

const GroupRowInner = <Row, Write>({ model, line, index, gridId, isCursor, width }: {
  readonly model: TableModel<Row, Write>
  readonly line: GroupLine
  readonly index: number
  readonly gridId: string
  readonly isCursor: boolean
  /** Pixels that are in sight: the line stays there when the cells are scrolled sideways. */
  readonly width: number
}): ReactElement => {
  const { t } = useTranslate()
  const Arrow = line.isOpen ? IconChevronDown : IconChevronRight
  const field = model.fieldById.get(line.field)
  // `Wave 3` says itself what it is.
  const isSaid = field !== undefined && line.text.toLowerCase().startsWith(field.heading.toLowerCase())
  return (
    <div
      role="row" aria-rowindex={index + 2} aria-level={line.depth + 1} aria-expanded={line.isOpen} data-line={index} data-group={line.depth}
      className={classes.row} style={{ transform: `translateY(${index * rowHeight}px)`, width: gutterWidth + model.width }}
    >
      <div
        role="gridcell" aria-colindex={1} aria-colspan={model.columns.length} id={isCursor ? `${gridId}-cursor` : undefined} data-column={0}
        data-cursor={isCursor || undefined} className={classes.groupCell} style={{ width, paddingInlineStart: 14 + line.depth * 20 }}
      >
        <span data-toggle className={classes.toggle}><Arrow size={16} aria-hidden /></span>
        <span className={classes.groupName} style={{ flexBasis: 300 - line.depth * 20 }}>
          {isSaid ? null : <span className={classes.groupField}>{field?.heading}</span>}
          <strong>{line.text || t('table.groupNone')}</strong>
        </span>
        <Sums line={line} model={model} />
      </div>
    </div>
  )
}

export const GroupRow = memo(GroupRowInner) as typeof GroupRowInner
