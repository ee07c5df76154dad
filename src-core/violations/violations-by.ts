import type { Evaluation } from './evaluation'
import type { Violation } from './violation'

const group = (
  violations: readonly Violation[], keysOf: (violation: Violation) => readonly string[],
): ReadonlyMap<string, readonly Violation[]> => {
  const byKey = new Map<string, Violation[]>()
  for (const violation of violations) {
    for (const key of keysOf(violation)) {
      const known = byKey.get(key)
      if (known) known.push(violation)
      else byKey.set(key, [violation])
    }
  }
  return byKey
}

const lazy = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

type Lookups = Pick<
  Evaluation,
  'violationsByItemId' | 'violationsByGroupId' | 'violationsByDependencyId' | 'violationsByWaveId'
>

/** Lookups over a list of violations, each built when it is first read. */
export const violationsBy = (violations: readonly Violation[]): Lookups => {
  const byItem = lazy(() => group(violations, ({ itemIds }) => itemIds))
  const byGroup = lazy(() => group(violations, ({ groupIds }) => groupIds))
  const byWave = lazy(() => group(violations, ({ waveIds }) => waveIds))
  const byDependency = lazy(() => group(violations, ({ dependencyId }) => (dependencyId ? [dependencyId] : [])))
  return {
    get violationsByItemId() { return byItem() },
    get violationsByGroupId() { return byGroup() },
    get violationsByDependencyId() { return byDependency() },
    get violationsByWaveId() { return byWave() },
  }
}
