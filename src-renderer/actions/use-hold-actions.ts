import { useEffect } from 'react'
import type { ActionId } from '@main/contract/actions'
import { holdActions } from './action-registry'

/** What has nothing to do with the plan. */
const always: readonly ActionId[] = ['shortcuts', 'language-en', 'language-nb', 'theme-system', 'theme-light', 'theme-dark', 'theme-contrast']

/**
 * For a dialog that judges the plan as it is: while it is open the plan behind it can be neither changed nor replaced,
 * which nobody would see happen.
 */
export const useHoldActions = (isOpen: boolean): void => {
  useEffect(() => (isOpen ? holdActions(new Set(always)) : undefined), [isOpen])
}
