import { flushSync } from 'react-dom'
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
import { goAfterEdit, startDraft } from './table-moves'
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
  if (problem === null) model.store.setState({ draft: null })
  return problem
}

/** From the row that was just added: beside the cell that was written, or on to the next new row, as in Excel below a table. */
const goOnFromAdded = <Row, Write>(model: TableModel<Row, Write>, field: Field<Row, Write>, step: Step | null): void => {
  const line = addedIds(model.store).at(-1) ?? ''
  const column = model.columns.findIndex((one) => one.field.id === field.id) + (step === 'right' ? 1 : step === 'left' ? -1 : 0)
  const next = { line, field: model.columns[column]?.field.id ?? field.id }
  // At once: the row is selected in every view before one goes on.
  flushSync(() => model.store.setState((state) => ({ cursor: next, base: next, extent: next, editing: null, revealTurn: state.revealTurn + 1 })))
  if (step === 'down') startDraft(model)
  if (step !== null) gridOf(model)?.focus({ preventScroll: true })
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
  if (isAdded) goOnFromAdded(model, field, step)
  else if (step === null) model.store.setState({ editing: null })
  else {
    goAfterEdit(model, step)
    leaveCell(model)
  }
  return null
}
