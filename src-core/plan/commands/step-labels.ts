import type { MessageKey } from '../../messages/translator'
import type { StepLabel } from '../history'
import { lookup } from '../lookup'
import type { PlanDocument } from '../plan-document'

type Params = NonNullable<StepLabel['params']>

const label = (key: MessageKey, params?: Params): StepLabel => (params ? { key, params } : { key })

/** A name from the plan as it is before the step; the id where there is none. */
const itemName = (document: PlanDocument, itemId: string): string => lookup(document).itemById.get(itemId)?.name ?? itemId
const groupName = (document: PlanDocument, groupId: string): string => lookup(document).groupById.get(groupId)?.name ?? groupId
const waveNumber = (document: PlanDocument, waveId: string): number => lookup(document).waveById.get(waveId)?.number ?? 0

const moveGroupsLabel = (document: PlanDocument, groupIds: readonly string[], waveId: string | null): StepLabel => {
  const [only] = groupIds
  if (groupIds.length === 1 && only !== undefined) {
    const name = groupName(document, only)
    return waveId === null
      ? label('steps.unplanGroup', { name })
      : label('steps.moveGroup', { name, wave: waveNumber(document, waveId) })
  }
  const count = groupIds.length
  return waveId === null
    ? label('steps.unplanGroups', { count })
    : label('steps.moveGroups', { count, wave: waveNumber(document, waveId) })
}

const moveItemsLabel = (document: PlanDocument, itemIds: readonly string[], waveId: string | null): StepLabel => {
  const [only] = itemIds
  if (itemIds.length === 1 && only !== undefined) {
    const name = itemName(document, only)
    return waveId === null
      ? label('steps.unplanItem', { name })
      : label('steps.moveItem', { name, wave: waveNumber(document, waveId) })
  }
  const count = itemIds.length
  return waveId === null
    ? label('steps.unplanItems', { count })
    : label('steps.moveItems', { count, wave: waveNumber(document, waveId) })
}

const editItemsLabel = (document: PlanDocument, itemIds: readonly string[]): StepLabel => {
  const [only] = itemIds
  return itemIds.length === 1 && only !== undefined
    ? label('steps.editItem', { name: itemName(document, only) })
    : label('steps.editItems', { count: itemIds.length })
}

const editDependencyLabel = (document: PlanDocument, dependencyId: string): StepLabel => {
  const dependency = document.estate.dependencies.find(({ id }) => id === dependencyId)
  const from = itemName(document, dependency?.from ?? dependencyId)
  return label('steps.editDependency', { from, to: itemName(document, dependency?.to ?? dependencyId) })
}

const countedLabel = (one: MessageKey, many: MessageKey, names: readonly string[]): StepLabel => {
  const [only] = names
  return names.length === 1 && only !== undefined ? label(one, { name: only }) : label(many, { count: names.length })
}

const editDependenciesLabel = (document: PlanDocument, dependencyIds: readonly string[]): StepLabel => {
  const [only] = dependencyIds
  return dependencyIds.length === 1 && only !== undefined
    ? editDependencyLabel(document, only)
    : label('steps.editDependencies', { count: dependencyIds.length })
}

/** What the log calls each command. `document` is the plan before the step. */
export const stepLabels = {
  moveGroups: moveGroupsLabel,
  moveItems: moveItemsLabel,
  splitItems: (itemIds: readonly string[]) => label('steps.splitItems', { count: itemIds.length }),
  joinItems: (document: PlanDocument, itemIds: readonly string[], groupId: string) =>
    label('steps.joinItems', { count: itemIds.length, group: groupName(document, groupId) }),
  mergeGroups: (groupIds: readonly string[]) => label('steps.mergeGroups', { count: groupIds.length }),
  renameGroup: (document: PlanDocument, groupId: string, name: string) =>
    label('steps.renameGroup', { name: groupName(document, groupId), to: name }),
  releaseGroups: (groupIds: readonly string[]) => label('steps.releaseGroups', { count: groupIds.length }),
  regroup: () => label('steps.regroup'),
  placeGroups: () => label('steps.placeGroups'),
  addWave: (document: PlanDocument) =>
    label('steps.addWave', { wave: Math.max(0, ...lookup(document).scenario.waves.map((wave) => wave.number)) + 1 }),
  editWave: (document: PlanDocument, waveId: string) => label('steps.editWave', { wave: waveNumber(document, waveId) }),
  reorderWave: (document: PlanDocument, waveId: string) =>
    label('steps.reorderWave', { wave: waveNumber(document, waveId) }),
  removeWave: (document: PlanDocument, waveId: string) =>
    label('steps.removeWave', { wave: waveNumber(document, waveId) }),
  addRule: () => label('steps.addRule'),
  editRule: () => label('steps.editRule'),
  removeRule: () => label('steps.removeRule'),
  addFreezeWindow: () => label('steps.addFreezeWindow'),
  editFreezeWindow: () => label('steps.editFreezeWindow'),
  removeFreezeWindow: () => label('steps.removeFreezeWindow'),
  editItems: editItemsLabel,
  editDependency: editDependencyLabel,
  editDependencies: editDependenciesLabel,
  addItems: (items: readonly { readonly name: string }[]) =>
    countedLabel('steps.addItem', 'steps.addItems', items.map(({ name }) => name)),
  removeItems: (document: PlanDocument, itemIds: readonly string[]) =>
    countedLabel('steps.removeItem', 'steps.removeItems', itemIds.map((itemId) => itemName(document, itemId))),
  addDependencies: (count: number) => label('steps.addDependencies', { count }),
  removeDependencies: (count: number) => label('steps.removeDependencies', { count }),
  pasteCells: (count: number) => label('steps.pasteCells', { count }),
  fillCells: (count: number) => label('steps.fillCells', { count }),
  clearCells: (count: number) => label('steps.clearCells', { count }),
  acceptSharedServices: (itemIds: readonly string[]) =>
    label('steps.acceptSharedServices', { count: itemIds.length }),
  nameFilter: (name: string) => label('steps.nameFilter', { name }),
  removeFilter: (name: string) => label('steps.removeFilter', { name }),
  nameView: (name: string) => label('steps.nameView', { name }),
  renameView: (name: string, to: string) => label('steps.renameView', { name, to }),
  removeView: (name: string) => label('steps.removeView', { name }),
  moveView: (name: string) => label('steps.moveView', { name }),
  renamePlan: (name: string) => label('steps.renamePlan', { name }),
  replaceContents: (fileName: string) => label('steps.replaceContents', { fileName }),
} as const
