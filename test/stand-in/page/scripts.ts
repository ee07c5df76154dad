import { createBridge } from './bridge.ts'
import { createCodec } from './codec.ts'
import { installMainWorld } from './main-world.ts'
import { installPreloadWorld, type PreloadSettings } from './preload-world.ts'

export const preloadWorldName = 'electron-preload'

/** As in Electron, a preload belongs to the main frame only. */
const inMainFrame = (source: string): string => `if (window === window.top) {\n${source}\n}`

/** What runs in the page's own world. Both worlds of a window need the same, unguessable, `nonce`. */
export const mainWorldScript = (nonce: string): string =>
  inMainFrame(`(${String(installMainWorld)})((${String(createBridge)})('page-${nonce}', 'preload-${nonce}'))`)

/** What runs in the isolated world, with the preload in it. */
export const preloadWorldScript = (nonce: string, settings: PreloadSettings): string =>
  inMainFrame(`(${String(installPreloadWorld)})(
  (${String(createBridge)})('preload-${nonce}', 'page-${nonce}'),
  (${String(createCodec)})(),
  ${JSON.stringify(settings)},
)`)
