import { useEffect, useState } from 'react'
import { activeScenario } from '@core/plan/plan-document'
import { detectSharedServices } from '@core/planning/shared-services'
import type { SharedServiceCandidate } from '@core/planning/shared-services'
import { usePlanDocument } from '../stores/plan-store'

/** Looked for when nothing else is to be done: it walks the whole estate. */
export const useSharedServiceCandidates = (): readonly SharedServiceCandidate[] => {
  const document = usePlanDocument()
  const { estate } = document
  const { rules } = activeScenario(document)
  const [candidates, setCandidates] = useState<readonly SharedServiceCandidate[]>([])
  useEffect(() => {
    const id = requestIdleCallback(() => setCandidates(detectSharedServices(estate, rules)), { timeout: 1_000 })
    return () => cancelIdleCallback(id)
  }, [estate, rules])
  return candidates
}
