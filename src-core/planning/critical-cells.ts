import { plainText } from '../violations/model/item-scope'
import type { UnitModel } from './unit-model'

/**
 * What rules limit of patient-critical groups: a cell is a rule and an organisation. A limit only warns, so it weighs in
 * the search and forbids nothing.
 */
export type CriticalCells = {
  readonly count: number
  /** The groups that each unit brings into the cells. */
  readonly ofUnit: readonly (readonly { readonly cell: number; readonly groups: number }[])[]
  /** By cell, the same in every wave. */
  readonly limit: Float64Array
}

export const criticalCells = ({ plan, groups, count }: UnitModel): CriticalCells => {
  if (plan.criticalLimits.length === 0) return { count: 0, ofUnit: [], limit: new Float64Array(0) }
  const limits: number[] = []
  const cells = new Map<string, number>()
  const cellOf = (rule: number, organisation: string): number => {
    const key = `${rule} ${organisation}`
    const known = cells.get(key)
    if (known !== undefined) return known
    limits.push(plan.criticalLimits[rule]!.rule.limit ?? 1)
    cells.set(key, cells.size)
    return cells.size - 1
  }
  const cellsOfGroup = (group: number): ReadonlySet<number> =>
    new Set(Array.from(plan.groups[group]!.items).filter((item) => plan.estate.isCritical[item] === 1).flatMap((item) => {
      const organisation = plainText(plan.estate.estate.items[item]!.organisation ?? '')
      if (organisation === '') return []
      return plan.criticalLimits.flatMap(({ member }, rule) => (member[item] === 1 ? [cellOf(rule, organisation)] : []))
    }))
  const ofUnit = Array.from({ length: count }, (_, unit) => {
    const sums = new Map<number, number>()
    for (const group of groups[unit]!) for (const cell of cellsOfGroup(group)) sums.set(cell, (sums.get(cell) ?? 0) + 1)
    return [...sums].map(([cell, members]) => ({ cell, groups: members }))
  })
  return { count: cells.size, ofUnit, limit: Float64Array.from(limits) }
}
