import { ActionIcon, Button, CloseButton, TextInput, Tooltip } from '@mantine/core'
import { IconBookmark, IconColumns3, IconFilter, IconFold, IconForms, IconKeyboard, IconPlus, IconRefresh, IconTrash } from '@tabler/icons-react'
import { useState, useTransition } from 'react'
import type { ReactElement, ReactNode } from 'react'
import type { ActionId } from '@main/contract/actions'
import { actionById } from '@main/contract/actions'
import { runAction } from '../../actions/action-registry'
import { ariaKey, shownKey } from '../../actions/keys'
import { announce } from '../../app/announcer'
import { useIsMac } from '../../app/platform-store'
import { canNarrow, useFilter } from '../../filter/filter-store'
import { useTranslate } from '../../i18n/use-translate'
import { isFiltering } from './column-filter'
import type { TableModel } from './table-model'
import { setView } from './table-store'
import type { TableState } from './table-store'
import { useTable } from './use-table-model'
import { gridOf } from './use-window'
import classes from './table-bar.module.css'

const Tool = ({ label, icon, run, action }: {
  readonly label: string
  readonly icon: ReactNode
  readonly run: (element: HTMLElement) => void
  readonly action?: ActionId
}): ReactElement => {
  const mac = useIsMac()
  const key = action ? actionById.get(action)?.accelerator ?? null : null
  return (
    <Tooltip label={key ? `${label} (${shownKey(key, mac)})` : label}>
      <ActionIcon size={30} aria-label={label} aria-keyshortcuts={ariaKey(key, mac)} onClick={(event) => run(event.currentTarget)}>{icon}</ActionIcon>
    </Tooltip>
  )
}

/** The one field that looks in all of a row. It shows what is typed at once; the rows follow as soon as they can. */
const QuickFilter = <Row, Write>({ model }: { readonly model: TableModel<Row, Write> }): ReactElement => {
  const { t } = useTranslate()
  const quick = useTable(model.store, (state) => state.view.quick)
  const [typed, setTyped] = useState(quick)
  const [, startTransition] = useTransition()
  const change = (text: string): void => {
    setTyped(text)
    startTransition(() => setView(model.store, { quick: text }))
  }
  return (
    <TextInput
      size="sm" className={classes.quick} value={typed} leftSection={<IconFilter size={16} aria-hidden />} aria-label={t('inventory.filter')}
      rightSection={typed && <CloseButton size="sm" aria-label={t('common.clear')} onClick={() => change('')} />}
      placeholder={model.adapter.words.filter} onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

/** Hands what the table filters by to the filter of the window, where it is named, combined and walked through. */
const CarryOver = <Row, Write>({ model, onCarried }: { readonly model: TableModel<Row, Write>; readonly onCarried: () => void }): ReactElement | null => {
  const { t } = useTranslate()
  const { store, adapter } = model
  const view = useTable(store, (state) => state.view)
  const can = useFilter(canNarrow)
  const { carryFilters } = adapter
  if (!carryFilters || (view.quick.trim() === '' && !Object.values(view.filters).some(isFiltering))) return null
  const carry = (): void => {
    const left = new Set(carryFilters(store.getState().view))
    const filters = Object.fromEntries(Object.entries(view.filters).filter(([id]) => left.has(id)))
    setView(store, { quick: '', filters })
    onCarried()
    announce(t(left.size > 0 ? 'table.carriedSome' : 'table.carried'))
  }
  return (
    <Tooltip label={t(can ? 'table.carryHint' : 'table.carryNot')}>
      <Button
        className={classes.carry} size="compact-sm" variant="subtle" leftSection={<IconBookmark size={15} aria-hidden />} aria-disabled={!can}
        data-disabled={!can || undefined} onClick={can ? carry : undefined}
      >
        {t('table.carry')}
      </Button>
    </Tooltip>
  )
}

type Chip = { readonly key: string; readonly text: string; readonly clear: () => void; readonly open?: string }

/** What narrows, groups and orders the rows besides one plain sort: said, and each can be taken away. */
const useChips = <Row, Write>({ store, fieldById }: TableModel<Row, Write>): readonly Chip[] => {
  const { t } = useTranslate()
  const view = useTable(store, (state) => state.view)
  const heading = (id: string): string => fieldById.get(id)?.heading ?? id
  const filters = Object.entries(view.filters).filter(([, filter]) => isFiltering(filter)).map(([id, filter]): Chip => {
    const values = filter.values ?? []
    const blank = t('table.blank')
    const ofValues = values.length === 1 ? values[0] || blank : t('table.chipValues', { count: values.length })
    const what = [filter.text.trim(), filter.values === null ? '' : ofValues].filter(Boolean).join(', ')
    const { [id]: _, ...others } = view.filters
    return { key: `filter ${id}`, text: t('table.chipFilter', { column: heading(id), what }), clear: () => setView(store, { filters: others }) }
  })
  const groups = view.groups.map((id): Chip => ({
    key: `group ${id}`, text: t('table.chipGroup', { column: heading(id) }), clear: () => setView(store, { groups: view.groups.filter((one) => one !== id) }),
  }))
  return [...groups, ...filters]
}

const openMenu = (model: { readonly store: { setState: (state: Partial<TableState>) => void } }, type: 'columns' | 'keys' | 'set-field', element: HTMLElement): void => {
  const box = element.getBoundingClientRect()
  model.store.setState({ menu: { type, x: box.left, y: box.bottom + 4 } })
}

export const TableBar = <Row, Write>({ model, isStale }: {
  readonly model: TableModel<Row, Write>
  /** Rows stand where they stood before an edit. */
  readonly isStale: boolean
}): ReactElement => {
  const { t } = useTranslate()
  const { store } = model
  const chips = useChips(model)
  const [carried, setCarried] = useState(0)
  const isGrouped = useTable(store, (state) => state.view.groups.length > 0)
  const closed = useTable(store, (state) => state.view.closed)
  const closeAll = (): void => setView(store, {
    closed: closed.size > 0 ? new Set() : new Set(model.lines.flatMap((line) => (line.type === 'group' ? [line.id] : []))),
  })
  return (
    <div className={classes.bar} role="toolbar" aria-label={model.adapter.label}>
      <QuickFilter key={`${store.getState().planId} ${carried}`} model={model} />
      {chips.length > 0 && (
        <ul className={classes.chips}>
          {chips.map((chip) => (
            <li key={chip.key} className={classes.chip}>
              <span>{chip.text}</span>
              <CloseButton
                size="xs" aria-label={t('table.clearChip', { what: chip.text })}
                onClick={() => {
                  chip.clear()
                  gridOf(model)?.focus({ preventScroll: true })
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <CarryOver model={model} onCarried={() => setCarried((count) => count + 1)} />
      {isStale && (
        <Tooltip label={t('table.againHint')}>
          <Button size="compact-sm" variant="light" leftSection={<IconRefresh size={15} aria-hidden />} onClick={() => setView(store, {})}>{t('table.again')}</Button>
        </Tooltip>
      )}
      <span className={classes.tools}>
        {isGrouped && <Tool label={t(closed.size > 0 ? 'table.openAll' : 'table.closeAll')} icon={<IconFold size={18} aria-hidden />} run={closeAll} />}
        <Tool label={model.adapter.words.add} icon={<IconPlus size={18} aria-hidden />} action="add-row" run={() => runAction('add-row')} />
        <Tool label={t('menu.removeRows')} icon={<IconTrash size={17} aria-hidden />} action="remove-rows" run={() => runAction('remove-rows')} />
        <Tool label={t('table.setField')} icon={<IconForms size={18} aria-hidden />} action="set-field" run={() => runAction('set-field')} />
        <Tool label={t('table.columns')} icon={<IconColumns3 size={18} aria-hidden />} run={(element) => openMenu(model, 'columns', element)} />
        <Tool label={t('table.keys')} icon={<IconKeyboard size={18} aria-hidden />} run={(element) => openMenu(model, 'keys', element)} />
      </span>
    </div>
  )
}
