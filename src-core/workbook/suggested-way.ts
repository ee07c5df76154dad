import type { Estate } from '../estate/estate'
import type { ImportWay } from './compare-import'
import { describesItems, type ImportedWorkbook } from './imported-workbook'

/**
 * What a workbook most likely is to the open plan. A newer edition describes items, and names at least one as the plan does,
 * by its id or its name: of a list of dependencies, or where none is known, all of the plan's items would look gone.
 */
export const suggestedWay = (open: Estate, imported: ImportedWorkbook): ImportWay => {
  const known = new Set(open.items.flatMap(({ id, name }) => [id, name.toLowerCase()]))
  const isKnown = imported.document.estate.items.some(({ id, name }) => known.has(id) || known.has(name.toLowerCase()))
  return describesItems(imported) && (isKnown || known.size === 0) ? 'newer' : 'addition'
}
