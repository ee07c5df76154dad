import { CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import { itemKinds } from '@core/estate/item'
import type { Item, ItemKind } from '@core/estate/item'
import type { PlanLookup } from '@core/plan/lookup'
import type { Evaluation } from '@core/violations/evaluation'
import { ViolationMarks } from '../app/violation-marks'
import { WaveChip } from '../app/wave-chip'
import { useTranslate } from '../i18n/use-translate'
import type { Translation } from '../i18n/use-translate'
import { kindKeys } from '../i18n/words'
import { useEvaluation, useLookup, usePlanDocument } from '../stores/plan-store'
import { focusItem, placeOf, rememberPlace, select, useViewStore } from '../stores/view-store'
import { itemMatches, wordsOf } from './item-filter'
import { sortedRows } from './sorted-rows'
import type { SortKey } from './sorted-rows'
import { VirtualGrid } from './virtual-grid'
import type { GridColumn, GridSort } from './virtual-grid'
import classes from './estate-view.module.css'

type World = { readonly found: PlanLookup; readonly evaluation: Evaluation; readonly words: Translation }

const numberOfHard = (evaluation: Evaluation, itemId: string): number => {
  const violations = evaluation.violationsByItemId.get(itemId) ?? []
  return violations.filter((violation) => violation.severity === 'hard').length * 1000 + violations.length
}

const keys: Readonly<Record<string, (item: Item, world: World) => SortKey>> = {
  name: (item) => item.name,
  kind: (item, { words }) => words.t(kindKeys[item.kind]),
  organisation: (item) => item.organisation,
  site: (item) => item.site,
  group: (item, { found }) => found.groupByItemId.get(item.id)?.name,
  wave: (item, { found }) => found.waveOfItem(item.id)?.number,
  criticality: (item) => item.criticality,
  effort: (item) => item.effort,
  violations: (item, { evaluation }) => numberOfHard(evaluation, item.id) || undefined,
}

const columnsOf = ({ found, evaluation, words: { t, formatNumber } }: World): readonly GridColumn<Item>[] => [
  { id: 'name', heading: t('common.fieldName'), width: 'minmax(150px, 2fr)', sortable: true, render: (item) => <strong style={{ fontWeight: 560 }} title={`${item.name} (${item.id})`}>{item.name}</strong> },
  { id: 'kind', heading: t('common.fieldKind'), width: '92px', sortable: true, render: (item) => t(kindKeys[item.kind]) },
  { id: 'organisation', heading: t('common.fieldOrganisation'), width: 'minmax(96px, 1.2fr)', sortable: true, render: (item) => item.organisation },
  { id: 'site', heading: t('common.fieldSite'), width: 'minmax(72px, 0.8fr)', sortable: true, render: (item) => item.site },
  { id: 'group', heading: t('common.fieldGroup'), width: 'minmax(100px, 1.2fr)', sortable: true, render: (item) => found.groupByItemId.get(item.id)?.name },
  { id: 'wave', heading: t('common.fieldWave'), width: '96px', sortable: true, render: (item) => (found.groupByItemId.has(item.id) ? <WaveChip short wave={found.waveOfItem(item.id)} /> : '') },
  { id: 'criticality', heading: t('inventory.criticalityShort'), width: '46px', alignEnd: true, sortable: true, render: (item) => item.criticality },
  { id: 'effort', heading: t('inventory.effortShort'), width: '58px', alignEnd: true, sortable: true, render: (item) => (item.effort === undefined ? '' : formatNumber(item.effort)) },
  { id: 'violations', heading: t('inventory.violationsShort'), width: '78px', alignEnd: true, sortable: true, render: (item) => <ViolationMarks violations={evaluation.violationsByItemId.get(item.id)} /> },
]

type Place = { readonly filter: string; readonly kind: ItemKind | null; readonly sort: GridSort; readonly offset: number }

const startPlace: Place = { filter: '', kind: null, sort: { column: 'name', descending: false }, offset: 0 }
const lastPlace = (): Place => (placeOf('items') as Place | undefined) ?? startPlace

/** Columns whose order does not change when something is moved: their order is worked out once for an estate. */
const isEstateOnly = (column: string): boolean => ['name', 'kind', 'organisation', 'site', 'criticality', 'effort'].includes(column)

const useShownItems = (place: Place, world: World): readonly Item[] => {
  const { items } = usePlanDocument().estate
  const filter = useDeferredValue(place.filter)
  const { column, descending } = place.sort
  const moving = isEstateOnly(column) ? null : world
  const sorted = useMemo(
    () => sortedRows(items, (item) => keys[column]?.(item, world), world.words.collator, descending),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `moving` stands for `world` where it matters
    [items, column, descending, moving, world.words],
  )
  return useMemo(() => {
    const words = wordsOf(filter)
    if (words.length === 0 && place.kind === null) return sorted
    return sorted.filter((item) => itemMatches(item, words, place.kind))
  }, [sorted, filter, place.kind])
}

const useReveal = (rows: readonly Item[]): { readonly index: number; readonly turn: number } | null => {
  const request = useViewStore((state) => state.focusRequest)
  return useMemo(
    () => request && { index: rows.findIndex((row) => row.id === request.itemId), turn: request.turn },
    [request, rows],
  )
}

const FilterBar = ({ place, setPlace, shown, all }: {
  readonly place: Place
  readonly setPlace: (place: Place) => void
  readonly shown: number
  readonly all: number
}): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const clear = <CloseButton size="sm" aria-label={t('common.clear')} onClick={() => setPlace({ ...place, filter: '' })} />
  return (
    <div className={classes.bar}>
      <TextInput
        size="sm" value={place.filter} leftSection={<IconFilter size={16} aria-hidden />} rightSection={place.filter && clear}
        aria-label={t('inventory.filter')} placeholder={t('inventory.filterItems')}
        onChange={(event) => setPlace({ ...place, filter: event.currentTarget.value })}
      />
      <NativeSelect
        size="sm" aria-label={t('common.fieldKind')} value={place.kind ?? ''}
        onChange={(event) => setPlace({ ...place, kind: itemKinds.find((kind) => kind === event.currentTarget.value) ?? null })}
        data={[{ value: '', label: t('inventory.allKinds') }, ...itemKinds.map((kind) => ({ value: kind, label: t(kindKeys[kind]) }))]}
      />
      <span className={classes.shown} role="status">
        {t('inventory.shown', { shown: formatNumber(shown), all: formatNumber(all) })}
      </span>
    </div>
  )
}

/** Every item of the estate; the accessible equivalent of the graph, in step with it by the selection. */
export const ItemsTable = (): ReactElement => {
  const words = useTranslate()
  const { t } = words
  const document = usePlanDocument()
  const found = useLookup()
  const evaluation = useEvaluation()
  const world = useMemo(() => ({ found, evaluation, words }), [found, evaluation, words])
  const [place, setPlaceState] = useState(lastPlace)
  const setPlace = (next: Place): void => {
    setPlaceState(next)
    rememberPlace('items', next)
  }
  const rows = useShownItems(place, world)
  const columns = useMemo(() => columnsOf(world), [world])
  const selected = useViewStore((state) => state.selection.itemIds)
  return (
    <div className={classes.table}>
      <FilterBar place={place} setPlace={setPlace} shown={rows.length} all={document.estate.items.length} />
      <div className={classes.fill}>
        <VirtualGrid
          label={t('inventory.items')} columns={columns} rows={rows} idOf={(item) => item.id}
          isSelected={(item) => selected.has(item.id)} empty={t('inventory.nothingFits')}
          onChoose={(chosen, mode) => select(chosen.map((item) => item.id), mode)} onOpen={(item) => focusItem(item.id)}
          sort={place.sort} onSort={(sort) => setPlace({ ...place, sort })} reveal={useReveal(rows)}
          initialOffset={place.offset} onScroll={(offset) => rememberPlace('items', { ...place, offset })}
        />
      </div>
    </div>
  )
}
