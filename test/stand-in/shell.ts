import { spawn } from 'node:child_process'
import { dirname } from 'node:path'
import type Electron from 'electron'
import { switches } from './switches.ts'
import { onlyModelled } from './unmodelled.ts'

const openers: Partial<Record<NodeJS.Platform, string>> = { darwin: 'open', win32: 'explorer.exe' }

const openOutside = (name: string, target: string): void => {
  if (switches.mode === 'test') throw new Error(`The stand-in opens nothing in a test: stub shell.${name} (${target}).`)
  spawn(openers[process.platform] ?? 'xdg-open', [target], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

export const shell = onlyModelled('shell', {
  openExternal: async (url) => openOutside('openExternal', url),
  showItemInFolder: (path) => openOutside('showItemInFolder', dirname(path)),
} satisfies Pick<Electron.Shell, 'openExternal' | 'showItemInFolder'>)
