import type Electron from 'electron'
import { pickFiles } from './preview/pick-files.ts'
import { saveInDownloads } from './preview/save-in-downloads.ts'
import { askInPage } from './preview/ask-in-page.ts'
import { switches } from './switches.ts'
import { onlyModelled } from './unmodelled.ts'

type Arguments<Options> = readonly [Options] | readonly [unknown, Options] | readonly []

/** The options of a dialog, which may be preceded by the window that it belongs to. */
const optionsOf = <Options extends object>(args: Arguments<Options>): Options => (args.at(-1) ?? {}) as Options

const inPreview = (name: string): void => {
  if (switches.mode === 'preview') return
  throw new Error(`Nobody is there to answer dialog.${name}: stub it in the test, as with electronApp.evaluate.`)
}

const showOpenDialog = async (...args: Arguments<Electron.OpenDialogOptions>): Promise<Electron.OpenDialogReturnValue> => {
  inPreview('showOpenDialog')
  return pickFiles(optionsOf(args))
}

const showSaveDialog = async (...args: Arguments<Electron.SaveDialogOptions>): Promise<Electron.SaveDialogReturnValue> => {
  inPreview('showSaveDialog')
  return saveInDownloads(optionsOf(args))
}

const showMessageBox = async (
  ...args: Arguments<Electron.MessageBoxOptions>
): Promise<Electron.MessageBoxReturnValue> => {
  inPreview('showMessageBox')
  return askInPage(optionsOf(args))
}

const showErrorBox = (title: string, content: string): void => {
  process.stderr.write(`${title}\n${content}\n`)
}

/** Held loosely only so that a test can put its own answers in place of these. */
export const dialog = onlyModelled('dialog', { showOpenDialog, showSaveDialog, showMessageBox, showErrorBox } satisfies Pick<
  Electron.Dialog,
  'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox'
>)
