import { ActionIcon, Button, Checkbox } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { layoutFor, withHidden, withOrder } from './table-layout'
import type { TableLayout } from './table-layout'
import type { TableModel } from './table-model'
import { forgetLayout, rememberLayout } from './table-store'
import { useTable } from './use-table-model'
import classes from './floating-panel.module.css'

/** All columns in their order: which are shown, and where each stands. */
export const ColumnsPanel = <Row, Write>({ model }: { readonly model: TableModel<Row, Write> }): ReactElement => {
  const { t } = useTranslate()
  const { adapter, store, fieldById } = model
  const layout = layoutFor(adapter.fields, useTable(store, (state) => state.layout))
  const arrange = (next: TableLayout): void => rememberLayout(adapter.id, store, next)
  const move = (index: number, step: 1 | -1): void => {
    const column = layout[index]
    const before = step === -1 ? layout[index - 1]?.id ?? null : layout[index + 2]?.id ?? null
    if (column) arrange(withOrder(layout, column.id, before))
  }
  return (
    <>
      <h2 className={classes.title}>{t('table.columnsTitle')}</h2>
      <ul className={classes.values} style={{ maxHeight: 420 }}>
        {layout.map(({ id, isHidden }, index) => {
          const heading = fieldById.get(id)?.heading ?? id
          return (
            <li key={id} className={classes.columnRow}>
              <label className={classes.value}>
                <Checkbox size="xs" checked={!isHidden} onChange={() => arrange(withHidden(layout, id, !isHidden))} aria-label={t('table.show', { column: heading })} />
                <span>{heading}</span>
              </label>
              <ActionIcon size="sm" aria-label={`${t('table.moveLeft')}: ${heading}`} disabled={index === 0} onClick={() => move(index, -1)}><IconChevronUp size={15} /></ActionIcon>
              <ActionIcon size="sm" aria-label={`${t('table.moveRight')}: ${heading}`} disabled={index === layout.length - 1} onClick={() => move(index, 1)}><IconChevronDown size={15} /></ActionIcon>
            </li>
          )
        })}
      </ul>
      <hr className={classes.line} />
      <Button size="compact-sm" variant="default" onClick={() => forgetLayout(adapter.id, store)}>{t('table.resetColumns')}</Button>
    </>
  )
}
