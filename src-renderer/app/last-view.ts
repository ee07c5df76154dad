import { planStore } from '../stores/plan-store'
import { showView, views, viewStore } from '../stores/view-store'
import type { View } from '../stores/view-store'

/** Which view of which plan was open last, so that a plan comes back as it was left. */
export type LastView = { readonly planId: string; readonly view: View }

const key = 'wavewright.view'

/** What was remembered; null for nothing, and for what this program has not written. */
export const parseLastView = (text: string | null): LastView | null => {
  const [view, ...rest] = (text ?? '').split(' ')
  const known = views.find((one) => one === view)
  return known && rest.length > 0 ? { view: known, planId: rest.join(' ') } : null
}

export const lastView = (): LastView | null => parseLastView(localStorage.getItem(key))

/** Shows the view in which this plan was left, if it was the last one. */
export const returnToView = (planId: string): void => {
  const last = lastView()
  if (last?.planId === planId) showView(last.view)
}

/** From here on the view is remembered with the plan. */
export const keepLastView = (): void => {
  viewStore.subscribe(({ view }, before) => {
    const planId = planStore.getState().document?.id
    if (planId !== undefined && view !== before.view) localStorage.setItem(key, `${view} ${planId}`)
  })
}
