import { announce } from '../../app/announcer'
import { notifyProblem } from '../../app/notify'
import { currentTranslate } from '../../i18n/words'
import { addedIds } from './added-rows'
import type { Step } from './cell-range'
import type { Field } from './field'
import { planCells } from './plan-paste'
import type { Target } from './plan-paste'
import { namesFor } from './table-acts'
import type { TableLine, TableModel } from './table-model'
import { goAfterEdit } from './table-moves'
import { gridOf } from './use-window'

/** Ends editing without taking anything. */
export const leaveCell = <Row, Write>(model: TableModel<Row, Write>, isFocusing = true): void => {
  model.store.setState({ editing: null })
  if (isFocusing) gridOf(model)?.focus({ preventScroll: true })
}

/** Does what the cells say, or returns the first sentence that says why not. */
const take = <Row, Write>(model: TableModel<Row, Write>, targets: readonly Target<Row, Write>[]): string | null => {
  const plan = planCells(targets, namesFor(model))
  const [problem] = [...plan.problems, ...model.adapter.check(plan)]
  if (problem) return problem.problem
  if (plan.writes.length + plan.added.length === 0) return null
  addedIds(model.store).push(...model.adapter.apply(plan, 'edit'))
  const [doubtful] = plan.doubtful
  if (doubtful !== undefined) announce(currentTranslate()('table.doubtful', { text: doubtful }))
  return null
}

/** Keeps the cell of a row that is being written; adds the row once it has all that it needs. */
const takeDraft = <Row, Write>(model: TableModel<Row, Write>, field: Field<Row, Write>, text: string): string | null => {
  const reading = text.trim() === '' ? null : field.read?.(text, null)
  if (reading && !reading.ok) return reading.problem
  const draft = { ...model.store.getState().draft, [field.id]: text.trim() }
  const isComplete = [...model.fieldById.values()].every((one) => !one.isRequired || (draft[one.id] ?? '') !== '')
  if (!isComplete) {
    model.store.setState({ draft })
    return null
  }
  const targets = Object.entries(draft).flatMap(([id, value]): Target<Row, Write>[] => {
    const one = model.fieldById.get(id)
    return one && value !== '' ? [{ row: null, added: 0, field: one, text: value }] : []
  })
  const problem = take(model, targets)
  if (problem === null) {
    const line = addedIds(model.store).at(-1) ?? ''
    const moved = { line, field: field.id }
    model.store.setState((state) => ({ draft: null, cursor: moved, base: moved, extent: moved, revealTurn: state.revealTurn + 1 }))
  }
  return problem
}

/**
 * Takes what was written into a cell and goes on by `step` (null: stays, as when something else was clicked). A sentence
 * where it cannot be taken: then the cell is still being edited.
 */
export const commitCell = <Row, Write>(
  model: TableModel<Row, Write>, line: Exclude<TableLine<Row>, { readonly type: 'group' }>, field: Field<Row, Write>, text: string, step: Step | null,
): string | null => {
  if (model.store.getState().editing === null) return null
  const problem = line.type === 'draft' ? takeDraft(model, field, text) : take(model, [{ row: line.row, field, text }])
  if (problem !== null) {
    if (step === null) notifyProblem(field.heading, problem)
    return problem
  }
  const isAdded = line.type === 'draft' && model.store.getState().draft === null
  if (step === null) model.store.setState({ editing: null })
  else if (isAdded) leaveCell(model)
  else {
    goAfterEdit(model, step)
    leaveCell(model)
  }
  return null
}
