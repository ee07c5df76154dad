import type { Dependency } from '../../estate/dependency'
import type { IsoDate } from '../../estate/item'
import type { PlanDocument } from '../../plan/plan-document'
import { isIsoDay } from '../../plan/dates'
import type { Wave } from '../../plan/wave'
import { bridgeDaysOf } from '../../violations/bridges'
import { planModel } from '../../violations/model/plan-model'

/** One dependency that spans waves: from when to when, and at what price (DESIGN 2 and 5, points 4 and 9). */
export type Bridge = {
  readonly dependency: Dependency
  /** null: a retained item, which is in no wave. */
  readonly fromWave: Wave | null
  readonly toWave: Wave | null
  /** Absent where the wave has no such date. */
  readonly start?: IsoDate
  readonly end?: IsoDate
  readonly days: number
  readonly pricePerDay: number
  readonly price: number
}

const dayOrNone = (day: IsoDate | undefined): IsoDate | undefined => (day !== undefined && isIsoDay(day) ? day : undefined)

/** All bridges of the active scenario, the dearest first; their prices add up to that of `evaluate`. */
export const listBridges = (document: PlanDocument): readonly Bridge[] => {
  const plan = planModel(document)
  const { waves } = plan.calendar
  const bridges: Bridge[] = []
  for (const [index, dependency] of document.estate.dependencies.entries()) {
    const days = bridgeDaysOf(plan, index)
    if (days === 0) continue
    const at = (items: Int32Array): number => plan.waveOf[items[index] ?? -1] ?? -1
    const places = [at(plan.estate.from), at(plan.estate.to)] as const
    const isRetained = places.includes(-1)
    const first = waves[isRetained ? Math.max(...places) : Math.min(...places)]
    const last = waves[isRetained ? waves.length - 1 : Math.max(...places)]
    const start = dayOrNone(first?.start)
    const end = dayOrNone(last?.end)
    const pricePerDay = plan.estate.pricePerDay[index] ?? 1
    bridges.push({
      dependency, fromWave: waves[places[0]] ?? null, toWave: waves[places[1]] ?? null, days, pricePerDay, price: days * pricePerDay,
      ...(start !== undefined && { start }), ...(end !== undefined && { end }),
    })
  }
  return bridges.sort((a, b) => b.price - a.price || b.days - a.days)
}
