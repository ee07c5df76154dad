import { useEffect, useState } from 'react'
import { applyChange } from '@core/plan/apply-change'
import type { PlanDocument } from '@core/plan/plan-document'
import { evaluate } from '@core/violations/evaluate'
import type { Fix } from '@core/violations/fixes-for'
import type { Violation } from '@core/violations/violation'
import type { PlanCost } from '../app/cost-words'

/** What a fix changes beside the violation that it is for. */
export const costBeside = (document: PlanDocument, violation: Violation, fix: Fix): PlanCost => {
  const [now, then] = [evaluate(document), evaluate(applyChange(document, fix.change).document)]
  const own = (severity: Violation['severity']): number => (violation.severity === severity ? 1 : 0)
  return {
    hard: then.hard - now.hard + own('hard'),
    warnings: then.warnings - now.warnings + own('warning'),
    bridgePrice: then.bridges.price - now.bridges.price,
  }
}

type Known = { readonly fixes: readonly Fix[]; readonly costs: readonly PlanCost[] }

/**
 * What each fix costs, one after the other as they become known: each is a plan of its own to judge, so that the list
 * is not kept waiting for them.
 */
export const useFixCosts = (document: PlanDocument, violation: Violation, fixes: readonly Fix[]): readonly PlanCost[] => {
  const [known, setKnown] = useState<Known>({ fixes, costs: [] })
  const costs = known.fixes === fixes ? known.costs : []
  useEffect(() => {
    const next = fixes[costs.length]
    if (!next) return
    const id = requestIdleCallback(
      () => setKnown({ fixes, costs: [...costs, costBeside(document, violation, next)] }), { timeout: 500 },
    )
    return () => cancelIdleCallback(id)
  })
  return costs
}
