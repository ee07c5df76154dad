import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { indexItems } from '@core/estate/estate-index'
import type { PlanDocument } from '@core/plan/plan-document'
import { activeScenario } from '@core/plan/plan-document'
import { usePlanDocument } from '../../stores/plan-store'
import type { FocusAsked } from './focus-picture'
import { askFocus, type FocusResult } from './focus-run'
import type { FocusQuestion } from './focus-store'

export type FocusOutcome = FocusResult | { readonly type: 'waiting' } | { readonly type: 'stopped' } | { readonly type: 'gone' } | { readonly type: 'incomplete' }

/** The question by places in the estate; null where an item is not chosen yet, or is no longer there. */
const askedOf = (document: PlanDocument, question: FocusQuestion): FocusAsked | null => {
  const places = indexItems(document.estate.items)
  if (question.kind === 'paths') {
    const [from, to] = [places.get(question.fromId ?? ''), places.get(question.toId ?? '')]
    return from === undefined || to === undefined ? null : { kind: 'paths', from, to }
  }
  const items = question.itemIds.flatMap((id) => places.get(id) ?? [])
  return items.length === 0 ? null : { kind: 'around', items, hops: question.hops, direction: question.direction }
}

const isComplete = (question: FocusQuestion): boolean =>
  question.kind === 'around' || (question.fromId !== null && question.toId !== null)

type Answered = { readonly question: FocusQuestion; readonly outcome: FocusOutcome; readonly size: Size }

type Size = { readonly width: number; readonly height: number }

const usualSize: Size = { width: 1000, height: 600 }

const sizeOf = (place: HTMLElement | null): Size =>
  place && place.clientHeight > 0 ? { width: place.clientWidth, height: place.clientHeight } : usualSize

/** Width by height, not more extreme than a picture can be. */
const aspectOf = ({ width, height }: Size): number => Math.max(1, Math.min(3, width / height))

/** The newest answer; the one before it stays until then, so that nothing flickers. `place` is where it will be drawn. */
export const useFocusPicture = (question: FocusQuestion, place: RefObject<HTMLElement | null>) => {
  const document = usePlanDocument()
  const { items, dependencies } = document.estate
  const { groups } = activeScenario(document)
  const [answered, setAnswered] = useState<Answered>({ question, outcome: { type: 'waiting' }, size: usualSize })
  const stop = useRef<() => void>(() => undefined)
  const latest = useRef(document)
  useEffect(() => {
    latest.current = document
  })
  useEffect(() => {
    const asked = askedOf(latest.current, question)
    if (!asked) {
      const timer = setTimeout(() => setAnswered({ question, outcome: { type: isComplete(question) ? 'gone' : 'incomplete' }, size: usualSize }))
      return () => clearTimeout(timer)
    }
    const size = sizeOf(place.current)
    stop.current = askFocus(latest.current, asked, aspectOf(size), (outcome) => setAnswered({ question, outcome, size }))
    return () => stop.current()
    // Names and places in waves are drawn from the plan as it is; only who is there and who needs whom is asked again.
  }, [question, items, dependencies, groups, place])
  const cancel = useCallback(() => {
    stop.current()
    setAnswered({ question, outcome: { type: 'stopped' }, size: usualSize })
  }, [question])
  return { outcome: answered.outcome, size: answered.size, isWaiting: answered.question !== question || answered.outcome.type === 'waiting', cancel }
}
