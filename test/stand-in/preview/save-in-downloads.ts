import { mkdirSync } from 'node:fs'
import { basename, extname } from 'node:path'
import type Electron from 'electron'
import { app } from '../app.ts'
import { freeName } from './free-name.ts'

const withEnding = (name: string, { filters = [] }: Electron.SaveDialogOptions): string => {
  const ending = filters[0]?.extensions[0]
  return extname(name) || !ending || ending === '*' ? name : `${name}.${ending}`
}

/** A save dialog without a dialog: under the suggested name, or a free one like it, in the downloads folder. */
export const saveInDownloads = async (options: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue> => {
  const folder = app.getPath('downloads')
  mkdirSync(folder, { recursive: true })
  const filePath = freeName(folder, withEnding(basename(options.defaultPath ?? app.getName()), options))
  process.stderr.write(`Saved in the downloads folder: ${filePath}\n`)
  return { canceled: false, filePath }
}
