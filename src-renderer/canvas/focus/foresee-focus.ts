import type { PlanDocument } from '@core/plan/plan-document'
import { indexItems } from '@core/estate/estate-index'
import type { FocusAsked } from './focus-picture'
import { askFocus, type FocusResult } from './focus-run'
import type { FocusQuestion } from './focus-store'

export type Size = { readonly width: number; readonly height: number }

/** The question by places in the estate; null where an item is not chosen yet, or is no longer there. */
export const askedOf = (document: PlanDocument, question: FocusQuestion): FocusAsked | null => {
  const places = indexItems(document.estate.items)
  if (question.kind === 'paths') {
    const [from, to] = [places.get(question.fromId ?? ''), places.get(question.toId ?? '')]
    return from === undefined || to === undefined ? null : { kind: 'paths', from, to }
  }
  const items = question.itemIds.flatMap((id) => places.get(id) ?? [])
  return items.length === 0 ? null : { kind: 'around', items, hops: question.hops, direction: question.direction }
}

/** Width by height, not more extreme than a picture can be. */
const aspectOf = ({ width, height }: Size): number => Math.max(1, Math.min(3, width / height))

type Foreseen = {
  readonly document: PlanDocument
  readonly question: FocusQuestion
  readonly stop: () => void
  result: FocusResult | null
  onResult: ((result: FocusResult) => void) | null
}

let foreseen: Foreseen | null = null

/** Asks as soon as a question is put, while the window still makes room for the picture; `answerOf` finds what comes. */
export const foreseeFocus = (document: PlanDocument, question: FocusQuestion, size: Size): void => {
  const asked = askedOf(document, question)
  if (!asked) return
  const onResult = (result: FocusResult): void => {
    if (mine.onResult) mine.onResult(result)
    else mine.result = result
  }
  const mine: Foreseen = { document, question, stop: askFocus(document, asked, aspectOf(size), onResult), result: null, onResult: null }
  foreseen = mine
}

/** The answer to a question, whether it was asked ahead or has to be asked now. Returns what stops it. */
export const answerOf = (
  document: PlanDocument, question: FocusQuestion, size: Size, onResult: (result: FocusResult) => void,
): (() => void) => {
  if (foreseen?.question !== question || foreseen.document !== document) foreseeFocus(document, question, size)
  const mine = foreseen
  foreseen = null
  if (!mine) return () => undefined
  if (mine.result) queueMicrotask(() => mine.result && onResult(mine.result))
  else mine.onResult = onResult
  return mine.stop
}
