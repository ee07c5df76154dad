import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { findBrowser, findHeadlessBrowser } from '../../scripts/lib/find-browser.mjs'
import { DevTools } from './devtools.ts'
import { switches } from './switches.ts'

/** What Chromium gets beyond our own: no first-run pages, and nothing that would call home by itself. */
const quietFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-client-side-phishing-detection',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-quic',
  '--disable-sync',
  `--disable-features=${[
    'LocalNetworkAccessChecks', 'Translate', 'OptimizationHints', 'MediaRouter', 'DialMediaRouteProvider', 'AutofillServerCommunication',
    // Pages of Chromium's own address bar, which nobody sees: each costs as much as our own page.
    'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup',
  ].join(',')}`,
  '--disable-popup-blocking',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--metrics-recording-only',
  '--password-store=basic',
  '--use-mock-keychain',
]

const testFlags = [
  '--headless=new',
  '--disable-gpu',
  '--hide-scrollbars=false',
  '--force-color-profile=srgb',
  '--remote-debugging-port=0',
  '--no-startup-window',
]

const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0

export interface StartOptions {
  readonly profile: string
  /** The address that opens as a window of its own in a preview. */
  readonly startUrl: string
  readonly language: string | undefined
  /** Flags that the application asked for. */
  readonly appended: readonly string[]
}

const flagsFor = ({ profile, startUrl, language, appended }: StartOptions): readonly string[] => [
  ...quietFlags,
  ...appended,
  ...(switches.mode === 'test' ? testFlags : [`--app=${startUrl}`, '--test-type']),
  ...(isRootOnLinux ? ['--no-sandbox'] : []),
  ...(language ? [`--lang=${language}`] : []),
  '--remote-debugging-pipe',
  `--user-data-dir=${profile}`,
]

/** Chromium's own address for Playwright; null in a preview, where no port is open. */
const waitForPort = (browser: ChildProcess): Promise<string | null> => {
  if (switches.mode === 'preview') {
    browser.stderr?.resume()
    return Promise.resolve(null)
  }
  return new Promise((resolve, reject) => {
    let output = ''
    const read = (data: Buffer): void => {
      output += data.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(output)?.[1]
      if (!found) return
      browser.stderr?.off('data', read).resume()
      resolve(found)
    }
    browser.stderr?.on('data', read)
    browser.once('exit', (code) => reject(new Error(`Chromium ended at once (${code}):\n${output}`)))
  })
}

export interface Chromium {
  readonly devTools: DevTools
  readonly port: string | null
  /** Ends Chromium in good order, so that its databases are whole, or by force when it does not answer. */
  stop(): Promise<void>
  onExit(listener: (code: number | null) => void): void
}

const stopper = (browser: ChildProcess, devTools: DevTools) => async (): Promise<void> => {
  if (browser.exitCode !== null || browser.signalCode !== null) return
  const ended = new Promise<void>((resolve) => browser.once('exit', () => resolve()))
  const force = setTimeout(() => browser.kill('SIGKILL'), 5000)
  devTools.send('Browser.close').catch(() => undefined)
  await ended
  clearTimeout(force)
}

/**
 * Starts the installed Chromium, Chrome or Edge. It ends with this process whatever happens: it quits by itself when
 * the pipe breaks, and is killed when the process exits.
 */
export const startChromium = async (options: StartOptions): Promise<Chromium> => {
  const program = switches.mode === 'test' ? findHeadlessBrowser() : findBrowser()
  if (!program) throw new Error('No Chromium, Chrome or Edge was found: install one, or name it in WAVEWRIGHT_BROWSER.')
  const browser = spawn(program, [...flagsFor(options)], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: process.env.DBUS_SESSION_BUS_ADDRESS ?? 'disabled:' },
  })
  process.once('exit', () => browser.kill('SIGKILL'))
  const devTools = new DevTools(browser.stdio[3] as Writable, browser.stdio[4] as Readable)
  const port = await waitForPort(browser)
  await devTools.send('Browser.getVersion')
  return {
    devTools,
    port,
    stop: stopper(browser, devTools),
    onExit: (listener) => browser.once('exit', listener),
  }
}

/** Where Chromium keeps its profile, beside what the application keeps. */
export const profileFolder = (userData: string): string => join(userData, 'stand-in-chromium')
