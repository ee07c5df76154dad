import { memo } from 'react'
import type { CSSProperties, ReactElement, ReactNode } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { CellEditor } from './cell-editor'
import type { Column, TableLine, TableModel } from './table-model'
import type { Editing } from './table-store'
import { gutterWidth, rowHeight } from './use-window'
import classes from './data-table.module.css'

export type TableRowProps<Row, Write> = {
  readonly model: TableModel<Row, Write>
  readonly line: Exclude<TableLine<Row>, { readonly type: 'group' }>
  readonly index: number
  /** Below how many groups it lies, and one; undefined where rows are not grouped. */
  readonly level: number | undefined
  readonly gridId: string
  readonly firstColumn: number
  readonly endColumn: number
  /** Columns of the range in this row. */
  readonly from: number
  readonly to: number
  /** -1: not in this row. */
  readonly cursor: number
  readonly isSelected: boolean
  /** The lower right corner of the range is in this row. */
  readonly isHandle: boolean
  readonly editing: Editing | null
  /** What a new row says so far, by field. */
  readonly draft: Readonly<Record<string, string>> | null
}

const cellStyle = <Row, Write>(column: Column<Row, Write>, index: number): CSSProperties =>
  index === 0 ? { width: column.width } : { left: gutterWidth + column.start, width: column.width }

/** One row of which only the first column and those in sight exist. */
const TableRowInner = <Row, Write>(props: TableRowProps<Row, Write>): ReactElement => {
  const { model, line, index, level, gridId, firstColumn, endColumn, from, to, cursor, isSelected, isHandle, editing, draft } = props
  const { t } = useTranslate()
  const { columns } = model
  const cell = (place: number): ReactNode => {
    const column = columns[place]
    if (!column) return null
    const { field } = column
    const isEditing = editing?.cell.field === field.id
    const isCursor = place === cursor
    const text = line.type === 'row' ? field.text(line.row) : draft?.[field.id] ?? ''
    const content = line.type === 'row' && field.render ? field.render(line.row) : text.replaceAll('\n', ' ⏎ ')
    return (
      <div
        key={field.id} id={isCursor ? `${gridId}-cursor` : undefined} role="gridcell" aria-colindex={place + 1}
        aria-selected={place >= from && place <= to} aria-readonly={field.read ? undefined : true}
        data-first={place === 0 || undefined} data-end={field.type === 'number' || undefined} data-column={place}
        data-cursor={isCursor || undefined} data-editing={isEditing || undefined} className={classes.cell} style={cellStyle(column, place)}
        title={line.type === 'row' && text.length * 6.4 > column.width ? text : undefined}
      >
        {isEditing
          ? <CellEditor key={field.id} model={model} line={line} field={field} editing={editing} />
          : content}
        {isHandle && place === to && <span aria-hidden data-fill className={classes.fill} />}
        {line.type === 'draft' && text === '' && !isEditing && field.isRequired && <span className={classes.needed}>{field.heading}</span>}
      </div>
    )
  }
  const between = Array.from({ length: Math.max(0, endColumn - firstColumn) }, (_, offset) => firstColumn + offset)
  // The cell with the cursor is there even out of sight: it is what a screen reader reads.
  const beside = cursor > 0 && (cursor < firstColumn || cursor >= endColumn) ? [cursor] : []
  return (
    <div
      role="row" aria-rowindex={index + 2} aria-level={level} aria-selected={isSelected} data-line={index} data-draft={line.type === 'draft' || undefined}
      className={classes.row} style={{ transform: `translateY(${index * rowHeight}px)`, width: gutterWidth + model.width }}
    >
      <div aria-hidden className={classes.gutter} data-gutter>{line.type === 'row' ? line.number : '+'}</div>
      {cell(0)}
      {[...between, ...beside].sort((a, b) => a - b).map(cell)}
      {line.type === 'draft' && <span className="ww-hidden">{t('table.newRow', { number: 1 })}</span>}
    </div>
  )
}

export const TableRow = memo(TableRowInner) as typeof TableRowInner
