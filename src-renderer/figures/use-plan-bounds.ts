import { useEffect, useState } from 'react'
import type { PlanDocument } from '@core/plan/plan-document'
import { lowerBoundWaves, planBounds } from '@core/planning/bounds'
import type { PlanBounds } from '@core/planning/plan-bounds'
import { haveSameBounds } from '@core/planning/same-bounds'
import { usePlanDocument } from '../stores/plan-store'
import { provedWaves } from './proved-waves'

type Known<T> = { readonly document: PlanDocument; readonly value: T }

/**
 * What is computed of the plan when the window has nothing else to do, so that no drag waits for it; not again where only
 * groups were moved. The last value stays until the next is there.
 */
const useAtIdle = <T>(compute: (document: PlanDocument) => T): Known<T> | null => {
  const document = usePlanDocument()
  const [known, setKnown] = useState<Known<T> | null>(null)
  useEffect(() => {
    if (known && haveSameBounds(known.document, document)) return undefined
    const id = requestIdleCallback(() => setKnown({ document, value: compute(document) }), { timeout: 2_000 })
    return () => cancelIdleCallback(id)
  }, [document, known, compute])
  return known
}

/** The stronger of what is computed and what a search has proved. */
const boundsOf = (document: PlanDocument): PlanBounds => {
  const bounds = planBounds(document, {})
  const proved = provedWaves(document)
  return proved && proved.waves >= bounds.waves.waves ? { ...bounds, waves: proved } : bounds
}

const leastOf = (document: PlanDocument): number => provedWaves(document)?.waves ?? lowerBoundWaves(document, {})

/** What no complete plan can do without; null until it is known. */
export const usePlanBounds = (): PlanBounds | null => {
  const document = usePlanDocument()
  const known = useAtIdle(boundsOf)
  return known && haveSameBounds(known.document, document) ? known.value : null
}

/** No complete plan has fewer waves than this; null until it is known for the plan that is open. */
export const useLeastWaves = (): number | null => {
  const { id } = usePlanDocument()
  const known = useAtIdle(leastOf)
  return known?.document.id === id ? known.value : null
}
