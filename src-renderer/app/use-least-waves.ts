import { useEffect, useState } from 'react'
import type { PlanDocument } from '@core/plan/plan-document'
import { lowerBoundWaves } from '@core/planning/bounds'
import { provedWaves } from '../figures/proved-waves'
import { usePlanDocument } from '../stores/plan-store'

type Known = { readonly document: PlanDocument; readonly least: number }

/**
 * No complete plan has fewer waves than this; null until it is known. Computed when the window has nothing else to do,
 * so that no drag waits for it; the last figure stays until the next is there.
 */
export const useLeastWaves = (): number | null => {
  const document = usePlanDocument()
  const [known, setKnown] = useState<Known | null>(null)
  useEffect(() => {
    const id = requestIdleCallback(() => setKnown({ document, least: provedWaves(document)?.waves ?? lowerBoundWaves(document, {}) }), { timeout: 2_000 })
    return () => cancelIdleCallback(id)
  }, [document])
  return known && known.document.id === document.id ? known.least : null
}
