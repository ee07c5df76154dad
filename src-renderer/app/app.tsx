import type { ReactElement } from 'react'
import { ThemeProvider } from '../theme/theme-provider'
import { Frame } from './frame'

export const App = (): ReactElement => (
  <ThemeProvider>
    <Frame />
  </ThemeProvider>
)
