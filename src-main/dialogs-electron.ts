import { join } from 'node:path'
import { app, dialog } from 'electron'
import type { BrowserWindow } from 'electron'
import type { Dialogs, FileFilter } from './calls/dialogs'

const toFilters = (filters: readonly FileFilter[]): Electron.FileFilter[] =>
  filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }))

/** The system's dialogs, on top of the window. */
export const systemDialogs = (window: () => BrowserWindow): Dialogs => ({
  openFile: async ({ title, filters }) => {
    const options: Electron.OpenDialogOptions = { title, filters: toFilters(filters), properties: ['openFile'] }
    const { canceled, filePaths } = await dialog.showOpenDialog(window(), options)
    return canceled ? null : (filePaths[0] ?? null)
  },
  saveFile: async ({ title, suggestedName, filters }) => {
    const defaultPath = join(app.getPath('documents'), suggestedName)
    const { canceled, filePath } = await dialog.showSaveDialog(window(), { title, defaultPath, filters: toFilters(filters) })
    return canceled || filePath === '' ? null : filePath
  },
})
