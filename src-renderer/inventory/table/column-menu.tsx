import { Checkbox, CloseButton, TextInput } from '@mantine/core'
import {
  IconArrowDown, IconArrowUp, IconArrowsMinimize, IconArrowsMaximize, IconChevronLeft, IconChevronRight, IconEyeOff, IconFilter,
  IconSortAscending2, IconStack2, IconX,
} from '@tabler/icons-react'
import { useMemo, useState, useTransition } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { isFiltering, noFilter, valuesOf } from './column-filter'
import type { ColumnFilter, ShownValue } from './column-filter'
import type { Field } from './field'
import { passingRows } from './kept-order'
import type { TableModel } from './table-model'
import { layoutFor, withHidden, withStep, withWidth } from './table-layout'
import type { TableLayout } from './table-layout'
import type { TableView } from './table-lines'
import { rememberLayout, setView } from './table-store'
import { useTable } from './use-table-model'
import classes from './floating-panel.module.css'

const mostValues = 150

export const MenuChoice = ({ icon, label, hint, run, off = false }: {
  readonly icon: ReactNode
  readonly label: string
  readonly hint?: string
  readonly run: () => void
  readonly off?: boolean
}): ReactElement => (
  <button type="button" className={classes.choice} onClick={run} disabled={off}>{icon}{label}{hint && <kbd>{hint}</kbd>}</button>
)

/** All values of a column, counted in the rows that the other columns let through. */
const useValues = <Row, Write>({ adapter, fieldById: fields, store }: TableModel<Row, Write>, field: Field<Row, Write>): readonly ShownValue[] => {
  const words = useTranslate()
  const view = useTable(store, (state) => state.view)
  return useMemo(() => {
    const { [field.id]: _, ...filters } = view.filters
    const passing = passingRows(adapter.rows, { adapter, fields, view: { ...view, filters }, words })
    return valuesOf(field, adapter.rows, words.collator, passing)
  }, [field, adapter, fields, view, words])
}

/** The values of a column as a list to tick, in its own order, as many as a list can usefully hold. */
const Values = <Row, Write>({ model, field, filter, set }: {
  readonly model: TableModel<Row, Write>
  readonly field: Field<Row, Write>
  readonly filter: ColumnFilter
  readonly set: (filter: ColumnFilter) => void
}): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const all = useValues(model, field)
  const words = /^[=<>!]|\.\./.test(filter.text.trim()) ? '' : filter.text.trim().toLowerCase()
  const fitting = all.filter(({ text, count }) => count > 0 && text.toLowerCase().includes(words))
  const chosen = filter.values && new Set(filter.values)
  const isOn = (text: string): boolean => chosen === null || chosen.has(text)
  const toggle = (text: string): void => {
    const next = new Set(chosen ?? all.map((value) => value.text))
    if (!next.delete(text)) next.add(text)
    set({ ...filter, values: next.size === all.length ? null : [...next] })
  }
  const someOn = fitting.some(({ text }) => isOn(text))
  const allOn = fitting.every(({ text }) => isOn(text))
  const toggleAll = (): void => {
    const next = new Set(chosen ?? all.map((value) => value.text))
    for (const { text } of fitting) if (allOn) next.delete(text); else next.add(text)
    set({ ...filter, values: next.size === all.length ? null : [...next] })
  }
  const rest = fitting.length - mostValues
  return (
    <>
      <ul className={classes.values} aria-label={t('table.values', { column: field.heading })}>
        <li>
          <label className={classes.value}>
            <Checkbox size="xs" checked={allOn} indeterminate={someOn && !allOn} onChange={toggleAll} aria-label={t('table.allValues')} />
            <span>{t('table.allValues')}</span>
            <span className={classes.count}>{formatNumber(fitting.length)}</span>
          </label>
        </li>
        {fitting.slice(0, mostValues).map(({ text, count }) => (
          <li key={text}>
            <label className={classes.value}>
              <Checkbox size="xs" checked={isOn(text)} onChange={() => toggle(text)} aria-label={text || t('table.blank')} />
              <span title={text}>{text || t('table.blank')}</span>
              <span className={classes.count}>{formatNumber(count)}</span>
            </label>
          </li>
        ))}
      </ul>
      {rest > 0 && <p className={classes.hint}>{t('table.moreValues', { count: rest })}</p>}
    </>
  )
}

const Filter = <Row, Write>({ model, field }: { readonly model: TableModel<Row, Write>; readonly field: Field<Row, Write> }): ReactElement => {
  const { t } = useTranslate()
  const { store } = model
  const now = useTable(store, (state) => state.view.filters[field.id]) ?? noFilter
  const [filter, setFilter] = useState(now)
  const [, startTransition] = useTransition()
  const set = (next: ColumnFilter): void => {
    setFilter(next)
    startTransition(() => {
      const { [field.id]: _, ...others } = store.getState().view.filters
      setView(store, { filters: isFiltering(next) ? { ...others, [field.id]: next } : others })
    })
  }
  return (
    <>
      <TextInput
        size="xs" data-autofocus value={filter.text} leftSection={<IconFilter size={14} aria-hidden />} aria-label={t('table.filterColumn', { column: field.heading })}
        rightSection={isFiltering(filter) && <CloseButton size="xs" aria-label={t('table.clearFilter')} onClick={() => set(noFilter)} />}
        placeholder={t('table.filterColumn', { column: field.heading })} onChange={(event) => set({ ...filter, text: event.currentTarget.value })}
      />
      <p className={classes.hint}>{t('table.filterHint')}</p>
      <Values model={model} field={field} filter={filter} set={set} />
    </>
  )
}

const size = 16

/** What can be done with a column: sort, group, arrange, and filter by text as one types and by a list of values. */
export const ColumnMenu = <Row, Write>({ model, field, close }: {
  readonly model: TableModel<Row, Write>
  readonly field: Field<Row, Write>
  readonly close: () => void
}): ReactElement => {
  const { t } = useTranslate()
  const { store, adapter } = model
  const view = useTable(store, (state) => state.view)
  const sort = view.sorts.find((one) => one.field === field.id)
  const others = view.sorts.filter((one) => one.field !== field.id)
  const isGrouped = view.groups.includes(field.id)
  const place = model.columns.findIndex((column) => column.field.id === field.id)
  const show = (change: Partial<TableView>): void => {
    setView(store, change)
    close()
  }
  const arrange = (change: (layout: TableLayout) => TableLayout): void =>
    rememberLayout(adapter.id, store, change(layoutFor(adapter.fields, store.getState().layout)))
  const width = model.columns[place]?.width ?? field.width
  return (
    <>
      <Filter model={model} field={field} />
      <hr className={classes.line} />
      <MenuChoice icon={<IconArrowUp size={size} />} label={t('table.sortAscending')} run={() => show({ sorts: [{ field: field.id, descending: false }] })} />
      <MenuChoice icon={<IconArrowDown size={size} />} label={t('table.sortDescending')} run={() => show({ sorts: [{ field: field.id, descending: true }] })} />
      {others.length > 0 && !sort && (
        <MenuChoice icon={<IconSortAscending2 size={size} />} label={t('table.sortAlso')} run={() => show({ sorts: [...view.sorts, { field: field.id, descending: false }] })} />
      )}
      {sort && <MenuChoice icon={<IconX size={size} />} label={t('table.sortNone')} run={() => show({ sorts: others })} />}
      <MenuChoice
        icon={<IconStack2 size={size} />} label={t(isGrouped ? 'table.ungroup' : 'table.groupBy')}
        run={() => show({ groups: isGrouped ? view.groups.filter((id) => id !== field.id) : [...view.groups, field.id], closed: new Set() })}
      />
      <hr className={classes.line} />
      <MenuChoice icon={<IconChevronLeft size={size} />} label={t('table.moveLeft')} off={place <= 0} run={() => arrange((layout) => withStep(layout, field.id, -1))} />
      <MenuChoice icon={<IconChevronRight size={size} />} label={t('table.moveRight')} off={place === model.columns.length - 1} run={() => arrange((layout) => withStep(layout, field.id, 1))} />
      <MenuChoice icon={<IconArrowsMaximize size={size} />} label={t('table.wider')} run={() => arrange((layout) => withWidth(layout, field.id, width + 40))} />
      <MenuChoice icon={<IconArrowsMinimize size={size} />} label={t('table.narrower')} run={() => arrange((layout) => withWidth(layout, field.id, width - 40))} />
      <MenuChoice icon={<IconEyeOff size={size} />} label={t('table.hide')} off={model.columns.length === 1} run={() => { arrange((layout) => withHidden(layout, field.id, true)); close() }} />
    </>
  )
}
