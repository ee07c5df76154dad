import { _electron, type ElectronApplication, type Page } from '@playwright/test'

export type Host = 'stand-in' | 'electron'

export interface LaunchOptions {
  /** WAVEWRIGHT_HOST, or else the stand-in. */
  readonly host?: Host
  /** The folder of the application: the root of this repository unless given. */
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

/** Starts the built application on the host asked for. */
export const launch = async (_options: LaunchOptions = {}): Promise<Launched> => {
  void _electron
  throw new Error('not written yet')
}
