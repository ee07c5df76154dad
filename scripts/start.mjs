import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build, isBuilt } from './lib/build.mjs'
import { browserAdvice } from './lib/ensure-browser.mjs'
import { findBrowser } from './lib/find-browser.mjs'
import { ensureElectron } from './lib/host.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { node24 } from './lib/node24.mjs'
import { root } from './lib/root.mjs'
import { run, toolEnvironment } from './lib/run.mjs'

/** Opens the application: `npm start`. Installs and builds what is missing; after that it needs no network. */

const stop = (message) => {
  console.error(message)
  process.exit(1)
}

const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0

/**
 * Runs the application until it ends. Ctrl+C reaches it from the terminal, and this process ends after it; whoever ends
 * this process otherwise means the application.
 */
const runApplication = (program, args, options = {}) => {
  process.on('SIGINT', () => undefined)
  const onStarted = (child) => {
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  }
  return run(program, args, { ...options, onStarted })
}

const startElectron = (program, args) =>
  runApplication(program, [...(isRootOnLinux ? ['--no-sandbox'] : []), root, ...args])

const startPreview = (args) => {
  if (!findBrowser()) stop(`Electron could not be fetched, and there is no browser to preview in. ${browserAdvice}`)
  console.error('Electron could not be fetched: this is a preview in the installed browser (see test/stand-in/README.md).')
  const standIn = join(root, 'test', 'stand-in')
  const hooks = pathToFileURL(join(standIn, 'register-hooks.ts')).href
  const flags = ['--disable-warning=ExperimentalWarning', '--import', hooks, join(standIn, 'boot.ts')]
  return runApplication(node24(), [...flags, root, ...args], { env: toolEnvironment() })
}

const main = async () => {
  const args = process.argv.slice(2)
  if (!hasDisplay()) {
    stop('There is no display: start it from a desktop, or with `xvfb-run -a npm start`; `npm run -s wavewright` needs none.')
  }
  if (!(await ensureInstalled())) stop('npm ci failed: see above.')
  if (!isBuilt()) {
    console.error('Building ...')
    if ((await build({ stdio: ['ignore', 'ignore', 'inherit'] })) !== 0) stop('The build failed: see above.')
  }
  const electron = await ensureElectron()
  process.exitCode = electron ? await startElectron(electron, args) : await startPreview(args)
}

await main()
