import type { Dependency } from '../../estate/dependency'
import type { Estate } from '../../estate/estate'
import type { Item } from '../../estate/item'
import { meaningOf } from './dependency-meaning'
import { dependencyWeight } from './dependency-weight'
import type { EstateModel } from './estate-model'

/** What rules say of the row of a dependency itself, beside what it means. */
const fieldsInRules = ['strength', 'order', 'maxLatencyMs'] as const

/** Places of the rows that are other than before; null where others are there, or lead elsewhere. */
const editsBetween = (before: readonly Dependency[], after: readonly Dependency[]): readonly number[] | null => {
  if (before.length !== after.length) return null
  const edits: number[] = []
  for (let row = 0; row < after.length; row++) {
    const [old, now] = [before[row]!, after[row]!]
    if (old === now) continue
    if (old.id !== now.id || old.from !== now.from || old.to !== now.to) return null
    edits.push(row)
  }
  return edits
}

type FigureOf = (dependency: Dependency, from: Item, to: Item) => number

/** The same array where no edit changes a figure in it. A dependency on what is not there has none. */
const withFigures = <A extends Uint8Array | Float64Array>({ indexById }: EstateModel, { items, dependencies }: Estate, known: A, edits: readonly number[], figureOf: FigureOf): A => {
  let figures = known
  for (const row of edits) {
    const dependency = dependencies[row]!
    const [from, to] = [items[indexById.get(dependency.from) ?? -1], items[indexById.get(dependency.to) ?? -1]]
    const figure = from && to ? figureOf(dependency, from, to) : known[row]
    if (figure === undefined || figure === figures[row]) continue
    if (figures === known) figures = known.slice() as A
    figures[row] = figure
  }
  return figures
}

/**
 * The model of an estate of which only cells of dependencies are other than before, none of their ends: what they do not
 * change is shared with the model before, by identity. null: it has to be compiled.
 */
export const editedDependencies = (before: EstateModel, estate: Estate): EstateModel | null => {
  const edits = before.estate.items === estate.items ? editsBetween(before.estate.dependencies, estate.dependencies) : null
  if (!edits) return null
  const meaning = withFigures(before, estate, before.meaning, edits, meaningOf)
  const pricePerDay = withFigures(before, estate, before.pricePerDay, edits, (dependency) => dependency.pricePerDay ?? 1)
  const isSameMeaning = meaning === before.meaning && pricePerDay === before.pricePerDay
  const isSaidOtherwise = edits.some((row) =>
    fieldsInRules.some((field) => before.estate.dependencies[row]![field] !== estate.dependencies[row]![field]))
  return {
    ...before,
    estate,
    meaning,
    pricePerDay,
    weight: withFigures(before, estate, before.weight, edits, dependencyWeight),
    // Bridges hang on the array of the ends, and on what is asked of them.
    from: isSameMeaning ? before.from : before.from.slice(),
    boundBy: isSaidOtherwise ? estate.dependencies : before.boundBy,
    planModels: new WeakMap(),
  }
}
