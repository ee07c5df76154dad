import { createTheme } from '@mantine/core'

const font = "'Source Sans 3 Variable', 'Segoe UI', system-ui, sans-serif"

/** What opens is there at once, and where it will stay: a click on what still moves is lost. */
const atOnce = { duration: 0 }

/** Calm and dense: small sizes by default, one typeface, one accent (a petrol blue that no wave and no severity uses). */
export const theme = createTheme({
  fontFamily: font,
  headings: { fontFamily: font, fontWeight: '650' },
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  colors: {
    // Cool greys: Mantine's own dark ones are neutral, and look brown beside our surfaces.
    dark: [
      '#dfe4e9', '#c3cbd3', '#a9b4bf', '#7f8b97', '#5b6672', '#434d57', '#2a323a', '#1b2026', '#14181d', '#0e1115',
    ],
    petrol: [
      '#eaf4f7', '#d5e7ee', '#abd0de', '#7db7cd', '#58a3bf', '#3f95b6', '#2f83a4', '#1f6a88', '#165872', '#0a465d',
    ],
  },
  components: {
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true, events: { hover: true, focus: true, touch: false } } },
    Modal: {
      defaultProps: { centered: true, radius: 'md', transitionProps: atOnce },
      styles: { title: { fontSize: '1.1875rem', fontWeight: 650 } },
    },
    Notification: { defaultProps: { withBorder: true, radius: 'md' } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: atOnce } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
  },
})
