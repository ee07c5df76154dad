import { translator } from '@core/messages/translator'
import type { Language, Translate } from '@core/messages/translator'
import type { IsoDate } from '@core/estate/item'
import { usePreferences } from '../stores/preferences-store'

export type Translation = {
  readonly t: Translate
  readonly language: Language
  /** A day of the plan, `2027-03-09`, as people of this language write it. */
  readonly formatDate: (day: IsoDate) => string
  /** A moment in the time of this machine, `Monday 9 March 2027 at 14:05`. */
  readonly formatMoment: (at: string) => string
  /** With the language's separators; at most one decimal unless told. */
  readonly formatNumber: (value: number, decimals?: number) => string
  /** Sorts names by the language, æ ø å last in Norwegian, and 2 before 10. */
  readonly collator: Intl.Collator
}

const translations = new Map<Language, Translation>()

const localeOf = (language: Language): string => (language === 'nb' ? 'nb-NO' : 'en-GB')

const createTranslation = (language: Language): Translation => {
  const locale = localeOf(language)
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' })
  const numbers = [0, 1, 2].map((digits) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }))
  return {
    t: translator(language),
    language,
    formatDate: (day) => dates.format(new Date(`${day.slice(0, 10)}T00:00:00Z`)),
    formatMoment: (at) => moments.format(new Date(at)),
    formatNumber: (value, decimals = 1) => (numbers[decimals] ?? new Intl.NumberFormat(locale)).format(value),
    collator: new Intl.Collator(locale, { numeric: true }),
  }
}

/** The same object for the same language every time. */
export const translationFor = (language: Language): Translation => {
  const known = translations.get(language)
  if (known) return known
  const made = createTranslation(language)
  translations.set(language, made)
  return made
}

/** Words, dates, numbers and order of the language that is chosen now. */
export const useTranslate = (): Translation => translationFor(usePreferences((preferences) => preferences.language))
