import { useMemo } from 'react'
import type { ReactElement } from 'react'
import { useItemFilter } from '../filter/use-item-filter'
import { DataTable } from './table/data-table'
import { itemAdapter } from './table/item-adapter'
import { tableStore } from './table/table-store'
import { useWorld } from './table/world'

/** Every item of the estate; the accessible equivalent of the graph, in step with it by the selection. */
export const ItemsTable = (): ReactElement => {
  const world = useWorld()
  const { visibleIds } = useItemFilter()
  const adapter = useMemo(() => itemAdapter(world, visibleIds), [world, visibleIds])
  const store = tableStore(adapter.id, world.document.id, adapter.startView)
  return <DataTable key={world.document.id} adapter={adapter} store={store} />
}
