import { TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import type { Dependency } from '@core/estate/dependency'
import type { Item } from '@core/estate/item'
import type { PlanLookup } from '@core/plan/lookup'
import type { Evaluation } from '@core/violations/evaluation'
import { ViolationMarks } from '../app/violation-marks'
import { WaveChip } from '../app/wave-chip'
import { useTranslate } from '../i18n/use-translate'
import type { Translation } from '../i18n/use-translate'
import { dependencyTypeKeys, orderKeys, strengthKeys } from '../i18n/words'
import { useEvaluation, useLookup, usePlanDocument } from '../stores/plan-store'
import { focusItem, select, useViewStore } from '../stores/view-store'
import { wordsOf } from './item-filter'
import { sortedRows } from './sorted-rows'
import type { SortKey } from './sorted-rows'
import { VirtualGrid } from './virtual-grid'
import type { GridColumn, GridSort } from './virtual-grid'
import classes from './estate-view.module.css'

type World = { readonly found: PlanLookup; readonly evaluation: Evaluation; readonly words: Translation }

const nameOf = (itemById: ReadonlyMap<string, Item>, id: string): string => itemById.get(id)?.name ?? id

/** Neither end's wave is told apart from "has none": a platform is never moved. */
const Ends = ({ dependency, found }: { readonly dependency: Dependency; readonly found: PlanLookup }): ReactElement => (
  <span style={{ display: 'inline-flex', gap: 4 }}>
    {[dependency.from, dependency.to].map((id, index) =>
      found.groupByItemId.has(id) && <WaveChip key={index} short wave={found.waveOfItem(id)} />)}
  </span>
)

const columnsOf = ({ found, evaluation, words: { t, formatNumber } }: World): readonly GridColumn<Dependency>[] => [
  { id: 'from', heading: t('inventory.from'), width: 'minmax(104px, 1.5fr)', sortable: true, render: (row) => nameOf(found.itemById, row.from) },
  { id: 'to', heading: t('inventory.to'), width: 'minmax(104px, 1.5fr)', sortable: true, render: (row) => nameOf(found.itemById, row.to) },
  { id: 'type', heading: t('inventory.type'), width: '92px', sortable: true, render: (row) => t(dependencyTypeKeys[row.type]) },
  { id: 'strength', heading: t('inventory.strength'), width: '62px', sortable: true, render: (row) => (row.strength === 'hard' ? <strong>{t(strengthKeys.hard)}</strong> : t(strengthKeys.soft)) },
  { id: 'order', heading: t('inventory.order'), width: '94px', sortable: true, render: (row) => t(orderKeys[row.order]) },
  { id: 'price', heading: t('inventory.bridge'), width: '84px', alignEnd: true, sortable: true, render: (row) => (row.pricePerDay === undefined ? '' : formatNumber(row.pricePerDay)) },
  { id: 'waves', heading: t('common.fieldWave'), width: '176px', render: (row) => <Ends dependency={row} found={found} /> },
  { id: 'violations', heading: t('inventory.violationsShort'), width: '72px', alignEnd: true, render: (row) => <ViolationMarks violations={evaluation.violationsByDependencyId.get(row.id)} /> },
]

const keyOf = (column: string, row: Dependency, { itemById }: PlanLookup): SortKey => {
  switch (column) {
    case 'from': return nameOf(itemById, row.from)
    case 'to': return nameOf(itemById, row.to)
    case 'price': return row.pricePerDay
    case 'type': return row.type
    case 'strength': return row.strength
    default: return row.order
  }
}

const useShownDependencies = (filter: string, sort: GridSort | undefined, world: World): readonly Dependency[] => {
  const { items, dependencies } = usePlanDocument().estate
  const { itemById } = world.found
  const { t, collator } = world.words
  const deferred = useDeferredValue(filter)
  return useMemo(() => {
    const words = wordsOf(deferred)
    const shown = words.length === 0 ? dependencies : dependencies.filter((row) => {
      const text = `${nameOf(itemById, row.from)}\n${nameOf(itemById, row.to)}\n${t(dependencyTypeKeys[row.type])}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
    return sort ? sortedRows(shown, (row) => keyOf(sort.column, row, world.found), collator, sort.descending) : shown
    // eslint-disable-next-line react-hooks/exhaustive-deps -- names hang on the items, not on the waves
  }, [items, dependencies, deferred, sort, t, collator])
}

/** Every dependency with the waves of both ends. */
export const DependenciesTable = (): ReactElement => {
  const words = useTranslate()
  const { t, formatNumber } = words
  const found = useLookup()
  const evaluation = useEvaluation()
  const world = useMemo(() => ({ found, evaluation, words }), [found, evaluation, words])
  const [filter, setFilter] = useState('')
  const [sort, setSort] = useState<GridSort>()
  const rows = useShownDependencies(filter, sort, world)
  const all = usePlanDocument().estate.dependencies.length
  const columns = useMemo(() => columnsOf(world), [world])
  const selected = useViewStore((state) => state.selection.itemIds)
  return (
    <div className={classes.table}>
      <div className={classes.bar}>
        <TextInput
          size="sm" value={filter} leftSection={<IconFilter size={16} aria-hidden />} aria-label={t('inventory.filter')}
          placeholder={t('inventory.filterDependencies')} onChange={(event) => setFilter(event.currentTarget.value)}
        />
        <span className={classes.shown} role="status">
          {t('inventory.shown', { shown: formatNumber(rows.length), all: formatNumber(all) })}
        </span>
      </div>
      <div className={classes.fill}>
        <VirtualGrid
          label={t('inventory.dependencies')} columns={columns} rows={rows} idOf={(row) => row.id}
          isSelected={(row) => selected.has(row.from) && selected.has(row.to)} empty={t('inventory.nothingFits')}
          onChoose={(chosen, mode) => select(chosen.flatMap((row) => [row.from, row.to]), mode)}
          onOpen={(row) => focusItem(row.from)} sort={sort} onSort={setSort}
        />
      </div>
    </div>
  )
}
