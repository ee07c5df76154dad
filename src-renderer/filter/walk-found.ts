import { announce } from '../app/announcer'
import { currentTranslate, waveName } from '../i18n/words'
import { planStore } from '../stores/plan-store'
import { focusItem, select } from '../stores/view-store'
import { lookup } from '@core/plan/lookup'
import { filterStore, setCurrent } from './filter-store'

/** The place after `at` in a ring of `count`; from nowhere (-1), forward begins at the first and backward at the last. */
export const nextPlace = (at: number, count: number, by: 1 | -1): number => {
  if (at < 0) return by === 1 ? 0 : count - 1
  return (at + by + count) % count
}

export const hasFound = (): boolean => (filterStore.getState().found?.length ?? 0) > 0

/** Goes to the next or the previous of what was found: selected, brought into sight in any view, and said. */
export const walkFound = (by: 1 | -1): void => {
  const { found, currentId } = filterStore.getState()
  const { document } = planStore.getState()
  if (!document || !found || found.length === 0) return
  const place = nextPlace(currentId === null ? -1 : found.indexOf(currentId), found.length, by)
  const id = found[place] ?? ''
  setCurrent(id)
  select([id])
  focusItem(id)
  const t = currentTranslate()
  const { itemById, waveOfItem } = lookup(document)
  const name = itemById.get(id)?.name ?? id
  announce(t('find.saysPlace', { place: place + 1, count: found.length, name, wave: waveName(t, waveOfItem(id)) }))
}

export const selectFound = (): void => {
  const { found } = filterStore.getState()
  if (!found) return
  select(found)
  announce(currentTranslate()('find.saysSelected', { count: found.length }))
}
