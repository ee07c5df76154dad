import { factorOfHeading, unitOfHeading, type Unit } from './number-text'
import type { QuantityReading } from './read-number'

/** What the figures of a field count. A field that is not here takes whatever is not in need of converting. */
const unitByField: ReadonlyMap<string, Unit> = new Map([
  ['effort', 'days'], ['capacity', 'days'], ['cost', 'money'], ['budget', 'money'], ['pricePerDay', 'money'],
  ['maxLatencyMs', 'milliseconds'], ['users', 'pieces'], ['count', 'pieces'], ['maxItems', 'pieces'],
])

/** A working day has 7.5 hours and a week five of them; months and years are counted in too many ways. */
const factors: ReadonlyMap<string, number> = new Map([['hours days', 1 / 7.5], ['weeks days', 5], ['seconds milliseconds', 1000]])

const converted = (value: number, from: Unit | undefined, to: Unit): number | null => {
  if (from === undefined || from === to) return value
  const factor = factors.get(`${from} ${to}`)
  return factor === undefined ? null : Math.round(value * factor * 100) / 100
}

/** `assumed`: what had to be assumed for it. `cell`: how long a day of work is; `heading`: that its unit holds for plain figures. */
export type InUnit = { readonly value: number; readonly assumed?: 'cell' | 'heading' }

export const isMoney = (field: string): boolean => unitByField.get(field) === 'money'

/** A reading in the unit of its field: person-days, money, milliseconds or pieces; null for a unit that does not become that. */
export const inUnitOf = (field: string, { value, unit, isScaled }: QuantityReading, heading: string): InUnit | null => {
  const wanted = unitByField.get(field)
  if (wanted === undefined) return unit === undefined || unit === 'days' || unit === 'pieces' ? { value } : null
  const headed = wanted === 'days' ? unitOfHeading(heading) : undefined
  const inWanted = converted(value, unit ?? headed, wanted)
  if (inWanted === null) return null
  if (wanted === 'days' && (unit ?? headed ?? 'days') !== 'days') return { value: inWanted, assumed: unit === undefined ? 'heading' : 'cell' }
  const factor = wanted === 'money' && unit === undefined && !isScaled ? factorOfHeading(heading) : 1
  return factor === 1 ? { value: inWanted } : { value: Number((inWanted * factor).toPrecision(15)), assumed: 'heading' }
}
