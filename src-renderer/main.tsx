import '@fontsource-variable/source-sans-3/wght.css'
import '@mantine/core/styles.css'
import '@mantine/dates/styles.css'
import '@mantine/notifications/styles.css'
import './theme/theme.css'
import './theme/wave-colours.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { startProgram } from './app/start-program'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
// A rejection here is a bug, and reaches the top handler as an unhandled one.
void startProgram()
