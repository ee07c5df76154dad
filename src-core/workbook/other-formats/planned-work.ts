import type { IsoDate } from '../../estate/item'
import { translator, type Language } from '../../messages/translator'
import { lookup } from '../../plan/lookup'
import type { MoveGroup, PlanDocument } from '../../plan/plan-document'
import type { Wave } from '../../plan/wave'
import { isDatedWave } from '../plan-workbook/gantt-calendar'

/** A move group as a piece of work with what must come before it. */
export type WorkGroup = {
  readonly group: MoveGroup
  readonly wave: Wave | null
  /** Those of its wave; absent where that has none. */
  readonly start?: IsoDate
  readonly end?: IsoDate
  /** Person-days. */
  readonly effort: number
  readonly itemNames: readonly string[]
  /** Ids of the groups that go first: by provider-first dependencies and by rules of order. */
  readonly predecessorIds: readonly string[]
}

/** Group ids that each group has to follow: what its items need first, and what `before` rules put in front. */
const predecessors = (document: PlanDocument): ReadonlyMap<string, ReadonlySet<string>> => {
  const { groupByItemId, scenario, itemById } = lookup(document)
  const found = new Map<string, Set<string>>()
  const add = (firstItem: string, nextItem: string): void => {
    const first = groupByItemId.get(firstItem)
    const next = groupByItemId.get(nextItem)
    if (!first || !next || first.id === next.id) return
    const known = found.get(next.id) ?? new Set<string>()
    known.add(first.id)
    found.set(next.id, known)
  }
  for (const { from, to, order, strength } of document.estate.dependencies) {
    const isShared = itemById.get(to)?.sharedService === true && strength === 'hard'
    if (order === 'provider-first' || isShared) add(to, from)
  }
  for (const rule of scenario.rules) {
    if (rule.type === 'before') rule.itemIds.forEach((id, index) => (index > 0 ? add(rule.itemIds[index - 1] ?? '', id) : undefined))
  }
  return found
}

/** Groups that wait for each other in a circle, or for one in a later wave, cannot be linked: those links are left out. */
const withoutCircles = (order: readonly MoveGroup[], wanted: ReadonlyMap<string, ReadonlySet<string>>, place: (group: MoveGroup) => number) => {
  const placeById = new Map(order.map((group) => [group.id, place(group)]))
  const kept = new Map<string, string[]>()
  const reaches = (from: string, target: string, seen = new Set<string>()): boolean => {
    if (from === target) return true
    if (seen.has(from)) return false
    seen.add(from)
    return (kept.get(from) ?? []).some((next) => reaches(next, target, seen))
  }
  for (const group of order) {
    for (const first of wanted.get(group.id) ?? []) {
      const isLater = (placeById.get(first) ?? 0) > (placeById.get(group.id) ?? 0)
      if (isLater || reaches(first, group.id)) continue
      kept.set(group.id, [...(kept.get(group.id) ?? []), first])
    }
  }
  return kept
}

/** Every move group in the order of the waves, the unplanned ones last. */
export const plannedWork = (document: PlanDocument): readonly WorkGroup[] => {
  const { scenario, waveById, itemById, effortOfGroup } = lookup(document)
  const placeByWave = new Map(scenario.waves.map((wave, index) => [wave.id, index]))
  const place = ({ waveId }: MoveGroup): number => placeByWave.get(waveId ?? '') ?? scenario.waves.length
  const order = scenario.groups.toSorted((a, b) => place(a) - place(b))
  const links = withoutCircles(order, predecessors(document), place)
  return order.map((group): WorkGroup => {
    const wave = waveById.get(group.waveId ?? '') ?? null
    return {
      group, wave, effort: effortOfGroup(group),
      ...(wave && isDatedWave(wave) && { start: wave.start, end: wave.end }),
      itemNames: group.itemIds.map((id) => itemById.get(id)?.name ?? id),
      predecessorIds: links.get(group.id) ?? [],
    }
  })
}

/** Number and name of a wave; where it is only named after its number, that once. */
export const waveTitle = ({ name, number }: Wave, language: Language): string => {
  const t = translator(language)
  const plain = t('common.wave', { number })
  return name === undefined || name === plain ? plain : t('common.waveNamed', { number, name })
}
