import type { Dependency } from '../estate/dependency'
import type { Estate } from '../estate/estate'
import { dependencyId } from './read-dependencies'
import { References, type Resolved } from './references'
import { UniqueIds } from './unique-ids'

export type MatchedDependencies = {
  readonly pairs: readonly { readonly before: Dependency; readonly after: Dependency }[]
  /** With ids that are free in the open plan. */
  readonly fresh: readonly Dependency[]
  /** Of the plan: what pointed at nothing before this import, likewise with free ids; `also`: what the import says of the same. */
  readonly found: readonly { readonly unresolvedId: string; readonly dependency: Dependency; readonly also?: Dependency }[]
  readonly gone: readonly Dependency[]
}

/**
 * Dependencies of the same ends and type are the same, first with first; then those of the same ends. Rows of the import
 * whose ends only the open plan knows count as well, and with `findsEnds` those of the plan that only the import knows.
 * `idOf`: from imported ids to those of the plan.
 */
export const matchDependencies = (
  open: Estate, imported: Estate, idOf: (id: string) => string, { findsEnds }: { readonly findsEnds: boolean },
): MatchedDependencies => {
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
  const fresh = pairUp(pairUp(unpaired, typed), ends)
  const found = findsEnds ? foundNow(open, imported, idOf) : []
  const also = joined(found, fresh)
  const known = new Set(also.values())
  const left = known.size === 0 ? fresh : fresh.filter((row) => !known.has(row))
  const free = withFreeIds(open, [...left, ...found])
  return {
    pairs, fresh: free.slice(0, left.length), gone: [...gone.values()],
    found: found.map((row, index) => {
      const same = also.get(row.id)
      return { unresolvedId: row.id, dependency: free[left.length + index] ?? row, ...(same && { also: same }) }
    }),
  }
}

const typed = ({ from, to, type }: Dependency): string => `${from}\n${to}\n${type}`
const ends = ({ from, to }: Dependency): string => `${from}\n${to}`

/** Rows of the plan that point at items which only the import has; not those that the plan has by itself. */
const foundNow = (open: Estate, imported: Estate, idOf: (id: string) => string): readonly Dependency[] => {
  if (open.unresolved.length === 0) return []
  const find = endsFinder(open, imported, idOf, 'open')
  const known = new Set(open.dependencies.map(ends))
  return open.unresolved.flatMap(({ fromText, toText, ...rest }): readonly Dependency[] => {
    const [from, to] = [find(fromText), find(toText)]
    if (from === null || to === null || from === to) return []
    const row = { ...rest, from, to }
    return known.has(ends(row)) ? [] : [row]
  })
}

/** By the ids of found rows those of the import that are the same: of the same ends and type, then of the same ends. */
const joined = (found: readonly Dependency[], fresh: readonly Dependency[]): ReadonlyMap<string, Dependency> => {
  const also = new Map<string, Dependency>()
  const taken = new Set<Dependency>()
  for (const keyOf of found.length > 0 ? [typed, ends] : []) {
    const waiting = queues(found.filter(({ id }) => !also.has(id)), keyOf)
    for (const row of fresh) {
      const same = taken.has(row) ? undefined : waiting.get(keyOf(row))?.shift()
      if (!same) continue
      also.set(same.id, row)
      taken.add(row)
    }
  }
  return also
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

/** The id in the plan of what a text names there: an item's id or name, or the id that a source had for it. */
const findIn = (open: Estate): ((text: string) => Resolved) => {
  const references = new References(open.items)
  const otherIds = new Map(open.imports.flatMap((record) => record.otherIds ?? []))
  return (text) => {
    const found = references.find(text)
    const other = found.type === 'none' ? otherIds.get(text) : undefined
    return other === undefined ? found : references.find(other)
  }
}

/** The id in the plan of what a text names in the one that is asked first, else in the other; null where it is neither or several. */
export const endsFinder = (
  open: Estate, imported: Estate, idOf: (id: string) => string, first: 'imported' | 'open' = 'imported',
): ((text: string) => string | null) => {
  const theirs = new References(imported.items)
  const findTheirs = (text: string): Resolved => {
    const found = theirs.find(text)
    return found.type === 'found' ? { type: 'found', id: idOf(found.id) } : found
  }
  const finds = first === 'imported' ? [findTheirs, findIn(open)] : [findIn(open), findTheirs]
  return (text) => {
    for (const find of text === '' ? [] : finds) {
      const found = find(text)
      if (found.type !== 'none') return found.type === 'found' ? found.id : null
    }
    return null
  }
}
