import { effortOf } from '../../estate/item'
import { lookup } from '../../plan/lookup'
import type { PlanDocument } from '../../plan/plan-document'
import type { Wave } from '../../plan/wave'
import type { Evaluation } from '../../violations/evaluation'

/** What lies in one wave, as the cover and the Gantt sheet tell it. */
export type WaveFigures = {
  readonly wave: Wave
  readonly groups: number
  readonly items: number
  /** Person-days. */
  readonly effort: number
  /** Effort of capacity, 0 to more than 1; undefined without a capacity. */
  readonly load?: number
}

export type PlanFigures = {
  readonly items: number
  readonly groups: number
  readonly unplannedGroups: number
  readonly effort: number
  readonly waves: readonly WaveFigures[]
}

export const planFigures = (document: PlanDocument, evaluation: Evaluation): PlanFigures => {
  const { scenario } = lookup(document)
  const waves = scenario.waves.map((wave): WaveFigures => {
    const { groups = 0, items = 0, effort = 0 } = evaluation.loadByWaveId.get(wave.id) ?? {}
    const isLimited = wave.capacity !== undefined && wave.capacity > 0
    return { wave, groups, items, effort, ...(isLimited && { load: effort / (wave.capacity ?? 1) }) }
  })
  return {
    items: document.estate.items.length,
    groups: scenario.groups.length,
    unplannedGroups: scenario.groups.filter((group) => group.waveId === null).length,
    effort: document.estate.items.reduce((sum, item) => sum + effortOf(item), 0),
    waves,
  }
}
