import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { run } from './run.mjs'

const packagesOf = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? {}
  } catch {
    return null
  }
}

/** Whether node_modules holds what the lock file says. What is only for other systems may be absent. */
export const isInstalled = (folder = root) => {
  const wanted = packagesOf(join(folder, 'package-lock.json'))
  const present = packagesOf(join(folder, 'node_modules', '.package-lock.json'))
  if (!wanted || !present) return false
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true
    const found = present[path]
    if (!found) return Boolean(entry.optional || entry.devOptional || entry.peer)
    return found.version === entry.version && existsSync(join(folder, path))
  })
}

const npm = (args, options) => {
  const file = process.env.npm_execpath
  if (file && /\.c?js$/.test(file)) return run(process.execPath, [file, ...args], options)
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options)
}

/** Installs the dependencies where they are missing or other than locked. False when that fails. */
export const ensureInstalled = async ({ stdio = 'inherit', say = console.error } = {}) => {
  if (isInstalled()) return true
  say('Installing what is missing (npm ci) ...')
  return (await npm(['ci', '--no-audit', '--no-fund'], { stdio })) === 0
}
