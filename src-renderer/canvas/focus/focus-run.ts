import { indexEstate } from '@core/estate/estate-index'
import { activeScenario, type PlanDocument } from '@core/plan/plan-document'
import type { FocusLayout } from './focus-layout'
import type { FocusReply, FocusRequest } from './focus-messages'
import type { FocusAsked, FocusPicture } from './focus-picture'

export type FocusResult =
  | { readonly type: 'answer'; readonly picture: FocusPicture; readonly layout: FocusLayout }
  | { readonly type: 'failed'; readonly reason: string }
  /** It took longer than `mostSeconds`. */
  | { readonly type: 'late' }

export const mostSeconds = 10

type Question = { readonly turn: number; readonly onResult: (result: FocusResult) => void; readonly timer: ReturnType<typeof setTimeout> }

/** Kept between questions: starting it and sending an estate takes longer than an answer. */
let worker: Worker | null = null
let open: Question | null = null
let turns = 0
let sentIndex: unknown = null
let sentGroups: unknown = null

const end = (): Question | null => {
  const ended = open
  open = null
  if (ended) clearTimeout(ended.timer)
  return ended
}

/** A worker that computes hears nothing: what takes too long can only be ended with it. */
const discardWorker = (): void => {
  worker?.terminate()
  worker = null
  sentIndex = null
  sentGroups = null
}

const onReply = ({ data }: MessageEvent<FocusReply>): void => {
  if (data.turn !== open?.turn) return
  const question = end()
  question?.onResult(data.type === 'answer' ? { type: 'answer', picture: data.picture, layout: data.layout } : { type: 'failed', reason: data.reason })
}

const startWorker = (): Worker => {
  const started = new Worker(new URL('./focus-worker.ts', import.meta.url), { type: 'module', name: 'focus' })
  started.onmessage = onReply
  started.onerror = (event) => {
    discardWorker()
    end()?.onResult({ type: 'failed', reason: event.message })
  }
  return started
}

const send = (request: FocusRequest): void => worker?.postMessage(request)

/** Brings the worker up to the plan; nothing is sent twice. Called ahead, it makes the first question quick. */
export const prepareFocus = (document: PlanDocument): void => {
  worker ??= startWorker()
  const index = indexEstate(document.estate)
  if (sentIndex !== index) {
    sentIndex = index
    sentGroups = null
    const hard = Uint8Array.from(document.estate.dependencies, ({ strength }) => Number(strength === 'hard'))
    send({ type: 'estate', itemCount: document.estate.items.length, from: index.from, to: index.to, hard })
  }
  const { groups } = activeScenario(document)
  if (sentGroups === groups) return
  sentGroups = groups
  const groupOf = new Int32Array(document.estate.items.length).fill(-1)
  groups.forEach((group, place) => {
    for (const id of group.itemIds) groupOf[index.indexById.get(id) ?? -1] = place
  })
  send({ type: 'groups', groupOf })
}

/**
 * Asks the worker; an older question that is still open is forgotten. `aspect` is width by height of the place that the
 * picture is shown in. Returns what stops it.
 */
export const askFocus = (
  document: PlanDocument, asked: FocusAsked, aspect: number, onResult: (result: FocusResult) => void,
): (() => void) => {
  end()
  prepareFocus(document)
  const turn = ++turns
  const timer = setTimeout(() => {
    discardWorker()
    end()?.onResult({ type: 'late' })
  }, mostSeconds * 1000)
  open = { turn, onResult, timer }
  send({ type: 'ask', turn, asked, aspect })
  return () => {
    if (open?.turn !== turn) return
    end()
    discardWorker()
  }
}
