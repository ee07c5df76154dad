import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { installedElectron } from './electron-binary.mjs'
import { root } from './root.mjs'
import { run } from './run.mjs'

const attemptFile = join(root, 'node_modules', '.cache', 'wavewright', 'electron-attempt.json')
const attemptAgainAfter = 24 * 3600 * 1000
const attemptPatience = 60_000

const electronVersion = () =>
  JSON.parse(readFileSync(join(root, 'node_modules', 'electron', 'package.json'), 'utf8')).version

/** Whether fetching this version failed not long ago: a start must not wait for the same failure each time. */
const hasFailedLately = (now) => {
  try {
    const { version, at } = JSON.parse(readFileSync(attemptFile, 'utf8'))
    return version === electronVersion() && now - at < attemptAgainAfter
  } catch {
    return false
  }
}

/** The path of Electron's executable, fetched where it can be; null where it cannot. */
export const ensureElectron = async (now = Date.now()) => {
  const installed = installedElectron()
  if (installed || hasFailedLately(now)) return installed
  console.error('Fetching Electron ...')
  const script = join(root, 'node_modules', 'electron', 'install.js')
  await run(process.execPath, [script], { stdio: 'ignore', timeout: attemptPatience })
  const fetched = installedElectron()
  if (fetched) {
    rmSync(attemptFile, { force: true })
    return fetched
  }
  mkdirSync(dirname(attemptFile), { recursive: true })
  writeFileSync(attemptFile, JSON.stringify({ version: electronVersion(), at: now }))
  return null
}
