import { applyChange } from '../apply-change'
import type { Change } from '../change'
import type { PlanDocument } from '../plan-document'
import { replaceContents } from './replace-contents'

/** What several commands do one after the other, each to the plan that the one before it left, as one change. */
export const editInOneStep = (
  document: PlanDocument, commands: readonly ((document: PlanDocument) => Change)[],
): Change => {
  const [only, ...others] = commands
  if (only && others.length === 0) return only(document)
  let next = document
  for (const command of commands) next = applyChange(next, command(next)).document
  return next === document ? {} : replaceContents(document, next)
}
