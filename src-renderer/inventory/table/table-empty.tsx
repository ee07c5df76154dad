import { Button } from '@mantine/core'
import { IconFilterOff, IconTablePlus } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { runAction } from '../../actions/action-registry'
import { closeFind } from '../../filter/filter-store'
import { useTranslate } from '../../i18n/use-translate'
import { Notice } from '../../ui/notice'
import { isFiltering } from './column-filter'
import type { TableModel } from './table-model'
import { setView } from './table-store'
import { useTable } from './use-table-model'
import { gridOf } from './use-window'
import classes from './data-table.module.css'

/** No row is there at all: how rows come in. */
const NoRows = <Row, Write>({ model }: { readonly model: TableModel<Row, Write> }): ReactElement => {
  const { t } = useTranslate()
  return (
    <Notice icon={<IconTablePlus size={36} stroke={1.4} aria-hidden />} title={t('table.empty')} hint={t('table.emptyHint')}>
      <Button size="sm" onClick={() => runAction('add-row')}>{model.adapter.words.add}</Button>
      <Button size="sm" variant="default" onClick={() => runAction('import-workbook')}>{t('menu.importWorkbook')}</Button>
    </Notice>
  )
}

/** Rows are there, but none passes: whichever filter stands in the way can be taken away. */
const NothingFits = <Row, Write>({ model }: { readonly model: TableModel<Row, Write> }): ReactElement => {
  const { t } = useTranslate()
  const { store, adapter } = model
  const isNarrowed = useTable(store, ({ view }) => view.quick.trim() !== '' || Object.values(view.filters).some(isFiltering))
  const clear = (): void => {
    setView(store, { quick: '', filters: {} })
    gridOf(model)?.focus({ preventScroll: true })
  }
  const stopLooking = (): void => {
    closeFind()
    gridOf(model)?.focus({ preventScroll: true })
  }
  return (
    <Notice
      icon={<IconFilterOff size={36} stroke={1.4} aria-hidden />} title={t('inventory.nothingFits')}
      hint={t('table.nothingFitsHint', { all: adapter.words.count(adapter.rows.length) })}
    >
      {isNarrowed && <Button size="sm" variant="default" onClick={clear}>{t('table.clearFilters')}</Button>}
      {adapter.visible && <Button size="sm" variant="default" onClick={stopLooking}>{t('find.close')}</Button>}
    </Notice>
  )
}

/** In place of rows, in the middle of what is in sight however wide the table is. */
export const TableEmpty = <Row, Write>({ model, width }: { readonly model: TableModel<Row, Write>; readonly width: number }): ReactElement => (
  <div className={classes.empty} style={{ width }}>
    {model.adapter.rows.length === 0 ? <NoRows model={model} /> : <NothingFits model={model} />}
  </div>
)
