import type { UnresolvedDependency } from '../estate/dependency'
import type { FindingLog } from './finding-log'
import { someNames } from './quoted-names'
import type { References } from './references'

/** Fewer are slips of the pen, each of which has a finding of its own. */
const leastRows = 3

/**
 * Says once why most rows of a list of dependencies point at nothing: what they join is listed nowhere, as where a sheet is
 * missing, its names are sought in the wrong column, or a list of dependencies is read as items. `itemSheets`: the sheets that
 * list items; where there are none, items are made of what is joined, and nothing points at nothing.
 */
export const reportUnlistedEnds = (
  { sheet, rows, unresolved, itemSheets }: {
    readonly sheet: string; readonly rows: number; readonly unresolved: readonly UnresolvedDependency[]; readonly itemSheets: readonly string[]
  },
  references: References, log: FindingLog,
): void => {
  if (itemSheets.length === 0 || unresolved.length < leastRows || unresolved.length * 2 < rows) return
  const unlisted = new Set<string>()
  let count = 0
  for (const { fromText, toText } of unresolved) {
    const missing = [fromText, toText].filter((text) => text !== '' && references.find(text).type === 'none')
    if (missing.length > 0) count += 1
    for (const text of missing) unlisted.add(text)
  }
  if (count < leastRows || count * 2 < rows) return
  log.add('ends-unlisted', { sheet }, { rows: count, all: rows, names: someNames([...unlisted]), of: unlisted.size, sheets: someNames(itemSheets), listed: itemSheets.length })
}
