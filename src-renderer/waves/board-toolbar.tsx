import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconFilter, IconPlus, IconWand, IconX } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import { useTranslate } from '../i18n/use-translate'
import { openPropose } from '../propose/propose-state'
import { addWaveAndGo } from './board-keys'
import { sortOrders } from './board-model'
import type { SortOrder } from './board-model'
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

/** Above the lanes: find, order, add and propose. Its height never changes, so that no lane moves under the hand. */
export const BoardToolbar = (): ReactElement => {
  const { t } = useTranslate()
  return (
    <div className={classes.toolbar}>
      <Filter />
      <Sort />
      <span className={classes.space} />
      <Button size="xs" variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={addWaveAndGo}>{t('waves.addWave')}</Button>
      <Button size="xs" leftSection={<IconWand size={15} aria-hidden />} onClick={openPropose}>{t('waves.propose')}</Button>
    </div>
  )
}
