import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Chromium without a window of its own: half as dear to start and to run. */
const headlessNames = ['chromium-headless-shell', 'chrome-headless-shell']
const linuxNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const linuxFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome', '/opt/microsoft/msedge']
const macPrograms = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
]
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
]

const product = (folders, names) => folders.flatMap((folder) => names.map((name) => join(folder, name)))

const onPath = (env, names) => {
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), ...linuxFolders]
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

const usualPlaces = (platform, env) => {
  if (platform === 'darwin') return product(['/Applications', join(env.HOME ?? '/', 'Applications')], macPrograms)
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
    return product(roots, windowsPrograms)
  }
  return onPath(env, linuxNames)
}

const given = (env) => [env.WAVEWRIGHT_BROWSER, env.CHROME_PATH].filter(Boolean)

/**
 * The path of an installed Chromium, Chrome or Edge, or null. WAVEWRIGHT_BROWSER and CHROME_PATH go before what is
 * found in the usual places of the platform; a path given there that does not exist is passed over.
 */
export const findBrowser = (platform = process.platform, env = process.env, exists = existsSync) =>
  [...given(env), ...usualPlaces(platform, env)].find((path) => exists(path)) ?? null

/** The same for what nobody looks at: a headless shell where one is installed (Linux), or else any browser. */
export const findHeadlessBrowser = (platform = process.platform, env = process.env, exists = existsSync) => {
  const shells = platform === 'linux' ? onPath(env, headlessNames) : []
  return [...given(env), ...shells].find((path) => exists(path)) ?? findBrowser(platform, env, exists)
}
