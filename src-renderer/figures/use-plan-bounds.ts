import { useEffect, useState } from 'react'
import type { PlanDocument } from '@core/plan/plan-document'
import { planBounds } from '@core/planning/bounds'
import type { PlanBounds } from '@core/planning/plan-bounds'
import { usePlanDocument } from '../stores/plan-store'
import { provedWaves } from './proved-waves'

/** The stronger of what is computed and what a search has proved. */
const boundsOf = (document: PlanDocument): PlanBounds => {
  const bounds = planBounds(document, {})
  const proved = provedWaves(document)
  return proved && proved.waves >= bounds.waves.waves ? { ...bounds, waves: proved } : bounds
}

type Known = { readonly document: PlanDocument; readonly bounds: PlanBounds }

/** What no complete plan can do without; null until it is known. Computed when the window has nothing else to do. */
export const usePlanBounds = (): PlanBounds | null => {
  const document = usePlanDocument()
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    const id = requestIdleCallback(() => setKnown({ document, bounds: boundsOf(document) }), { timeout: 2_000 })
    return () => cancelIdleCallback(id)
  }, [document])
  return known?.document === document ? known.bounds : null
}
