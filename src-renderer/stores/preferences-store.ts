import { createStore } from 'zustand/vanilla'
import { useStore } from 'zustand'
import { z } from 'zod'
import { languages, nearestLanguage } from '@core/messages/translator'
import type { Language } from '@core/messages/translator'

export const themes = ['system', 'light', 'dark', 'contrast'] as const
export type Theme = (typeof themes)[number]

/** What a person prefers, whatever plan is open. */
export type Preferences = { readonly language: Language; readonly theme: Theme }

const storageKey = 'wavewright.preferences'
const stored = z.object({ language: z.enum(languages).optional(), theme: z.enum(themes).optional() })

/** Reads what was preferred last time; anything unreadable counts as nothing preferred. */
export const readPreferences = (text: string | null, locale: string): Preferences => {
  const fallback: Preferences = { language: nearestLanguage(locale), theme: 'system' }
  if (!text) return fallback
  try {
    const parsed = stored.safeParse(JSON.parse(text))
    if (!parsed.success) return fallback
    return { language: parsed.data.language ?? fallback.language, theme: parsed.data.theme ?? fallback.theme }
  } catch {
    return fallback
  }
}

const storage = (): Storage | null => (typeof localStorage === 'undefined' ? null : localStorage)
const locale = (): string => (typeof navigator === 'undefined' ? 'en' : navigator.language)

export const preferencesStore = createStore<Preferences>()(() =>
  readPreferences(storage()?.getItem(storageKey) ?? null, locale()),
)

preferencesStore.subscribe((preferences) => storage()?.setItem(storageKey, JSON.stringify(preferences)))

export const usePreferences = <T>(selector: (preferences: Preferences) => T): T =>
  useStore(preferencesStore, selector)

export const setLanguage = (language: Language): void => preferencesStore.setState({ language })
export const setTheme = (theme: Theme): void => preferencesStore.setState({ theme })
