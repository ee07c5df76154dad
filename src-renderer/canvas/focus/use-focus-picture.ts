import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { activeScenario } from '@core/plan/plan-document'
import { usePlanDocument } from '../../stores/plan-store'
import type { FocusResult } from './focus-run'
import type { FocusQuestion } from './focus-store'
import { answerOf, askedOf, type Size } from './foresee-focus'

export type FocusOutcome = FocusResult | { readonly type: 'waiting' } | { readonly type: 'stopped' } | { readonly type: 'gone' } | { readonly type: 'incomplete' }

const isComplete = (question: FocusQuestion): boolean =>
  question.kind === 'around' || (question.fromId !== null && question.toId !== null)

type Answered = { readonly question: FocusQuestion; readonly outcome: FocusOutcome; readonly size: Size }

const usualSize: Size = { width: 1000, height: 600 }

const sizeOf = (place: HTMLElement | null): Size =>
  place && place.clientHeight > 0 ? { width: place.clientWidth, height: place.clientHeight } : usualSize

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
    if (!askedOf(latest.current, question)) {
      const timer = setTimeout(() => setAnswered({ question, outcome: { type: isComplete(question) ? 'gone' : 'incomplete' }, size: usualSize }))
      return () => clearTimeout(timer)
    }
    const size = sizeOf(place.current)
    stop.current = answerOf(latest.current, question, size, (outcome) => setAnswered({ question, outcome, size }))
    return () => stop.current()
    // Names and places in waves are drawn from the plan as it is; only who is there and who needs whom is asked again.
  }, [question, items, dependencies, groups, place])
  const cancel = useCallback(() => {
    stop.current()
    setAnswered({ question, outcome: { type: 'stopped' }, size: usualSize })
  }, [question])
  return { outcome: answered.outcome, size: answered.size, isWaiting: answered.question !== question || answered.outcome.type === 'waiting', cancel }
}
