import type { Language } from '@core/messages/translator'
import type { CallHandlers } from '../contract/calls'
import type { FileReference, StartInfo } from '../contract/host-api'
import type { Theme } from '../contract/preferences'
import type { AllowedPaths } from '../files/allowed-paths'
import type { CloseGuard } from '../close-guard'
import type { PreferencesStore } from '../files/preferences'
import type { StateStore } from '../snapshots/state-store'
import type { ProgramVersions } from '../contract/state-file'

export type WindowCallOptions = {
  readonly versions: ProgramVersions
  readonly platform: string
  readonly state: StateStore
  readonly preferences: PreferencesStore
  readonly paths: AllowedPaths
  /** The file that the program was started with; only the first page gets it. */
  readonly takeFirstFile: () => FileReference | null
  readonly closing: CloseGuard
  readonly show: {
    readonly language: (language: Language) => void
    readonly theme: (theme: Theme) => void
    readonly planOpen: (open: boolean) => void
  }
}

type WindowCalls = Pick<
  CallHandlers,
  'start' | 'setLanguage' | 'setTheme' | 'setPlanOpen' | 'watchClose' | 'confirmClose' | 'refuseClose'
>

export const windowCalls = (options: WindowCallOptions): WindowCalls => ({
  start: () => Promise.resolve(startInfo(options)),
  setLanguage: (language) => {
    options.show.language(language)
    return options.preferences.change({ language })
  },
  setTheme: (theme) => {
    options.show.theme(theme)
    return options.preferences.change({ theme })
  },
  setPlanOpen: async (open) => options.show.planOpen(open),
  watchClose: async () => options.closing.watch(),
  confirmClose: async () => options.closing.confirm(),
  refuseClose: async () => options.closing.refuse(),
})

const startInfo = ({ versions, platform, state, preferences, paths, takeFirstFile }: WindowCallOptions): StartInfo => {
  const file = takeFirstFile()
  if (file) paths.allow(file.path, file.kind === 'plan' ? 'write' : 'read')
  const { language, theme } = preferences.get()
  return { versions, platform, state: state.reading, language, theme, file }
}
