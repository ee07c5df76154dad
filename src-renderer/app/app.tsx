import { Notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import type { ReactElement } from 'react'
import { useKeys } from '../actions/use-keys'
import { ImportDialog } from '../import/import-dialog'
import { DropTarget } from '../start/drop-target'
import { StartScreen } from '../start/start-screen'
import { RestoreScreen } from '../restore/restore-screen'
import { SnapshotsDialog } from '../restore/snapshots-dialog'
import { usePlanStore } from '../stores/plan-store'
import { usePreferences } from '../stores/preferences-store'
import { ThemeProvider } from '../theme/theme-provider'
import { CrashHandler } from './crash'
import { FindDialog } from '../find/find-dialog'
import { Frame } from './frame'
import { LiveRegion } from './live-region'
import { ShortcutsDialog } from './shortcuts-dialog'
import { useFrameActions } from './use-frame-actions'

const Screen = (): ReactElement | null => {
  const phase = usePlanStore((state) => state.phase)
  switch (phase) {
    case 'starting': return null
    case 'start': return <StartScreen />
    case 'restore': return <RestoreScreen />
    case 'open': return <Frame />
  }
}

const Window = (): ReactElement => {
  useKeys()
  useFrameActions()
  return (
    <>
      <Screen />
      <ImportDialog />
      <FindDialog />
      <ShortcutsDialog />
      <SnapshotsDialog />
      <DropTarget />
    </>
  )
}

export const App = (): ReactElement => {
  const language = usePreferences((preferences) => preferences.language)
  useEffect(() => {
    document.documentElement.lang = language
  }, [language])
  return (
    <ThemeProvider>
      {/* Where neither views nor dialogs have their buttons, which stand at the top and right; over dialogs, as what was done in one is said there. */}
      <Notifications position="bottom-left" limit={3} zIndex={210} className="ww-notices" />
      <LiveRegion />
      <CrashHandler>
        <Window />
      </CrashHandler>
    </ThemeProvider>
  )
}
