import { activeScenario, type PlanDocument, type Scenario } from '../plan/plan-document'
import type { ImportedWorkbook } from './imported-workbook'
import type { ItemMatch } from './matching'

/** Where a workbook places items otherwise than the plan does. It is shown and never taken: items keep their group and wave. */
export type OtherPlace =
  /** `name`: that of the move group in the plan; `items`: how many of its items have that wave in the workbook. */
  | { readonly field: 'wave'; readonly name: string; readonly items: number; readonly before: number | null; readonly after: number }
  | { readonly field: 'moveGroup'; readonly name: string; readonly items: 1; readonly before: string; readonly after: string }

type Place = { readonly group: string; readonly isNamed: boolean; readonly wave: number | null }

const placesOf = ({ groups, waves }: Scenario): ReadonlyMap<string, Place> => {
  const numberById = new Map(waves.map((wave) => [wave.id, wave.number]))
  const places = new Map<string, Place>()
  for (const { name, origin, waveId, itemIds } of groups) {
    const place = { group: name, isNamed: origin === 'planner', wave: numberById.get(waveId ?? '') ?? null }
    for (const id of itemIds) places.set(id, place)
  }
  return places
}

/**
 * Waves by the move groups of the plan, then move groups item by item: what the cells of matched items say otherwise. Blank
 * cells and computed groups say nothing. None where the plan has no waves yet, for then it takes those of the import.
 */
export const otherPlaces = (
  open: PlanDocument, imported: ImportedWorkbook, matches: ReadonlyMap<string, ItemMatch>,
): readonly OtherPlace[] => {
  const [ours, theirs] = [activeScenario(open), activeScenario(imported.document)]
  if (ours.waves.length === 0 && theirs.waves.length > 0) return []
  const [placeOf, otherPlaceOf] = [placesOf(ours), placesOf(theirs)]
  const cells = new Map(imported.waveCells)
  const waves = new Map<string, OtherPlace & { readonly field: 'wave' }>()
  const groups: OtherPlace[] = []
  for (const { id, name } of imported.document.estate.items) {
    const place = placeOf.get(matches.get(id)?.openId ?? '')
    const other = otherPlaceOf.get(id)
    if (!place || !other) continue
    const after = cells.has(id) ? (cells.get(id) ?? null) : other.wave
    if (after !== null && after !== place.wave) {
      const key = `${after} ${place.group}`
      waves.set(key, { field: 'wave', name: place.group, items: (waves.get(key)?.items ?? 0) + 1, before: place.wave, after })
    }
    if (other.isNamed && other.group !== place.group) groups.push({ field: 'moveGroup', name, items: 1, before: place.group, after: other.group })
  }
  return [...waves.values(), ...groups]
}
