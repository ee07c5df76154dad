import type { Dependency } from '../estate/dependency'
import type { Estate } from '../estate/estate'
import { dependencyId } from './read-dependencies'
import { References } from './references'
import { UniqueIds } from './unique-ids'

export type MatchedDependencies = {
  readonly pairs: readonly { readonly before: Dependency; readonly after: Dependency }[]
  /** With ids that are free in the open plan. */
  readonly fresh: readonly Dependency[]
  readonly gone: readonly Dependency[]
}

/**
 * Dependencies of the same ends and type are the same, first with first; then those of the same ends. Rows of the import
 * whose ends only the open plan knows count as well. `idOf`: from imported ids to those of the plan.
 */
export const matchDependencies = (open: Estate, imported: Estate, idOf: (id: string) => string): MatchedDependencies => {
  const gone = new Map(open.dependencies.map((row) => [row.id, row]))
  const pairs: { before: Dependency; after: Dependency }[] = []
  const unpaired = withoutSameIds([...imported.dependencies.map((row) => withEnds(row, idOf)), ...nowResolved(open, imported, idOf)], gone, pairs)
  const pairUp = (after: readonly Dependency[], keyOf: (row: Dependency) => string): readonly Dependency[] => {
    if (after.length === 0) return after
    const waiting = queues(gone.values(), keyOf)
    return after.filter((row) => {
      const before = waiting.get(keyOf(row))?.shift()
      if (!before) return true
      gone.delete(before.id)
      pairs.push({ before, after: row })
      return false
    })
  }
  const others = pairUp(unpaired, (row) => `${row.from}\n${row.to}\n${row.type}`)
  const fresh = pairUp(others, (row) => `${row.from}\n${row.to}`)
  return { pairs, fresh: withFreeIds(open, fresh), gone: [...gone.values()] }
}

const withEnds = (row: Dependency, idOf: (id: string) => string): Dependency => {
  const [from, to] = [idOf(row.from), idOf(row.to)]
  return from === row.from && to === row.to ? row : { ...row, from, to }
}

/** Ids are made from the ends: in a second import of the same rows they are the same, and nothing needs to be looked for. */
const withoutSameIds = (
  rows: readonly Dependency[], gone: Map<string, Dependency>, pairs: { before: Dependency; after: Dependency }[],
): readonly Dependency[] =>
  rows.filter((row) => {
    const before = gone.get(row.id)
    if (before?.from !== row.from || before.to !== row.to || before.type !== row.type) return true
    gone.delete(row.id)
    pairs.push({ before, after: row })
    return false
  })

const queues = (rows: Iterable<Dependency>, keyOf: (row: Dependency) => string): ReadonlyMap<string, Dependency[]> => {
  const byKey = new Map<string, Dependency[]>()
  for (const row of rows) {
    const list = byKey.get(keyOf(row))
    if (list) list.push(row)
    else byKey.set(keyOf(row), [row])
  }
  return byKey
}

const withFreeIds = (open: Estate, rows: readonly Dependency[]): readonly Dependency[] => {
  if (rows.length === 0) return rows
  const ids = new UniqueIds()
  for (const row of open.dependencies) ids.take(row.id)
  return rows.map((row) => ({ ...row, id: dependencyId(ids, row.from, row.to) }))
}

/** Rows of the import that point at items which only the open plan has. */
const nowResolved = (open: Estate, imported: Estate, idOf: (id: string) => string): readonly Dependency[] => {
  if (imported.unresolved.length === 0) return []
  const find = endsFinder(open, imported, idOf)
  return imported.unresolved.flatMap((row): Dependency[] => {
    const { fromText, toText, ...rest } = row
    const [from, to] = [find(fromText), find(toText)]
    return from === null || to === null || from === to ? [] : [{ ...rest, from, to }]
  })
}

/** The id in the plan of what a text names in the import, else in the open plan; null where it is neither or several. */
export const endsFinder = (open: Estate, imported: Estate, idOf: (id: string) => string): ((text: string) => string | null) => {
  const [theirs, ours] = [new References(imported.items), new References(open.items)]
  return (text) => {
    if (text === '') return null
    const found = theirs.find(text)
    if (found.type === 'found') return idOf(found.id)
    const known = found.type === 'none' ? ours.find(text) : found
    return known.type === 'found' ? known.id : null
  }
}
