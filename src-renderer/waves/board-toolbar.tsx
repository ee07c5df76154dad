import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconArrowRight, IconFilter, IconPlus, IconWand, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import { useTranslate } from '../i18n/use-translate'
import { openPropose } from '../propose/propose-state'
import { useLookup, usePlanDocument } from '../stores/plan-store'
import { clearSelection, showDialog, useViewStore } from '../stores/view-store'
import { moveTo, whatOf } from './board-commands'
import { addWaveAndGo } from './board-keys'
import { sortOrders } from './board-model'
import type { SortOrder } from './board-model'
import { loadOf } from './board-selection'
import { setFilter, setSort, useBoardState } from './board-state'
import classes from './board-toolbar.module.css'

const sortKey: Readonly<Record<SortOrder, MessageKey>> = {
  name: 'waves.sortName',
  effort: 'waves.sortEffort',
  items: 'waves.sortItems',
  criticality: 'waves.sortCriticality',
  violations: 'waves.sortViolations',
}

const Filter = (): ReactElement => {
  const { t } = useTranslate()
  const filter = useBoardState((state) => state.filter)
  return (
    <TextInput
      size="xs"
      className={classes.filter}
      value={filter}
      onChange={(event) => setFilter(event.currentTarget.value)}
      placeholder={t('waves.filter')}
      aria-label={t('waves.filter')}
      leftSection={<IconFilter size={15} aria-hidden />}
      rightSection={filter && (
        <ActionIcon size="sm" onClick={() => setFilter('')} aria-label={t('waves.clearFilter')}><IconX size={14} aria-hidden /></ActionIcon>
      )}
    />
  )
}

const Sort = (): ReactElement => {
  const { t } = useTranslate()
  const sort = useBoardState((state) => state.sort)
  return (
    <Select
      size="xs"
      className={classes.sort}
      value={sort}
      onChange={(value) => setSort(sortOrders.find((order) => order === value) ?? 'name')}
      data={sortOrders.map((order) => ({ value: order, label: t(sortKey[order]) }))}
      aria-label={t('waves.sort')}
      allowDeselect={false}
      comboboxProps={{ shadow: 'md' }}
    />
  )
}

/** What is selected and what can be done with it: the way without dragging. */
const Selection = (): ReactElement | null => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const { groupByItemId } = useLookup()
  const itemIds = useViewStore((state) => state.selection.itemIds)
  const load = useMemo(() => loadOf(groupByItemId, itemIds), [groupByItemId, itemIds])
  if (load.itemIds.length === 0) return null
  return (
    <div className={classes.selection}>
      <span className={classes.what}>{t('waves.selection', { what: whatOf(t, document, load) })}</span>
      <Button size="xs" variant="light" leftSection={<IconArrowRight size={15} aria-hidden />} onClick={() => showDialog('move-to-wave')}>
        {t('waves.moveTo')}
      </Button>
      <Button size="xs" variant="default" leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={() => moveTo(load.itemIds, null)}>
        {t('waves.unplan')}
      </Button>
      <ActionIcon size="md" onClick={clearSelection} aria-label={t('waves.clearSelection')}><IconX size={15} aria-hidden /></ActionIcon>
    </div>
  )
}

/** Above the lanes: find, order, act on what is selected, add and propose. */
export const BoardToolbar = (): ReactElement => {
  const { t } = useTranslate()
  return (
    <div className={classes.toolbar}>
      <Filter />
      <Sort />
      <Selection />
      <span className={classes.space} />
      <Button size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={addWaveAndGo}>{t('waves.addWave')}</Button>
      <Button size="xs" leftSection={<IconWand size={15} aria-hidden />} onClick={openPropose}>{t('waves.propose')}</Button>
    </div>
  )
}
