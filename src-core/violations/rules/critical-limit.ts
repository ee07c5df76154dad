import type { PlanModel } from '../model/plan-model'
import type { RuleModel } from '../model/rule-model'
import { plainText } from '../model/item-scope'
import type { Report } from '../report'
import type { Violation } from '../violation'
import { groupIdsOf, itemIdsOf, waveIdAt } from './participants'

/** Patient-critical items of one organisation in one wave, and the groups they are in. */
type Cell = { readonly position: number; readonly organisation: string; readonly items: number[]; readonly groups: Set<number> }

const cellsOf = (plan: PlanModel, model: RuleModel, positions: ReadonlySet<number>): Iterable<Cell> => {
  const cells = new Map<string, Cell>()
  plan.estate.criticalItems.forEach((item) => {
    const position = plan.waveOf[item]!
    if (model.member[item] === 0 || !positions.has(position)) return
    const organisation = plan.estate.estate.items[item]!.organisation ?? ''
    if (plainText(organisation) === '') return
    const key = `${position}\u0000${plainText(organisation)}`
    const cell = cells.get(key) ?? { position, organisation, items: [], groups: new Set() }
    cells.set(key, cell)
    cell.items.push(item)
    cell.groups.add(plan.groupOf[item]!)
  })
  return cells.values()
}

const violation = (plan: PlanModel, { rule }: RuleModel, cell: Cell, limit: number): Violation => ({
  id: `critical-limit:${rule.id}:${waveIdAt(plan, cell.position)}:${plainText(cell.organisation)}`,
  type: 'critical-limit',
  severity: 'warning',
  itemIds: itemIdsOf(plan, cell.items),
  groupIds: groupIdsOf(plan, cell.items),
  waveIds: [waveIdAt(plan, cell.position)],
  ruleId: rule.id,
  params: { groups: cell.groups.size, limit, organisation: cell.organisation },
})

/**
 * A warning where one wave has more patient-critical groups of one organisation than the rule allows (1 where it says
 * nothing). Items without an organisation are not counted.
 */
export const checkCriticalLimit = (
  plan: PlanModel, model: RuleModel, positions: ReadonlySet<number>, report: Report,
): void => {
  const limit = model.rule.limit ?? 1
  for (const cell of cellsOf(plan, model, positions)) {
    if (cell.groups.size > limit) report.warning(() => violation(plan, model, cell, limit))
  }
}
