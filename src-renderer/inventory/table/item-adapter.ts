import type { Item } from '@core/estate/item'
import { hasWords } from '@core/estate/find/search-text'
import { foldText } from '@core/estate/find/fold-text'
import type { ItemCondition } from '@core/plan/view'
import { editItemTable, removeItems, stepLabels } from '@core/plan/commands'
import type { StepLabel } from '@core/plan/history'
import { narrowFilter } from '../../filter/filter-store'
import { findWorldOf } from '../../find/find-words'
import { newId } from '../../new-id'
import { runChange } from '../../stores/plan-store'
import { bulkLabel, lacking } from './bulk-label'
import { carryFilters } from './carry-filters'
import { contradictions, itemEdits } from './item-edits'
import type { ItemPlan } from './item-edits'
import { itemFields } from './item-fields'
import type { ItemWrite } from './item-fields'
import type { CellProblem } from './plan-paste'
import type { ActKind, TableAdapter } from './table-adapter'
import type { World } from './world'

const itemProblems = ({ document, found, words }: World, plan: ItemPlan): readonly CellProblem[] => {
  const { t } = words
  const lacks = lacking(plan, [{ id: 'name', heading: t('common.fieldName'), says: t('table.needsName') }], (index) => t('table.newRow', { number: index + 1 }))
  if (lacks.length > 0 || plan.problems.length > 0) return lacks
  const clashing = contradictions(document, itemEdits(document, plan), newId)
  const nameOf = (itemId: string): string => found.itemById.get(itemId)?.name ?? itemId
  return [...clashing].map(([itemId, other]) => {
    const cell = plan.writes.find(({ row, fieldId }) => row.id === itemId && fieldId === 'wave')
    const names = { name: nameOf(itemId), other: nameOf(other) }
    return { rowId: itemId, fieldId: 'wave', row: names.name, heading: t('common.fieldWave'), text: cell?.text ?? '', problem: t('table.contradicted', names) }
  })
}

const itemLabel = ({ document, found }: World, plan: ItemPlan, kind: ActKind): StepLabel => {
  const count = plan.writes.length
  const bulk = bulkLabel(kind, count + plan.added.reduce((sum, cells) => sum + cells.length, 0))
  if (bulk) return bulk
  if (count === 0) return stepLabels.addItems(plan.added.map((cells) => ({ name: cells.find(({ fieldId }) => fieldId === 'name')?.text ?? '' })))
  const [only] = plan.writes
  if (only?.write.type === 'wave' && count === 1) {
    const group = found.groupByItemId.get(only.row.id)
    if (group) return stepLabels.moveGroups(document, [group.id], only.write.waveId)
  }
  return stepLabels.editItems(document, [...new Set(plan.writes.map(({ row }) => row.id))])
}

/** The table of items. `visibleIds`: what is found in all of the window; null: nothing is looked for. */
export const itemAdapter = (world: World, visibleIds: ReadonlySet<string> | null): TableAdapter<Item, ItemWrite> => {
  const { document, words: { t } } = world
  const fields = itemFields(world)
  return {
    id: 'items', label: t('inventory.items'), rows: document.estate.items, fields,
    idOf: (item) => item.id,
    nameOf: (item) => item.name,
    itemIdsOf: (item) => [item.id],
    isSelected: (item, selected) => selected.has(item.id),
    isRowSelection: true, needed: ['name'],
    visible: visibleIds && ((item) => visibleIds.has(item.id)),
    quickTest: (typed) => {
      const words = typed.map(foldText)
      const findWorld = findWorldOf(t, document)
      return (item) => hasWords(item, words, findWorld)
    },
    startView: { quick: '', filters: {}, sorts: [{ field: 'name', descending: false }], groups: [], closed: new Set() },
    carryFilters: (view) => {
      const { conditions, left } = carryFilters(view.filters, new Map(fields.map((field) => [field.id, field])), document.estate.items, findWorldOf(t, document), world.words)
      const quick: readonly ItemCondition[] = view.quick.trim() === '' ? [] : [{ field: 'any', test: 'contains', values: [view.quick.trim()] }]
      narrowFilter([...quick, ...conditions])
      return left
    },
    check: (plan) => itemProblems(world, plan),
    apply: (plan, kind) => {
      const edits = itemEdits(document, plan)
      runChange(itemLabel(world, plan, kind), editItemTable(document, edits, newId))
      return edits.added.map((item) => item.id)
    },
    remove: (rows) => {
      const ids = rows.map((row) => row.id)
      runChange(stepLabels.removeItems(document, ids), removeItems(document, ids, newId))
    },
    words: {
      filter: t('inventory.filterItems'), add: t('table.addItem'),
      remove: (count) => t('table.removeItems', { count }), removed: (count) => t('table.removedItems', { count }),
      count: (count) => t('common.items', { count }),
    },
  }
}
