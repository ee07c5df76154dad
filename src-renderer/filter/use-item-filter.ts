import { useMemo } from 'react'
import { useFilter } from './filter-store'

export type ItemFilterResult = {
  /** Ids of the items that a table shows: what is found, while something is looked for. null: all of them. */
  readonly visibleIds: ReadonlySet<string> | null
  /** Opens or closes the bar in which the filter is written. */
  readonly isOpen: boolean
}

/** What the one filter of the window leaves visible, for views that list items: the same that the graph marks. */
export const useItemFilter = (): ItemFilterResult => {
  const found = useFilter((state) => state.found)
  const isOpen = useFilter((state) => state.isOpen)
  return useMemo(() => ({ visibleIds: found && new Set(found), isOpen }), [found, isOpen])
}
