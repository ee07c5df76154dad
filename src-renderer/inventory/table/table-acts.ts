import { announce } from '../../app/announcer'
import { notifyDone } from '../../app/notify'
import { currentTranslate } from '../../i18n/words'
import { viewStore } from '../../stores/view-store'
import type { CellRange } from './cell-range'
import { plainText } from './field'
import { planCells } from './plan-paste'
import type { CellPlan, CellProblem, Target } from './plan-paste'
import type { ActKind, TableAdapter } from './table-adapter'
import { cellOf, rangeOf, rowsIn } from './table-model'
import type { TableModel } from './table-model'
import { addedIds } from './added-rows'

/** What waits for a decision: nothing of it has been done. */
export type Waiting<Row, Write> = {
  readonly plan: CellPlan<Row, Write>
  readonly problems: readonly CellProblem[]
  readonly kind: ActKind
}

export const namesFor = <Row, Write>({ adapter }: TableModel<Row, Write>) => {
  const t = currentTranslate()
  return {
    idOf: adapter.idOf, nameOf: adapter.nameOf, fixed: t('table.computed'),
    nameOfAdded: (index: number) => t('table.newRow', { number: index + 1 }),
  }
}

const cellCount = <Row, Write>(plan: CellPlan<Row, Write>): number =>
  plan.writes.length + plan.added.reduce((sum, cells) => sum + cells.length, 0)

const said = <Row, Write>(plan: CellPlan<Row, Write>): string => {
  const t = currentTranslate()
  const [doubtful] = plan.doubtful
  const parts = [
    plan.writes.length > 0 ? t('table.pasted', { count: plan.writes.length }) : '',
    plan.added.length > 0 ? t('table.added', { count: plan.added.length }) : '',
    doubtful === undefined ? '' : t('table.doubtful', { text: doubtful }),
  ]
  return parts.filter(Boolean).join('. ') || t('table.nothingChanged')
}

/** Does all of it as one step, or nothing: then what cannot be taken is shown, cell by cell. True when it is done. */
export const act = <Row, Write>(
  model: TableModel<Row, Write>, targets: readonly Target<Row, Write>[], kind: ActKind, beyond: readonly CellProblem[] = [],
): boolean => {
  const plan = planCells(targets, namesFor(model))
  const problems = [...plan.problems, ...model.adapter.check(plan), ...beyond]
  if (problems.length > 0) {
    model.store.setState({ problems: { plan, problems, kind } satisfies Waiting<Row, Write> })
    return false
  }
  perform(model, plan, kind)
  return true
}

export const perform = <Row, Write>(model: TableModel<Row, Write>, plan: CellPlan<Row, Write>, kind: ActKind): void => {
  if (cellCount(plan) > 0) addedIds(model.store).push(...model.adapter.apply(plan, kind))
  announce(said(plan))
}

/** New rows that cannot be made, by their places among the new ones: what they cannot do without was not taken. */
const unmakable = (problems: readonly CellProblem[], needed: readonly string[]): ReadonlyMap<number, string> =>
  new Map(problems.flatMap(({ rowId, added, fieldId, row }) => (rowId === null && added !== undefined && needed.includes(fieldId) ? [[added, row] as const] : [])))

/** What new rows that cannot be made are called. */
export const rowsLeftOut = (problems: readonly CellProblem[], needed: readonly string[]): readonly string[] =>
  [...unmakable(problems, needed).values()]

/** The rest of a plan, without the cells that cannot be taken and without new rows that cannot be made. */
export const withoutProblems = <Row, Write>(
  { plan, problems }: Waiting<Row, Write>, { idOf, needed }: Pick<TableAdapter<Row, Write>, 'idOf' | 'needed'>,
): CellPlan<Row, Write> => {
  const cells = new Set(problems.map((problem) => `${problem.rowId ?? `+${problem.added}`}\n${problem.fieldId}`))
  const rows = unmakable(problems, needed)
  return {
    ...plan,
    problems: [],
    writes: plan.writes.filter(({ row, fieldId }) => !cells.has(`${idOf(row)}\n${fieldId}`)),
    added: plan.added.filter((row, index) => row.length > 0 && !rows.has(index)),
  }
}

/** Targets of one text for each cell of a range; `textAt` null leaves the cell out. */
const targetsIn = <Row, Write>(
  model: TableModel<Row, Write>, range: CellRange, textAt: (line: number, column: number) => string | null,
): readonly Target<Row, Write>[] => {
  const targets: Target<Row, Write>[] = []
  for (let at = range.top; at <= range.bottom; at += 1) {
    const line = model.lines[at]
    if (line?.type !== 'row') continue
    for (let column = range.left; column <= range.right; column += 1) {
      const field = model.columns[column]?.field
      const text = field ? textAt(at, column) : null
      if (field && text !== null) targets.push({ row: line.row, field, text })
    }
  }
  return targets
}

/** Empties the cells of the range that can be edited. */
export const clearRange = <Row, Write>(model: TableModel<Row, Write>): void => {
  const range = rangeOf(model, model.store.getState())
  act(model, targetsIn(model, range, (_, column) => (model.columns[column]?.field.read ? '' : null)), 'clear')
}

/** The same text into every cell of the range: Ctrl+Enter. */
export const fillRange = <Row, Write>(model: TableModel<Row, Write>, text: string): boolean =>
  act(model, targetsIn(model, rangeOf(model, model.store.getState()), () => text), 'fill')

/** The first row (or column) of the range into the others; a single row takes from the one above it, as in Excel. */
export const fillFrom = <Row, Write>(model: TableModel<Row, Write>, direction: 'down' | 'right', given?: CellRange): void => {
  const range = given ?? rangeOf(model, model.store.getState())
  const isDown = direction === 'down'
  const isSingle = isDown ? range.top === range.bottom : range.left === range.right
  const from = isSingle ? -1 : 0
  const sourceText = (line: number, column: number): string | null => {
    const source = model.lines[isDown ? range.top + from : line]
    const field = model.columns[isDown ? column : range.left + from]?.field
    return source?.type === 'row' && field ? plainText(field, source.row) : null
  }
  const rest = isSingle ? range : isDown ? { ...range, top: range.top + 1 } : { ...range, left: range.left + 1 }
  act(model, targetsIn(model, rest, sourceText), 'fill')
}

/** The rows of everything that is selected, here or in another view. */
export const selectedRows = <Row, Write>({ adapter }: TableModel<Row, Write>): readonly Row[] => {
  const selected = viewStore.getState().selection.itemIds
  return selected.size === 0 || !adapter.isRowSelection ? [] : adapter.rows.filter((row) => adapter.isSelected(row, selected))
}

/** One field of all selected rows, wherever they are. */
export const setField = <Row, Write>(model: TableModel<Row, Write>, fieldId: string, text: string): boolean => {
  const field = model.fieldById.get(fieldId)
  if (!field) return false
  const rows = rangeRowsOrSelected(model)
  return act(model, rows.map((row) => ({ row, field, text })), 'fill')
}

export const rangeRowsOrSelected = <Row, Write>(model: TableModel<Row, Write>): readonly Row[] => {
  const selected = selectedRows(model)
  return selected.length > 0 ? selected : rowsIn(model, rangeOf(model, model.store.getState()))
}

/** Takes the selected rows out; the cursor stays at the place where they were. */
export const removeSelected = <Row, Write>(model: TableModel<Row, Write>): void => {
  const rows = rangeRowsOrSelected(model)
  if (rows.length === 0) return
  const gone = new Set(rows.map(model.adapter.idOf))
  const { line } = cellOf(model, model.store.getState().cursor)
  const stays = (candidate: TableModel<Row, Write>['lines'][number] | undefined): boolean =>
    candidate !== undefined && candidate.type !== 'draft' && !(candidate.type === 'row' && gone.has(candidate.id))
  const next = model.lines.slice(line).find(stays) ?? model.lines.slice(0, line).findLast(stays)
  model.adapter.remove(rows)
  const field = model.store.getState().cursor?.field ?? ''
  const key = next ? { line: next.id, field } : null
  model.store.setState({ cursor: key, base: key, extent: key })
  const said = model.adapter.words.removed(rows.length)
  // What stood out of sight is gone as well: that has to be seen, and not only heard.
  if (rows.length === 1) announce(said)
  else notifyDone(said, currentTranslate()('table.removedHint'))
}
