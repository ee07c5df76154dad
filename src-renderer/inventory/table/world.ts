import { useMemo } from 'react'
import type { PlanLookup } from '@core/plan/lookup'
import type { PlanDocument } from '@core/plan/plan-document'
import type { Evaluation } from '@core/violations/evaluation'
import type { Violation } from '@core/violations/violation'
import { useTranslate } from '../../i18n/use-translate'
import type { Translation } from '../../i18n/use-translate'
import { useEvaluation, useLookup, usePlanDocument } from '../../stores/plan-store'

/** Everything that a cell's text may depend on. */
export type World = {
  readonly document: PlanDocument
  readonly found: PlanLookup
  readonly evaluation: Evaluation
  readonly words: Translation
}

export const useWorld = (): World => {
  const document = usePlanDocument()
  const found = useLookup()
  const evaluation = useEvaluation()
  const words = useTranslate()
  return useMemo(() => ({ document, found, evaluation, words }), [document, found, evaluation, words])
}

const hardOf = (violations: readonly Violation[]): number =>
  violations.filter((violation) => violation.severity === 'hard').length

/** Hard ones count more than any number of warnings; none is blank. */
export const violationKey = (violations: readonly Violation[] = []): number | undefined =>
  violations.length === 0 ? undefined : hardOf(violations) * 1000 + violations.length

/** `1 hard violation, 2 warnings`; '' for none. */
export const violationText = ({ t }: Translation, violations: readonly Violation[] = []): string => {
  const hard = hardOf(violations)
  const warnings = violations.length - hard
  return [
    hard > 0 ? t('common.hardViolations', { count: hard }) : '',
    warnings > 0 ? t('common.warnings', { count: warnings }) : '',
  ].filter(Boolean).join(', ')
}
