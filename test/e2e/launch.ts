import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
// For its types alone: what the preload puts on the window, as specs use it.
import type {} from '../../src-renderer/host/host'
import { installedElectron } from '../../scripts/lib/electron-binary.mjs'

export type Host = 'stand-in' | 'electron'

export interface LaunchOptions {
  /** WAVEWRIGHT_HOST, or else the stand-in. */
  readonly host?: Host
  /** The folder of the application: WAVEWRIGHT_APP_PATH, or the root of this repository, unless given. */
  readonly appPath?: string
  /** A folder to keep the profile in; give the one of an earlier launch to start again where that ended. */
  readonly userData?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export interface Launched {
  readonly app: ElectronApplication
  /** The first window, loaded. */
  readonly page: Page
  readonly userData: string
  /** Closes the application and waits until it has ended. The profile stays. */
  close(): Promise<void>
}

const root = fileURLToPath(new URL('../..', import.meta.url))
const standIn = join(root, 'test', 'stand-in', process.platform === 'win32' ? 'electron.cmd' : 'electron')

/** What Node has compiled at one start it need not compile at the next. */
const compileCache = join(tmpdir(), 'wavewright-compile-cache')

/** The host that WAVEWRIGHT_HOST names, or else the stand-in. */
export const presentHost = (): Host => {
  const named = process.env.WAVEWRIGHT_HOST ?? 'stand-in'
  if (named === 'stand-in' || named === 'electron') return named
  throw new Error(`WAVEWRIGHT_HOST is '${named}': it must be 'stand-in' or 'electron'.`)
}

/** Why specs cannot run on that host here, or null when they can: for `test.skip(reason !== null, reason ?? '')`. */
export const reasonToSkip = (host: Host = presentHost()): string | null =>
  host === 'electron' && !installedElectron()
    ? 'real Electron is not installed here (npx install-electron fetches it)'
    : null

const executableFor = (host: Host): string => {
  if (host === 'stand-in') return standIn
  const electron = installedElectron()
  if (!electron) throw new Error('Real Electron is not installed here: see reasonToSkip().')
  return electron
}

const presentEnvironment = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))

/** Starts the built application on the host asked for, with a profile of its own, and waits for its first window. */
export const launch = async (options: LaunchOptions = {}): Promise<Launched> => {
  const host = options.host ?? presentHost()
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'wavewright-e2e-'))
  const app = await _electron.launch({
    executablePath: executableFor(host),
    args: [options.appPath ?? process.env.WAVEWRIGHT_APP_PATH ?? root, `--user-data-dir=${userData}`, '--lang=en-GB', ...(options.args ?? [])],
    env: { ...presentEnvironment(), NODE_COMPILE_CACHE: compileCache, WAVEWRIGHT_USER_DATA: userData, ...options.env },
    cwd: root,
  })
  const page = await app.firstWindow()
  await page.waitForURL((url) => url.protocol !== 'about:', { waitUntil: 'load' })
  return { app, page, userData, close: () => app.close() }
}
