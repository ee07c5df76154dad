import { stepLabels } from '@core/plan/commands'
import type { StepLabel } from '@core/plan/history'
import type { CellPlan, CellProblem } from './plan-paste'
import type { ActKind } from './table-adapter'

/** What the log calls an act on many cells; null for one that is called after the row that it changes. */
export const bulkLabel = (kind: ActKind, count: number): StepLabel | null => {
  if (kind === 'paste') return stepLabels.pasteCells(count)
  if (kind === 'fill' && count > 1) return stepLabels.fillCells(count)
  return kind === 'clear' && count > 1 ? stepLabels.clearCells(count) : null
}

/** New rows that lack what they need: the name of an item, both ends of a dependency. */
export const lacking = <Row, Write>(
  plan: CellPlan<Row, Write>, needed: readonly { readonly id: string; readonly heading: string; readonly says: string }[],
  nameOfAdded: (index: number) => string,
): readonly CellProblem[] =>
  plan.added.flatMap((cells, added) =>
    needed.filter(({ id }) => !cells.some(({ fieldId }) => fieldId === id)
      && !plan.problems.some((problem) => problem.rowId === null && problem.added === added && problem.fieldId === id))
      .map(({ id, heading, says }) => ({ rowId: null, added, fieldId: id, row: nameOfAdded(added), heading, text: '', problem: says })))
