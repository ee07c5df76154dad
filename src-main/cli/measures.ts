import { isMovable } from '@core/estate/item'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import { lowerBoundWaves, type BoundOptions } from '@core/planning/bounds'
import type { Proposal } from '@core/planning/proposal'
import { detectSharedServices } from '@core/planning/shared-services'
import { strongComponents } from '@core/planning/strong-components'
import { planFigures } from '@core/violations/plan-figures'
import type { Finding } from '@core/workbook/finding'

/** The object that `--json` prints (DESIGN 4): counts unless said, null where unknown. */
export type Measures = {
  readonly items: number
  readonly dependencies: number
  readonly findings: number
  readonly moveGroups: number
  /** Items in it. */
  readonly largestMoveGroup: number
  /** Sets of items that need each other in a circle, by dependencies of any strength. */
  readonly cycles: number
  /** Accepted ones and those that are proposed. */
  readonly sharedServices: number
  /** Those that hold a move group. */
  readonly waves: number
  readonly lowerBoundWaves: number | null
  readonly provenOptimal: boolean | null
  readonly violations: { readonly hard: number; readonly warning: number }
  readonly bridges: { readonly count: number; readonly price: number }
  /** From the start of the command. */
  readonly seconds: number
  readonly steps: number | null
}

/** Cycles through what moves: a platform is left and a retained item stays, so that a way through them is no cycle. */
const countCycles = ({ estate }: PlanDocument): number => {
  const movable = estate.items.filter(isMovable)
  const indexById = new Map(movable.map((item, index) => [item.id, index]))
  const edges = estate.dependencies.flatMap((dependency) => {
    const from = indexById.get(dependency.from)
    const to = indexById.get(dependency.to)
    return from === undefined || to === undefined ? [] : [{ from, to }]
  })
  const offsets = new Int32Array(movable.length + 1)
  for (const { from } of edges) offsets[from + 1] = (offsets[from + 1] ?? 0) + 1
  for (let node = 0; node < movable.length; node += 1) offsets[node + 1] = (offsets[node + 1] ?? 0) + (offsets[node] ?? 0)
  const next = offsets.slice()
  const targets = new Int32Array(edges.length)
  for (const { from, to } of edges) {
    const place = next[from] ?? 0
    targets[place] = to
    next[from] = place + 1
  }
  const sizes = new Map<number, number>()
  for (const component of strongComponents(movable.length, offsets, targets)) {
    sizes.set(component, (sizes.get(component) ?? 0) + 1)
  }
  return [...sizes.values()].filter((size) => size > 1).length
}

export type Measured = {
  readonly document: PlanDocument
  readonly findings: readonly Finding[]
  readonly proposal: Proposal | null
  readonly bounds: BoundOptions
  readonly seconds: number
}

export const measure = ({ document, findings, proposal, bounds, seconds }: Measured): Measures => {
  const scenario = activeScenario(document)
  const { estate } = document
  const figures = planFigures(document)
  const accepted = estate.items.filter((item) => item.sharedService === true).length
  return {
    items: estate.items.length,
    dependencies: estate.dependencies.length,
    findings: findings.length,
    moveGroups: scenario.groups.length,
    largestMoveGroup: scenario.groups.reduce((most, group) => Math.max(most, group.itemIds.length), 0),
    cycles: countCycles(document),
    sharedServices: accepted + detectSharedServices(estate, scenario.rules).length,
    waves: figures.waves,
    lowerBoundWaves: proposal ? proposal.lowerBoundWaves : lowerBoundWaves(document, bounds),
    provenOptimal: proposal?.provenOptimal ?? null,
    violations: { hard: figures.hard, warning: figures.warnings },
    bridges: { count: figures.bridges, price: figures.bridgePrice },
    seconds: Math.round(seconds * 1000) / 1000,
    steps: proposal?.steps ?? null,
  }
}
