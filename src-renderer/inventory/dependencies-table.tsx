import { useMemo } from 'react'
import type { ReactElement } from 'react'
import { useItemFilter } from '../filter/use-item-filter'
import { DataTable } from './table/data-table'
import { dependencyAdapter } from './table/dependency-adapter'
import { tableStore } from './table/table-store'
import { useWorld } from './table/world'

/** Every dependency with the waves of both ends. */
export const DependenciesTable = (): ReactElement => {
  const world = useWorld()
  const { visibleIds } = useItemFilter()
  const adapter = useMemo(() => dependencyAdapter(world, visibleIds), [world, visibleIds])
  const store = tableStore(adapter.id, world.document.id, adapter.startView)
  return <DataTable key={world.document.id} adapter={adapter} store={store} />
}
