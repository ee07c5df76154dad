import type { Dependency } from '../estate/dependency'
import type { Estate } from '../estate/estate'
import type { CommonPlace } from './likeness'

type Links = ReadonlyMap<string, readonly string[]>

const linksOf = (dependencies: readonly Dependency[]): Links => {
  const links = new Map<string, Set<string>>()
  const add = (id: string, neighbour: string): void => {
    const known = links.get(id)
    if (known) known.add(neighbour)
    else links.set(id, new Set([neighbour]))
  }
  for (const { from, to } of dependencies) {
    if (from === to) continue
    add(from, to)
    add(to, from)
  }
  return new Map([...links].map(([id, neighbours]) => [id, [...neighbours]]))
}

const nothing: readonly string[] = []

/**
 * What lies around items of the plan and of an import, by the ids of the plan. Only neighbours that are known on both sides count:
 * those that are new or gone themselves say nothing yet. `openIdOf`: of an imported item that is known, its id in the plan; one
 * that is found later is to be added.
 */
export class CommonPlaces {
  readonly #open: Links
  readonly #imported: Links
  readonly #openIdOf: (importedId: string) => string | undefined
  readonly #known: Set<string>
  readonly #servers: ReadonlySet<string>

  constructor(open: Estate, imported: Estate, openIdOf: (importedId: string) => string | undefined) {
    this.#open = linksOf(open.dependencies)
    this.#imported = linksOf(imported.dependencies)
    this.#openIdOf = openIdOf
    this.#known = new Set(imported.items.flatMap(({ id }) => openIdOf(id) ?? []))
    this.#servers = new Set(open.items.flatMap(({ id, kind }) => (kind === 'server' ? id : [])))
  }

  add(openId: string): void {
    this.#known.add(openId)
  }

  around(id: string, side: 'open' | 'imported'): readonly string[] {
    if (side === 'open') return (this.#open.get(id) ?? nothing).filter((neighbour) => this.#known.has(neighbour))
    return (this.#imported.get(id) ?? nothing).flatMap((neighbour) => this.#openIdOf(neighbour) ?? [])
  }

  /** A neighbour weighs less the more items it has around it: what hangs on the same directory has nothing else in common. */
  #weight(openId: string): number {
    return 1 / Math.log2(1 + Math.max(1, this.#open.get(openId)?.length ?? 1))
  }

  of(openId: string, importedId: string): CommonPlace {
    const mine = new Set(this.around(openId, 'open'))
    const theirs = new Set(this.around(importedId, 'imported'))
    let [shared, all, sharedNeighbours, hasServer] = [0, 0, 0, false]
    for (const id of new Set([...mine, ...theirs])) {
      const weight = this.#weight(id)
      all += weight
      if (!mine.has(id) || !theirs.has(id)) continue
      shared += weight
      sharedNeighbours += 1
      hasServer ||= this.#servers.has(id)
    }
    return { shared, all, sharedNeighbours, neighbours: mine.size + theirs.size - sharedNeighbours, hasServer }
  }
}
