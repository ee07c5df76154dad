import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import type Electron from 'electron'
import { switches } from './switches.ts'
import { unmodelledError } from './unmodelled.ts'

type PathName = Parameters<Electron.App['getPath']>[0]

const home = homedir()

const appData = (): string => {
  if (process.platform === 'win32') return process.env.APPDATA ?? join(home, 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support')
  return process.env.XDG_CONFIG_HOME ?? join(home, '.config')
}

/**
 * A preview keeps a folder of its own: the same program in Electron has another database, and each would take the
 * snapshots of the other for its own.
 */
const defaultUserData = (name: string): string => join(appData(), `${name} Preview`)

const changed = new Map<PathName, string>()

export const setPath = (name: PathName, path: string): void => {
  changed.set(name, path)
}

/** The folder of that name, by the conventions of the platform. */
export const pathOf = (name: PathName, appName: string): string => {
  const given = changed.get(name)
  if (given !== undefined) return given
  const userData = (): string =>
    switches.named.get('user-data-dir') || process.env.WAVEWRIGHT_USER_DATA || defaultUserData(appName)
  const known: Partial<Record<PathName, () => string>> = {
    home: () => home,
    appData,
    userData,
    sessionData: userData,
    temp: tmpdir,
    exe: () => process.execPath,
    logs: () => join(userData(), 'logs'),
    desktop: () => join(home, 'Desktop'),
    documents: () => join(home, 'Documents'),
    downloads: () => process.env.WAVEWRIGHT_DOWNLOADS || join(home, 'Downloads'),
  }
  const path = known[name]
  if (!path) throw unmodelledError(`app.getPath('${name}')`)
  return path()
}
