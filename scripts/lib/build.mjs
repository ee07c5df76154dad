import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'
import { runTool } from './run.mjs'

const sources = ['src-core', 'src-main', 'src-renderer', 'resources', 'electron.vite.config.ts', 'package-lock.json']
const outputs = ['out/main/index.js', 'out/main/cli.js', 'out/preload/preload.cjs', 'out/renderer/index.html']

const newest = (path) => {
  const entry = statSync(path)
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

const present = (paths) => paths.map((path) => join(root, path)).filter((path) => existsSync(path))

/** Whether out/ is there, and as new as everything that it is made of. */
export const isBuilt = () => {
  const built = present(outputs)
  if (built.length < outputs.length) return false
  const oldest = Math.min(...built.map((path) => statSync(path).mtimeMs))
  return Math.max(...present(sources).map(newest)) <= oldest
}

/** Builds main, preload and renderer into out/. Resolves with the exit code. */
export const build = (options = {}) => runTool('electron-vite/bin/electron-vite.js', ['build'], options)
