import { Menu } from 'electron'
import { translator } from '@core/messages/translator'
import type { Language } from '@core/messages/translator'
import type { ActionId } from './contract/actions'
import type { Theme } from './contract/preferences'
import { menuTemplate } from './menu-template'

export type NativeMenu = {
  readonly showLanguage: (language: Language) => void
  readonly showTheme: (theme: Theme) => void
  readonly showPlanOpen: (open: boolean) => void
}

/** Builds the menu bar, and builds it again whenever what it shows has changed. */
export const createNativeMenu = (
  initial: { readonly language: Language; readonly theme: Theme },
  run: (action: ActionId) => void,
): NativeMenu => {
  let shown = { ...initial, planOpen: false }
  const show = (fields: Partial<typeof shown>): void => {
    shown = { ...shown, ...fields }
    const template = menuTemplate({ ...shown, t: translator(shown.language), platform: process.platform, run })
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  show({})
  return {
    showLanguage: (language) => show({ language }),
    showTheme: (theme) => show({ theme }),
    showPlanOpen: (planOpen) => show({ planOpen }),
  }
}
