import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

const names = process.platform === 'win32' ? ['node.exe', 'node.cmd'] : ['node']

/**
 * The Node that everything is built and tested with: the one that package.json pins, or the present one where that
 * is new enough. The scripts themselves run on whatever Node a person has (20.19 or newer).
 */
export const node24 = () => {
  const pinned = names.map((name) => join(root, 'node_modules', '.bin', name)).find((path) => existsSync(path))
  if (pinned) return pinned
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Error('There is no Node 24 here: the optional dependencies were not installed (npm ci installs them).')
}
