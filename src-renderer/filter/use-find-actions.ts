import { useEffect } from 'react'
import { useAction } from '../actions/use-action'
import { planStore } from '../stores/plan-store'
import { clearFilter, filterStore, isLooking, openConditions, openFind, setHides } from './filter-store'
import { keepFound } from './keep-found'
import { hasFound, selectFound, walkFound } from './walk-found'

const hasPlan = (): boolean => planStore.getState().phase === 'open'
const looks = (): boolean => hasPlan() && isLooking(filterStore.getState())

/** Finding and filtering, for as long as a plan is shown. */
export const useFindActions = (): void => {
  useEffect(keepFound, [])
  useAction('find-in-estate', openFind, hasPlan)
  useAction('edit-filter', openConditions, hasPlan)
  useAction('find-next', () => walkFound(1), hasFound)
  useAction('find-previous', () => walkFound(-1), hasFound)
  useAction('select-found', selectFound, hasFound)
  useAction('hide-not-found', () => setHides(!filterStore.getState().hides), looks)
  useAction('clear-find', clearFilter, looks)
}
