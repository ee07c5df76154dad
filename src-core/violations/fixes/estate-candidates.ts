import { acceptSharedServices, editDependency, editItem } from '../../plan/commands'
import { type Candidate, type Case, ranks } from './candidate'

/**
 * What the inventory says may be wrong: the dependency made soft, of any order, its provider a shared service, or not
 * to be retired.
 */
export const estateEdits = ({ document, violation, newId }: Case): readonly Candidate[] => {
  const dependency = document.estate.dependencies.find(({ id }) => id === violation.dependencyId)
  if (!dependency || violation.type === 'latency') return []
  const nameOf = (itemId: string): string => document.estate.items.find(({ id }) => id === itemId)?.name ?? itemId
  const names = { from: nameOf(dependency.from), to: nameOf(dependency.to) }
  if (violation.type === 'retired-early') {
    return [{
      rank: ranks.estate,
      cost: 1,
      label: { key: 'violations.fixKeep', params: { item: names.to } },
      change: () => editItem(document, dependency.to, { disposition: undefined }, newId),
    }]
  }
  const soft: Candidate = {
    rank: ranks.estate,
    cost: 1,
    label: { key: dependency.strength === 'hard' ? 'violations.fixSoft' : 'violations.fixAnyOrder', params: names },
    change: () => editDependency(document, dependency.id, { strength: 'soft', order: 'any' }, newId),
  }
  if (violation.type !== 'hard-dependency') return [soft]
  return [soft, {
    rank: ranks.estate,
    cost: 2,
    label: { key: 'violations.fixShared', params: { item: names.to } },
    change: () => acceptSharedServices(document, [dependency.to], newId),
  }]
}
