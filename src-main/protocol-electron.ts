import { protocol } from 'electron'
import { answerRendererRequest } from './files/renderer-files'

/** Before the program is ready: makes `app://wavewright` an origin like https, with storage of its own. */
export const declareAppScheme = (): void => {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
}

/** Serves the built pages below `root`, and nothing else. */
export const serveRenderer = (root: string): void => {
  protocol.handle('app', async (request) => {
    const { status, body, headers } = await answerRendererRequest(root, request.method, request.url)
    return new Response(body && new Uint8Array(body), { status, headers })
  })
}
