import type { Translate } from '@core/messages/translator'
import type { Line } from './lines'

/** Words on a line: weight where it is a sum; order, latency and price where it is one dependency. */
export const lineWords = (t: Translate, { count, only }: Line): string => {
  if (!only) return count > 1 ? String(count) : ''
  return [
    ...(only.order === 'together' && only.strength === 'soft' ? [t('mass.orderTogether')] : []),
    ...(only.order === 'provider-first' ? [t('mass.orderFirst')] : []),
    ...(only.maxLatencyMs === undefined ? [] : [t('mass.latency', { ms: only.maxLatencyMs })]),
    ...(only.strength === 'soft' && only.pricePerDay !== undefined ? [t('mass.price', { price: only.pricePerDay })] : []),
  ].join(' · ')
}
