import { countingIds, type NewId } from '@core/ids'

/** Ids that no builder gives: new-group1, new-wave2, ... */
export const newIds = (): NewId => {
  const count = countingIds()
  return (prefix) => count(`new-${prefix}`)
}
