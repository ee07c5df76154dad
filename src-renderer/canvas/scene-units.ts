import { noGroup, type GraphModel } from './graph-model'

/** What is placed in a lane as one: a move group, or an item that has none. */
export type Unit = {
  readonly id: string
  /** Index in the model's groups, or `noGroup`. */
  readonly group: number
  readonly items: readonly number[]
}

/** Every item is in exactly one unit. Groups first, in the plan's order; then platforms and what stays. */
export const unitsOf = (model: GraphModel): readonly Unit[] => {
  const groups = model.groups.map((group, index): Unit => ({
    id: group.id,
    group: index,
    items: model.members[index] ?? [],
  }))
  const outside = model.items.flatMap((item, index): Unit[] =>
    model.groupOf[index] === noGroup ? [{ id: item.id, group: noGroup, items: [index] }] : [],
  )
  return [...groups.filter((unit) => unit.items.length > 0), ...outside]
}

export const nameOfUnit = (model: GraphModel, unit: Unit): string =>
  unit.group === noGroup || unit.items.length === 1
    ? (model.items[unit.items[0] ?? 0]?.name ?? unit.id)
    : (model.groups[unit.group]?.name ?? unit.id)

/** Unit index of every item. */
export const unitByItem = (model: GraphModel, units: readonly Unit[]): Int32Array => {
  const found = new Int32Array(model.items.length).fill(-1)
  units.forEach((unit, index) => unit.items.forEach((item) => (found[item] = index)))
  return found
}
