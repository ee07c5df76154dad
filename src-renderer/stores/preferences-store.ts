import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Language } from '@core/messages/translator'
import { nearestLanguage } from '@core/messages/translator'
import { themes } from '@main/contract/preferences'
import type { Theme } from '@main/contract/preferences'

export { themes }
export type { Theme }

/** What a person prefers, whatever plan is open. The main process keeps it; `startProgram` brings it and sends it back. */
export type Preferences = { readonly language: Language; readonly theme: Theme }

const locale = typeof navigator === 'undefined' ? 'en' : navigator.language

export const preferencesStore = createStore<Preferences>()(() => ({
  language: nearestLanguage(locale),
  theme: 'system',
}))

export const usePreferences = <T>(selector: (preferences: Preferences) => T): T =>
  useStore(preferencesStore, selector)

export const setLanguage = (language: Language): void => preferencesStore.setState({ language })
export const setTheme = (theme: Theme): void => preferencesStore.setState({ theme })
