import { MantineProvider } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useLayoutEffect } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { usePreferences } from '../stores/preferences-store'
import { resolveTheme } from './resolve-theme'
import { theme } from './theme'

/** The chosen theme, or what the system asks for: light or dark, and more contrast where it is wanted. */
export const ThemeProvider = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const chosen = usePreferences((preferences) => preferences.theme)
  const system = {
    dark: useMediaQuery('(prefers-color-scheme: dark)', false, { getInitialValueInEffect: false }),
    moreContrast: useMediaQuery('(prefers-contrast: more)', false, { getInitialValueInEffect: false }),
    forcedColours: useMediaQuery('(forced-colors: active)', false, { getInitialValueInEffect: false }),
  }
  const { scheme, contrast } = resolveTheme(chosen, system)
  useLayoutEffect(() => {
    document.documentElement.dataset.contrast = contrast ? 'more' : 'normal'
  }, [contrast])
  return (
    <MantineProvider theme={theme} forceColorScheme={scheme}>
      {children}
    </MantineProvider>
  )
}
