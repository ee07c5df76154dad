import type { IsoDate } from '../estate/item'
import type { PlanDocument } from '../plan/plan-document'
import { lookup } from '../plan/lookup'
import type { Language, Translate } from './translator'

/** How the rows of a plan, figures and days are called in a sentence of one language. */
export type PlanWords = {
  /** The name of an item; its id where it is gone. */
  readonly item: (itemId: string) => string
  /** Up to three names, and how many more. */
  readonly items: (itemIds: readonly string[]) => string
  readonly group: (groupId: string) => string
  /** The number of a wave. */
  readonly waveNumber: (waveId: string) => number
  /** `in wave 3`, or `not planned`. */
  readonly placeOf: (itemId: string) => string
  readonly list: (parts: readonly string[]) => string
  readonly number: (value: number) => string
  readonly day: (day: IsoDate) => string
}

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', nb: 'nb-NO' }

const formats = new Map<Language, ReturnType<typeof makeFormats>>()

const makeFormats = (language: Language) => ({
  number: new Intl.NumberFormat(locales[language], { maximumFractionDigits: 1 }),
  day: new Intl.DateTimeFormat(locales[language], { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  list: new Intl.ListFormat(locales[language], { type: 'conjunction' }),
})

const formatsOf = (language: Language): ReturnType<typeof makeFormats> => {
  const known = formats.get(language) ?? makeFormats(language)
  formats.set(language, known)
  return known
}

const namesShown = 3

export const planWords = (t: Translate, language: Language, document: PlanDocument): PlanWords => {
  const { itemById, groupById, waveById, waveOfItem } = lookup(document)
  const format = formatsOf(language)
  const item = (id: string): string => itemById.get(id)?.name ?? id
  const items = (ids: readonly string[]): string => {
    // One name too many would be replaced by "1 more", which is no shorter.
    const shown = ids.length > namesShown + 1 ? ids.slice(0, namesShown) : ids
    const more = ids.length - shown.length
    return format.list.format([...shown.map(item), ...(more > 0 ? [t('violations.andMore', { count: more })] : [])])
  }
  return {
    item,
    items,
    group: (id) => groupById.get(id)?.name ?? id,
    waveNumber: (id) => waveById.get(id)?.number ?? 0,
    placeOf: (id) => {
      const wave = waveOfItem(id)
      return wave ? t('violations.placeWave', { number: wave.number }) : t('violations.placeNone')
    },
    list: (parts) => format.list.format(parts),
    number: (value) => format.number.format(value),
    day: (day) => {
      const time = Date.parse(`${day}T00:00:00Z`)
      return Number.isNaN(time) ? day : format.day.format(time)
    },
  }
}
