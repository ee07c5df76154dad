import type { Dependency } from '@core/estate/dependency'
import { foldText } from '@core/estate/find/fold-text'
import type { ExtraField } from '@core/estate/item'
import { dependenciesWithIds, editDependencyTable, removeDependencies, stepLabels } from '@core/plan/commands'
import type { DependencyEdit, NewDependency } from '@core/plan/commands'
import { newId } from '../../new-id'
import { runChange } from '../../stores/plan-store'
import { bulkLabel, lacking } from './bulk-label'
import { dependencyFields } from './dependency-fields'
import { dependencyText } from './dependency-text'
import type { DependencyWrite } from './dependency-fields'
import { withExtra } from './make-fields'
import type { CellPlan } from './plan-paste'
import type { TableAdapter } from './table-adapter'
import type { World } from './world'

export type DependencyPlan = CellPlan<Dependency, DependencyWrite>

/** A soft call of any order unless the cells say otherwise (DESIGN 5, point 3). */
const newDependency = (writes: readonly DependencyWrite[]): NewDependency =>
  writes.reduce<NewDependency>((row, write) =>
    write.type === 'fields' ? { ...row, ...write.fields } : { ...row, extra: withExtra(row.extra, write.heading, write.value) },
  { from: '', to: '', type: 'uses', strength: 'soft', order: 'any' })

export const dependencyEdits = (plan: DependencyPlan): readonly DependencyEdit[] => {
  const extraById = new Map<string, readonly ExtraField[] | undefined>()
  return plan.writes.map(({ row, write }) => {
    if (write.type === 'fields') return { dependencyId: row.id, fields: write.fields }
    const extra = withExtra(extraById.has(row.id) ? extraById.get(row.id) : row.extra, write.heading, write.value)
    extraById.set(row.id, extra)
    return { dependencyId: row.id, fields: { extra } }
  })
}

/** The table of dependencies. It shows those of which an end is found. */
export const dependencyAdapter = (world: World, visibleIds: ReadonlySet<string> | null): TableAdapter<Dependency, DependencyWrite> => {
  const { document, found: { itemById }, words: { t } } = world
  const nameOf = (id: string): string => itemById.get(id)?.name ?? id
  const ends = [{ id: 'from', heading: t('inventory.from'), says: t('table.needsEnd') }, { id: 'to', heading: t('inventory.to'), says: t('table.needsEnd') }]
  return {
    id: 'dependencies', label: t('inventory.dependencies'), rows: document.estate.dependencies, fields: dependencyFields(world),
    idOf: (row) => row.id,
    nameOf: (row) => t('inventory.ofDependency', { from: nameOf(row.from), to: nameOf(row.to) }),
    itemIdsOf: (row) => [row.from, row.to],
    isSelected: (row, selected) => selected.has(row.from) && selected.has(row.to),
    isRowSelection: false,
    visible: visibleIds && ((row) => visibleIds.has(row.from) || visibleIds.has(row.to)),
    quickTest: (typed) => {
      const words = typed.map(foldText)
      return (row) => {
        const text = dependencyText(row, world)
        return words.every((word) => text.includes(word))
      }
    },
    startView: { quick: '', filters: {}, sorts: [], groups: [], closed: new Set() },
    needed: ends.map(({ id }) => id),
    check: (plan) => lacking(plan, ends, (index) => t('table.newRow', { number: index + 1 })),
    apply: (plan, kind) => {
      const added = dependenciesWithIds(document, plan.added.map((cells) => newDependency(cells.map(({ write }) => write))))
      const ids = [...new Set(plan.writes.map(({ row }) => row.id))]
      const cells = plan.writes.length + plan.added.reduce((sum, row) => sum + row.length, 0)
      const label = bulkLabel(kind, cells) ?? (ids.length > 0 ? stepLabels.editDependencies(document, ids) : stepLabels.addDependencies(added.length))
      runChange(label, editDependencyTable(document, { added, fields: dependencyEdits(plan) }, newId))
      return added.map((row) => row.id)
    },
    remove: (rows) => {
      runChange(stepLabels.removeDependencies(rows.length), removeDependencies(document, rows.map((row) => row.id), newId))
    },
    words: {
      filter: t('inventory.filterDependencies'), add: t('table.addDependency'),
      remove: (count) => t('table.removeDependencies', { count }), removed: (count) => t('table.removedDependencies', { count }),
      count: (count) => t('common.dependencies', { count }),
    },
  }
}
