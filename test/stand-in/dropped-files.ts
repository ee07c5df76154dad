import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { PageChannel } from './page-channel.ts'
import { devTools } from './runtime.ts'

/** Files that exist only in a page are written here, so that main can read them; it goes when the process ends. */
export const dropFolder = mkdtempSync(join(tmpdir(), 'wavewright-stand-in-'))
process.once('exit', () => rmSync(dropFolder, { recursive: true, force: true }))

const readBytes = async (channel: PageChannel, id: string): Promise<Buffer> => {
  const expression = `(async () => {
    const bytes = new Uint8Array(await standInFiles.get(${JSON.stringify(id)}).arrayBuffer())
    let binary = ''
    for (let at = 0; at < bytes.length; at += 32768) binary += String.fromCharCode(...bytes.subarray(at, at + 32768))
    return btoa(binary)
  })()`
  const { result } = await channel.evaluate(expression, { awaitPromise: true, returnByValue: true })
  return Buffer.from(String(result.value), 'base64')
}

/** The path of the file on disk that a page's File object stands for, or '' where it stands for none. */
const realPath = async (channel: PageChannel, sessionId: string, id: string): Promise<string> => {
  const { result } = await channel.evaluate(`standInFiles.get(${JSON.stringify(id)})`)
  const { path } = await devTools().send<{ path: string }>('DOM.getFileInfo', { objectId: result.objectId }, sessionId)
  return path
}

/**
 * Makes the path that the preload was given for a file a true one, and returns it: of the file itself, or of a copy of
 * its bytes where it is on no disk.
 */
export const settleFile = async (
  channel: PageChannel,
  sessionId: string,
  id: string,
  name: string,
): Promise<string> => {
  const placeholder = join(dropFolder, id, basename(name))
  const path = await realPath(channel, sessionId, id).catch(() => '')
  if (path) {
    channel.rememberPath(placeholder, path)
    return path
  }
  mkdirSync(join(dropFolder, id), { recursive: true })
  writeFileSync(placeholder, await readBytes(channel, id))
  return placeholder
}
