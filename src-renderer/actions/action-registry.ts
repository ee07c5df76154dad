import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import type { ActionId } from '@main/contract/actions'

export type ActionHandler = {
  readonly run: () => void
  /** Asked when the action is shown or called; absent means always. */
  readonly enabled?: () => boolean
}

type Registry = {
  readonly handlers: ReadonlyMap<ActionId, readonly ActionHandler[]>
  /** Of each dialog that must be answered first: what can be done meanwhile. */
  readonly holds: readonly ReadonlySet<ActionId>[]
}

const registry = createStore<Registry>()(() => ({ handlers: new Map(), holds: [] }))

const withHandlers = (id: ActionId, change: (now: readonly ActionHandler[]) => readonly ActionHandler[]): void =>
  registry.setState(({ handlers }) => ({ handlers: new Map(handlers).set(id, change(handlers.get(id) ?? [])) }))

/**
 * Says what an action of the table (src-main/contract/actions.ts) does. The last one registered wins, so that a view can
 * take an action over while it is shown. Returns what takes it back: call it when the view goes.
 */
export const registerAction = (id: ActionId, handler: ActionHandler): (() => void) => {
  withHandlers(id, (now) => [...now, handler])
  return () => withHandlers(id, (now) => now.filter((candidate) => candidate !== handler))
}

/** Until what comes back is called, nothing but `meanwhile` can be done, by key or by menu. */
export const holdActions = (meanwhile: ReadonlySet<ActionId>): (() => void) => {
  registry.setState(({ holds }) => ({ holds: [...holds, meanwhile] }))
  return () => registry.setState(({ holds }) => ({ holds: holds.filter((hold) => hold !== meanwhile) }))
}

const handlerOf = (id: ActionId): ActionHandler | undefined => {
  const { handlers, holds } = registry.getState()
  return holds.every((meanwhile) => meanwhile.has(id)) ? handlers.get(id)?.at(-1) : undefined
}

export const isActionEnabled = (id: ActionId): boolean => {
  const handler = handlerOf(id)
  return handler !== undefined && (handler.enabled?.() ?? true)
}

/** Runs it; false when nobody does this now or it is not possible now. */
export const runAction = (id: ActionId): boolean => {
  const handler = handlerOf(id)
  if (!handler || !(handler.enabled?.() ?? true)) return false
  handler.run()
  return true
}

/** Renders again when handlers come and go. */
export const useRegistry = (): ReadonlyMap<ActionId, readonly ActionHandler[]> =>
  useStore(registry, (state) => state.handlers)
