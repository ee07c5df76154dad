import { planStore } from '../stores/plan-store'
import { preferencesStore } from '../stores/preferences-store'
import { translationFor } from '../i18n/use-translate'
import { loadFor, whatOf } from './board-commands'
import classes from './drag-stack.module.css'

const element = (className: string | undefined, text = ''): HTMLElement => {
  const made = document.createElement('div')
  if (className) made.className = className
  made.textContent = text
  return made
}

/** Draws what hangs at the pointer: one card, or a stack with its count. The browser takes a picture of it at once. */
export const drawStack = (container: HTMLElement, itemIds: readonly string[]): void => {
  const { document: plan } = planStore.getState()
  if (!plan) return
  const { t, formatNumber } = translationFor(preferencesStore.getState().language)
  const load = loadFor(itemIds)
  const parts = load.groups.length + load.looseItemIds.length
  const stack = element(parts > 1 ? `${classes.stack} ${classes.many}` : classes.stack)
  stack.append(element(classes.card, whatOf(t, plan, load)))
  if (parts > 1) stack.append(element(classes.count, formatNumber(parts)))
  container.append(stack)
}
