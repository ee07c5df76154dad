import i18next from 'i18next'
import type { KeyOf } from './catalogue'
import { en } from './en'
import { nb } from './nb'

export const languages = ['en', 'nb'] as const
export type Language = (typeof languages)[number]
export type MessageKey = KeyOf<typeof en>
export type MessageParams = Readonly<Record<string, string | number>>

/** Turns a key of the catalogue into a sentence. `count` chooses the plural form. */
export type Translate = (key: MessageKey, params?: MessageParams) => string

const catalogue = i18next.createInstance()
void catalogue.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en }, nb: { translation: nb } },
  interpolation: { escapeValue: false },
  initAsync: false,
  showSupportNotice: false,
} as Parameters<typeof catalogue.init>[0])

const dayFormats: Readonly<Record<string, Intl.DateTimeFormat>> = {
  en: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
  nb: new Intl.DateTimeFormat('nb-NO', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }),
}

// `{{end, day}}`: a day of the plan, `2028-01-10`, as people of the language write it; anything else as it is.
catalogue.services.formatter?.add('day', (day: unknown, language) => {
  const time = Date.parse(`${String(day)}T00:00:00Z`)
  return Number.isNaN(time) ? String(day) : (dayFormats[language ?? 'en'] ?? dayFormats.en!).format(time)
})

/** Sentences that are kept before all of them are forgotten. */
const mostKept = 4000

/** Making a sentence takes 30 times as long as finding it, and a screen says the same few hundreds of times. */
const remembering = (translate: Translate): Translate => {
  const kept = new Map<string, string>()
  return (key, params) => {
    const asked = params ? `${key} ${JSON.stringify(params)}` : key
    const known = kept.get(asked)
    if (known !== undefined) return known
    const sentence = translate(key, params)
    if (kept.size >= mostKept) kept.clear()
    kept.set(asked, sentence)
    return sentence
  }
}

const translators = new Map<Language, Translate>()

/** The same function for the same language every time, so that it can stand in a dependency list. */
export const translator = (language: Language): Translate => {
  const known = translators.get(language)
  if (known) return known
  const fixed = catalogue.getFixedT(language)
  const translate = remembering((key, params) => fixed(key, params as Record<string, string | number>))
  translators.set(language, translate)
  return translate
}

/** The language of ours nearest to a locale such as `nn-NO`; English where none is near. */
export const nearestLanguage = (locale: string): Language =>
  /^(nb|nn|no|da|sv)\b/i.test(locale) ? 'nb' : 'en'
