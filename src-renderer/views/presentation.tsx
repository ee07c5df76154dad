import { useEffect } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { showViewAt, stepView } from './apply-view'
import { stopPresenting } from './present'
import { useViews } from './views-store'
import classes from './presentation.module.css'

/** What presenters send, and keyboards have. */
const stepsByKey: Readonly<Record<string, 1 | -1>> = { PageDown: 1, PageUp: -1, Enter: 1, Backspace: -1 }

const isAsked = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('[role=dialog], [role=menu], input, textarea, button') !== null

const onKeyDown = (event: KeyboardEvent, count: number): void => {
  if (event.ctrlKey || event.metaKey || event.altKey || isAsked(event.target)) return
  const step = stepsByKey[event.key]
  if (event.key === 'Escape') stopPresenting()
  else if (step !== undefined) stepView(step)
  else if (event.key === 'Home') showViewAt(0)
  else if (event.key === 'End') showViewAt(count - 1)
  else return
  event.preventDefault()
  event.stopPropagation()
}

/** What lies over the picture while one presents: the name of the view, how many there are, and how to go on. */
export const Presentation = (): ReactElement => {
  const { t } = useTranslate()
  const { views } = usePlanDocument()
  const currentId = useViews((state) => state.currentId)
  const count = views.length
  const place = views.findIndex(({ id }) => id === currentId)
  useEffect(() => {
    const root = document.documentElement
    root.dataset.presenting = 'true'
    const onKey = (event: KeyboardEvent): void => onKeyDown(event, count)
    // Whoever ends the full screen, by the system's own way, has ended the presentation.
    const onScreen = (): void => {
      if (!document.fullscreenElement) stopPresenting()
    }
    window.addEventListener('keydown', onKey, { capture: true })
    document.addEventListener('fullscreenchange', onScreen)
    return () => {
      delete root.dataset.presenting
      window.removeEventListener('keydown', onKey, { capture: true })
      document.removeEventListener('fullscreenchange', onScreen)
    }
  }, [count])
  return (
    <footer className={classes.caption}>
      <h1 className={classes.name}>{views[place]?.name ?? t('views.unnamed')}</h1>
      {count > 0 && place >= 0 && <span className={classes.place}>{t('views.place', { place: place + 1, count })}</span>}
      <span className={classes.keys}>{count > 1 ? t('views.presentKeys') : t('views.presentKeysAlone')}</span>
    </footer>
  )
}
