import { existsSync } from 'node:fs'
import { findHeadlessBrowser } from './find-browser.mjs'
import { run } from './run.mjs'

const canInstall = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** What to do where no browser is found and none can be installed. */
export const browserAdvice = 'Install Chromium, Chrome or Edge, or name one in WAVEWRIGHT_BROWSER.'

/** Smallest first; a release of Debian or Ubuntu may lack the shell. */
const packages = ['chromium-headless-shell', 'chromium']

const install = async () => {
  console.log('Installing Chromium (apt-get) ...')
  const quietly = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] }
  await run('apt-get', ['update', '-q'], quietly)
  for (const name of packages) {
    if ((await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], quietly)) === 0) return
  }
}

/** The path of a browser to test with; as root on Debian or Ubuntu, one is installed where none is. Null otherwise. */
export const ensureBrowser = async () => {
  if (!findHeadlessBrowser() && canInstall()) await install()
  return findHeadlessBrowser()
}
