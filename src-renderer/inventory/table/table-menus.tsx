import type { ReactElement, RefObject } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { CellMenu } from './cell-menu'
import { ColumnMenu } from './column-menu'
import { ColumnsPanel } from './columns-panel'
import { FloatingPanel } from './floating-panel'
import { KeysPanel } from './keys-panel'
import { ProblemsDialog } from './problems-dialog'
import { SetFieldDialog } from './set-field-dialog'
import type { Waiting } from './table-acts'
import type { TableModel } from './table-model'
import { useTable } from './use-table-model'

/** Whatever is open over the table, one at a time. */
export const TableMenus = <Row, Write>({ model, scroller }: {
  readonly model: TableModel<Row, Write>
  readonly scroller: RefObject<HTMLDivElement | null>
}): ReactElement | null => {
  const { t } = useTranslate()
  const { store } = model
  const menu = useTable(store, (state) => state.menu)
  const waiting = useTable(store, (state) => state.problems) as Waiting<Row, Write> | null
  const close = (): void => {
    store.setState({ menu: null, problems: null })
    scroller.current?.focus({ preventScroll: true })
  }
  if (waiting) return <ProblemsDialog model={model} waiting={waiting} close={close} />
  if (!menu) return null
  if (menu.type === 'set-field') return <SetFieldDialog model={model} close={close} />
  const field = model.fieldById.get(menu.field ?? '')
  const panels = {
    column: { label: t('table.columnMenu', { column: field?.heading ?? '' }), width: 272 },
    columns: { label: t('table.columnsTitle'), width: 290 },
    cell: { label: model.adapter.label, width: 310 },
    keys: { label: t('table.keys'), width: 440 },
  } as const
  const { label, width } = panels[menu.type]
  return (
    <FloatingPanel key={`${menu.type} ${menu.field ?? ''}`} x={menu.x} y={menu.y} label={label} width={width} close={close}>
      {menu.type === 'column' && field && <ColumnMenu model={model} field={field} close={close} />}
      {menu.type === 'columns' && <ColumnsPanel model={model} />}
      {menu.type === 'cell' && <CellMenu model={model} scroller={scroller} close={close} />}
      {menu.type === 'keys' && <KeysPanel />}
    </FloatingPanel>
  )
}
