import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { planStore } from '../../stores/plan-store'

export type FocusDirection = 'both' | 'needs' | 'needed-by'

/** What a focus shows: what lies around items, or the ways from one item to another (null: not yet chosen). */
export type FocusQuestion =
  | { readonly kind: 'around'; readonly itemIds: readonly string[]; readonly hops: number; readonly direction: FocusDirection }
  | { readonly kind: 'paths'; readonly fromId: string | null; readonly toId: string | null }

export const maxHops = 6

/** The last question is what is shown, those before it the way back; empty: the whole estate. */
export type FocusState = {
  readonly planId: string | null
  readonly questions: readonly FocusQuestion[]
  /** How far and in which direction one looked last. */
  readonly reach: { readonly hops: number; readonly direction: FocusDirection }
}

const nothing: FocusState = { planId: null, questions: [], reach: { hops: 1, direction: 'both' } }

/** Passing state of the window: lives as long as the plan is open. */
export const focusStore = createStore<FocusState>()(() => nothing)

const openPlanId = (): string | null => planStore.getState().document?.id ?? null

/** Questions about another plan are gone. */
const asked = (): readonly FocusQuestion[] => {
  const { planId, questions } = focusStore.getState()
  return planId === openPlanId() ? questions : []
}

const ask = (questions: readonly FocusQuestion[]): void => {
  const last = questions.at(-1)
  const reach = last?.kind === 'around' ? { reach: { hops: last.hops, direction: last.direction } } : {}
  focusStore.setState({ planId: openPlanId(), questions, ...reach })
}

/** Shows a question; the one before it is a step back away. */
export const showFocus = (question: FocusQuestion): void => ask([...asked(), question])

/** What lies around items, as far and in the direction that was last looked. */
export const showAround = (itemIds: Iterable<string>): void => {
  showFocus({ kind: 'around', itemIds: [...itemIds], ...focusStore.getState().reach })
}

/** Changes the question that is shown, in place. */
export const changeFocus = (question: FocusQuestion): void => ask([...asked().slice(0, -1), question])

/** To the question before, or to the whole estate. */
export const focusBack = (): void => ask(asked().slice(0, -1))

export const leaveFocus = (): void => ask([])

export const currentFocus = (): FocusQuestion | null => asked().at(-1) ?? null

/** The question that is shown of the plan that is open; null: the whole estate. */
export const useFocus = (): FocusQuestion | null => {
  const planId = useStore(planStore, (state) => state.document?.id ?? null)
  return useStore(focusStore, (state) => (state.planId === planId ? (state.questions.at(-1) ?? null) : null))
}

/** How many steps lead back to the whole estate. */
export const useFocusDepth = (): number => useStore(focusStore, (state) => state.questions.length)
