import { Button, Menu, TextInput } from '@mantine/core'
import { IconBookmark, IconChevronDown, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { FormEvent, ReactElement } from 'react'
import { nameFilter, removeFilter, stepLabels } from '@core/plan/commands'
import type { NamedFilter } from '@core/plan/view'
import { announce } from '../app/announcer'
import { useTranslate } from '../i18n/use-translate'
import { newId } from '../new-id'
import { runChange, usePlanDocument } from '../stores/plan-store'
import { useMenuReturn } from '../ui/use-menu-return'
import { filterOf, filterStore, isLooking, showFilter, useFilter } from './filter-store'
import { Dialog } from '../ui/dialog'
import classes from './find-bar.module.css'

const NameForm = ({ onDone }: { readonly onDone: () => void }): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const [name, setName] = useState('')
  const isReplacing = document.filters.some((filter) => filter.name === name.trim())
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') return
    runChange(stepLabels.nameFilter(name.trim()), nameFilter(document, name, filterOf(filterStore.getState()), newId))
    announce(t('find.saysKept', { name: name.trim() }))
    onDone()
  }
  return (
    <form className={classes.nameForm} onSubmit={keep}>
      <TextInput
        label={t('find.filterName')} data-autofocus autoFocus className={classes.grow} value={name} onChange={(event) => setName(event.currentTarget.value)}
        description={isReplacing ? t('find.replaces') : undefined}
      />
      <Button type="submit" disabled={name.trim() === ''}>{t('common.save')}</Button>
    </form>
  )
}

const FilterRow = ({ filter }: { readonly filter: NamedFilter }): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const remove = (): void => runChange(stepLabels.removeFilter(filter.name), removeFilter(document, filter.id))
  return (
    <div className={classes.named}>
      <Menu.Item onClick={() => showFilter(filter.filter, filterStore.getState().hides)}>{filter.name}</Menu.Item>
      <Menu.Item className={classes.removeNamed} aria-label={t('find.removeFilter', { name: filter.name })} onClick={remove}><IconTrash size={16} aria-hidden /></Menu.Item>
    </div>
  )
}

/** The filters that are kept in the plan, and keeping the one that is shown. */
export const NamedFilters = (): ReactElement => {
  const { t } = useTranslate()
  const { filters } = usePlanDocument()
  const looks = useFilter(isLooking)
  const { target, menu } = useMenuReturn()
  const [isNaming, setNaming] = useState(false)
  return (
    <>
      <Menu position="bottom-end" withinPortal {...menu}>
        <Menu.Target>
          <Button ref={target} variant="default" size="compact-md" rightSection={<IconChevronDown size={16} aria-hidden />}>{t('find.kept')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {filters.map((filter) => <FilterRow key={filter.id} filter={filter} />)}
          {filters.length > 0 && <Menu.Divider />}
          <Menu.Item disabled={!looks} leftSection={<IconBookmark size={16} aria-hidden />} onClick={() => setNaming(true)}>{t('find.keepFilter')}…</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Dialog
        opened={isNaming} onClose={() => setNaming(false)} title={t('find.keepFilter')}
      >
        <NameForm onDone={() => setNaming(false)} />
      </Dialog>
    </>
  )
}
