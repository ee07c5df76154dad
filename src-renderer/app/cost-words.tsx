import { Fragment } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { SeverityIcon } from './violation-marks'

/** What a change makes of the whole plan, against now. */
export type PlanCost = { readonly hard: number; readonly warnings: number; readonly bridgePrice: number }

type CostWord = { readonly kind: 'hard' | 'warning' | 'price'; readonly text: string }

/** Below this a price is shown as nothing. */
const leastPrice = 0.5

export const costsNothing = ({ hard, warnings, bridgePrice }: PlanCost): boolean =>
  hard === 0 && warnings === 0 && Math.abs(bridgePrice) < leastPrice

/** What changes, in a few words: the worst first. */
const useCostWords = (): ((cost: PlanCost) => readonly CostWord[]) => {
  const { t, formatNumber } = useTranslate()
  return ({ hard, warnings, bridgePrice }) => {
    const price = formatNumber(Math.abs(bridgePrice), 0)
    return [
      ...(hard > 0 ? [{ kind: 'hard' as const, text: t('reasons.moreHard', { count: hard }) }] : []),
      ...(hard < 0 ? [{ kind: 'price' as const, text: t('reasons.lessHard', { count: -hard }) }] : []),
      ...(warnings > 0 ? [{ kind: 'warning' as const, text: t('reasons.moreWarnings', { count: warnings }) }] : []),
      ...(warnings < 0 ? [{ kind: 'price' as const, text: t('reasons.lessWarnings', { count: -warnings }) }] : []),
      ...(Math.abs(bridgePrice) >= leastPrice
        ? [{ kind: 'price' as const, text: t(bridgePrice > 0 ? 'reasons.morePrice' : 'reasons.lessPrice', { price }) }]
        : []),
    ]
  }
}

/** A change by its price: each part with its sign where it makes the plan worse. Nothing where it changes nothing. */
export const CostWords = ({ cost }: { readonly cost: PlanCost }): ReactElement => {
  const words = useCostWords()(cost)
  return (
    <>
      {words.map(({ kind, text }) => (
        <Fragment key={text}>
          <span data-kind={kind}>{kind !== 'price' && <SeverityIcon severity={kind} size={13} />}{text}</span>{' '}
        </Fragment>
      ))}
    </>
  )
}
