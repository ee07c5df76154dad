import type { NewId } from '@core/ids'
import type { PlanDocument } from '@core/plan/plan-document'

/** Counted ids that the plan does not use yet: the same run over the same plan gives the same ids. */
export const freshIds = (document: PlanDocument): NewId => {
  const taken = new Set(document.scenarios.flatMap((scenario) =>
    [...scenario.groups, ...scenario.waves, ...scenario.rules, ...scenario.freezeWindows].map((row) => row.id),
  ))
  let last = 0
  return (prefix) => {
    let id: string
    do id = `${prefix}${++last}`
    while (taken.has(id))
    taken.add(id)
    return id
  }
}
