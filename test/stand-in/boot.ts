import { mkdirSync, readFileSync } from 'node:fs'
import inspector from 'node:inspector'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { announceReady, app, appendedFlags } from './app.ts'
import { profileFolder, startChromium, type Chromium } from './chromium.ts'
import { setChromium } from './runtime.ts'
import { toWeb } from './schemes.ts'
import { switches } from './switches.ts'
import { watchTargets } from './target-watch.ts'

const pinned = JSON.parse(
  readFileSync(new URL('../../node_modules/electron/package.json', import.meta.url), 'utf8'),
) as { version: string }

/** The process looks to the application as Electron's main process does. */
const dressAsElectron = (): void => {
  const versions = { ...process.versions, electron: pinned.version, chrome: '0.0.0.0' }
  Object.defineProperty(process, 'versions', { value: Object.freeze(versions) })
  Object.defineProperty(process, 'type', { value: 'browser' })
  Object.defineProperty(process, 'resourcesPath', { value: join(switches.appPath, 'resources'), configurable: true })
  Object.defineProperty(process, 'defaultApp', { value: true })
  process.argv = [process.argv[0] ?? 'node', ...switches.rest]
}

/** Playwright calls this when it has attached; an application it starts waits for that, as with its own loader. */
const attached = new Promise<void>((resolve) => {
  if (switches.named.has('inspect') && switches.mode === 'test') Object.assign(globalThis, { __playwright_run: resolve })
  else resolve()
})

/** How long an application may take to end, in milliseconds, once Chromium has gone. */
const quitPatience = 3000

const followSignals = (chromium: Chromium): void => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  // As when a person closes the last window of a preview: the application still gets to end in good order.
  chromium.onExit((code) => {
    setTimeout(() => process.exit(code ? 1 : 0), quitPatience)
    app.quit()
  })
}

const start = async (): Promise<void> => {
  dressAsElectron()
  if (switches.named.has('inspect')) inspector.open(Number(switches.named.get('inspect') || 0))
  await import(pathToFileURL(switches.mainFile).href)
  const profile = profileFolder(app.getPath('userData'))
  mkdirSync(profile, { recursive: true })
  const chromium = await startChromium({
    profile,
    startUrl: previewUrl(),
    language: switches.named.get('lang'),
    appended: appendedFlags,
  })
  setChromium(chromium)
  followSignals(chromium)
  await watchTargets()
  if (chromium.port) process.stderr.write(`\nDevTools listening on ${chromium.port}\n`)
  await attached
  announceReady()
}

/** A window in app mode shows a bar once it leaves the site it was opened for: so it opens for the right one. */
const previewUrl = (): string => toWeb(`app://${app.getName().toLowerCase().replace(/[^a-z0-9-]+/g, '-')}/`)

await start()
