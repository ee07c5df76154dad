import type Electron from 'electron'
import { randomUUID } from 'node:crypto'
import { settleFile } from '../dropped-files.ts'
import { openWindows } from '../windows.ts'

/** Runs in the page: the browser's own picker. Resolves with the number of files, which then lie in standInFiles. */
const pickInPage = (accept: string, isMultiple: boolean, id: string): Promise<string[]> =>
  new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = isMultiple
    const { standInFiles } = globalThis as unknown as { standInFiles: Map<string, File> }
    input.addEventListener('cancel', () => resolve([]))
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])]
      files.forEach((file, index) => standInFiles.set(`${id}-${index}`, file))
      resolve(files.map((file) => file.name))
    })
    // Kept reachable: an input that nothing refers to is collected while the picker is open, and never answers.
    Object.assign(globalThis, { standInPicker: input })
    input.click()
  })

const acceptOf = ({ filters = [] }: Electron.OpenDialogOptions): string => {
  const endings = filters.flatMap((filter) => filter.extensions)
  return endings.includes('*') ? '' : endings.map((ending) => `.${ending}`).join(',')
}

/** An open dialog through the browser's own picker: the paths are those of the files themselves. */
export const pickFiles = async (options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> => {
  const cancelled = { canceled: true, filePaths: [] }
  const contents = openWindows()[0]?.webContents
  if (!contents) return cancelled
  const id = randomUUID()
  const isMultiple = options.properties?.includes('multiSelections') ?? false
  const call = `(${String(pickInPage)})(${JSON.stringify(acceptOf(options))}, ${isMultiple}, '${id}')`
  const { result } = await contents.channel.evaluate(call, { userGesture: true, awaitPromise: true, returnByValue: true })
  const names = (result.value ?? []) as readonly string[]
  const { sessionId } = await contents.attached
  const filePaths = await Promise.all(
    names.map((name, index) => settleFile(contents.channel, sessionId, `${id}-${index}`, name)),
  )
  return filePaths.length === 0 ? cancelled : { canceled: false, filePaths }
}
