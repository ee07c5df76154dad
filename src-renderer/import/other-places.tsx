import type { ReactElement } from 'react'
import type { OtherPlace } from '@core/workbook/other-places'
import { useTranslate } from '../i18n/use-translate'
import type { Translation } from '../i18n/use-translate'
import classes from './changes.module.css'

const shownLines = 100

const sentence = ({ t }: Translation, place: OtherPlace): string => {
  const { name, before, after, items: count } = place
  if (place.field === 'moveGroup') return t('import.otherGroup', { name, before: place.before, after })
  return before === null ? t('import.otherWaveUnplanned', { name, after }) : t('import.otherWave', { name, before, after, count })
}

/** Where the workbook has items in other waves and move groups than the plan, which stay: what an edited cell of a wave comes to. */
export const OtherPlaces = ({ places, open }: { readonly places: readonly OtherPlace[]; readonly open: boolean }): ReactElement | null => {
  const words = useTranslate()
  if (places.length === 0) return null
  return (
    <details className={classes.places} open={open} data-other-places>
      <summary>{words.t('import.otherPlaces', { count: places.length })}</summary>
      <ul>{places.slice(0, shownLines).map((place, index) => <li key={index}>{sentence(words, place)}</li>)}</ul>
      {places.length > shownLines && <p className={classes.quiet}>{words.t('violations.andMore', { count: places.length - shownLines })}</p>}
    </details>
  )
}
