import { useEffect, useState } from 'react'
import type { PlanDocument } from '@core/plan/plan-document'
import { planBounds } from '@core/planning/bounds'
import type { PlanBounds } from '@core/planning/plan-bounds'
import { usePlanDocument } from '../stores/plan-store'

type Known = { readonly document: PlanDocument; readonly bounds: PlanBounds }

/** What no complete plan can do without; null until it is known. Computed when the window has nothing else to do. */
export const usePlanBounds = (): PlanBounds | null => {
  const document = usePlanDocument()
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    const id = requestIdleCallback(() => setKnown({ document, bounds: planBounds(document, {}) }), { timeout: 2_000 })
    return () => cancelIdleCallback(id)
  }, [document])
  return known?.document === document ? known.bounds : null
}
