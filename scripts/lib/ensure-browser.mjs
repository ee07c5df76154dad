import { existsSync } from 'node:fs'
import { findBrowser } from './find-browser.mjs'
import { run } from './run.mjs'

const canInstall = () =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** What to do where no browser is found and none can be installed. */
export const browserAdvice = 'Install Chromium, Chrome or Edge, or name one in WAVEWRIGHT_BROWSER.'

/** The path of an installed browser; as root on Debian or Ubuntu, one is installed where none is. Null otherwise. */
export const ensureBrowser = async () => {
  const found = findBrowser()
  if (found || !canInstall()) return found
  console.log('Installing Chromium (apt-get) ...')
  const quietly = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'] }
  await run('apt-get', ['update', '-q'], quietly)
  await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quietly)
  return findBrowser()
}
