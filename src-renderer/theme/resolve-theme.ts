import type { Theme } from '../stores/preferences-store'

export type SystemTheme = {
  readonly dark: boolean
  readonly moreContrast: boolean
  readonly forcedColours: boolean
}

export type ResolvedTheme = { readonly scheme: 'light' | 'dark'; readonly contrast: boolean }

/**
 * What is shown for a choice on a system. `contrast` keeps to the system's light or dark; `light` and `dark` are a
 * person's own word and win over the system's wish for contrast, except that forced colours are never fought.
 */
export const resolveTheme = (chosen: Theme, system: SystemTheme): ResolvedTheme => {
  const systemScheme = system.dark ? 'dark' : 'light'
  if (chosen === 'contrast') return { scheme: systemScheme, contrast: true }
  if (chosen === 'system') return { scheme: systemScheme, contrast: system.moreContrast || system.forcedColours }
  return { scheme: chosen, contrast: system.forcedColours }
}
