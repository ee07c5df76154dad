import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type Electron from 'electron'
import { sep } from 'node:path'
import { dropFolder } from './dropped-files.ts'
import { mainWorldScript, preloadWorldName, preloadWorldScript } from './page/scripts.ts'
import { devTools } from './runtime.ts'
import { switches } from './switches.ts'

/** A page of Chromium, attached to. */
export interface Target {
  readonly targetId: string
  readonly sessionId: string
}

interface TargetInfo {
  readonly targetId: string
  readonly type: string
}

let isFirst = true

/** In a preview the first window is the one that Chromium opened at start: only that one has no browser around it. */
const firstPreviewPage = async (): Promise<string | undefined> => {
  const { targetInfos } = await devTools().send<{ targetInfos: readonly TargetInfo[] }>('Target.getTargets')
  return targetInfos.find((info) => info.type === 'page')?.targetId
}

const waitForPreviewPage = async (): Promise<string> => {
  for (;;) {
    const found = await firstPreviewPage()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

const createPage = async (width: number, height: number): Promise<string> => {
  const params = { url: 'about:blank', newWindow: true, width, height }
  return (await devTools().send<{ targetId: string }>('Target.createTarget', params)).targetId
}

/** Opens a page for a window and attaches to it. */
export const openTarget = async (width: number, height: number): Promise<Target> => {
  const isPreviewStart = switches.mode === 'preview' && isFirst
  isFirst = false
  const targetId = isPreviewStart ? await waitForPreviewPage() : await createPage(width, height)
  const params = { targetId, flatten: true }
  const { sessionId } = await devTools().send<{ sessionId: string }>('Target.attachToTarget', params)
  return { targetId, sessionId }
}

/** Puts our scripts, and the preload, before whatever the page will load; and stops every request for us to answer. */
export const prepareTarget = async ({ sessionId }: Target, preferences: Electron.WebPreferences): Promise<void> => {
  const send = (method: string, params: object = {}): Promise<unknown> =>
    devTools().send(method, { ...params }, sessionId)
  const nonce = randomUUID()
  const { node, chrome, electron } = process.versions as Record<string, string>
  const preload = preloadWorldScript(nonce, {
    source: preferences.preload ? readFileSync(preferences.preload, 'utf8') : '',
    dropFolder,
    separator: sep,
    platform: process.platform,
    versions: { node: node ?? '', chrome: chrome ?? '', electron: electron ?? '' },
  })
  await send('Page.enable')
  await send('Runtime.enable')
  await send('Network.enable')
  await send('Inspector.enable')
  await send('Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Request' }] })
  await send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorldScript(nonce) })
  await send('Runtime.addBinding', { name: 'standInToMain', executionContextName: preloadWorldName })
  await send('Page.addScriptToEvaluateOnNewDocument', { worldName: preloadWorldName, source: preload })
}
