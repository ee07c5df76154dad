import type Electron from 'electron'
import { answerRequest, type PageRequest } from './protocol.ts'
import { devTools } from './runtime.ts'
import { isRegistered, originOf, schemeOf, toApp, toWeb } from './schemes.ts'
import { askBeforeRequest, askHeadersReceived, wantsHeaders } from './web-request.ts'

/** `Fetch.requestPaused` of Chromium's DevTools. */
export interface PausedRequest {
  readonly requestId: string
  readonly frameId: string
  readonly resourceType: string
  readonly request: PageRequest
  readonly redirectedRequestId?: string
  readonly responseStatusCode?: number
  readonly responseStatusText?: string
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[]
}

export type MayNavigate = (paused: PausedRequest, url: string) => boolean

const resourceTypes: Readonly<Record<string, string>> = {
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Ping: 'ping',
  Media: 'media',
  CSPViolationReport: 'cspReport',
}

/** A browser looks for an icon by itself, which Electron does not. */
const isFaviconLookup = ({ resourceType, request }: PausedRequest): boolean =>
  resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico'

/** Answers the requests of one window: from the application's protocol, or as its webRequest listeners decide. */
export class Requests {
  readonly #sessionId: string
  readonly #contents: Electron.WebContents
  readonly #mayNavigate: MayNavigate

  constructor(sessionId: string, contents: Electron.WebContents, mayNavigate: MayNavigate) {
    this.#sessionId = sessionId
    this.#contents = contents
    this.#mayNavigate = mayNavigate
  }

  async handle(paused: PausedRequest): Promise<void> {
    const url = toApp(paused.request.url)
    if (paused.responseStatusCode !== undefined) return this.#onHeaders(paused, url)
    if (paused.resourceType === 'Document' && !this.#mayNavigate(paused, url)) return this.#fail(paused, 'Aborted')
    if (isFaviconLookup(paused)) return this.#send('Fetch.fulfillRequest', paused, { responseCode: 204 })
    if (isRegistered(schemeOf(url))) return this.#answer(paused, url)
    const { cancel, redirectURL } = await askBeforeRequest(this.#details(paused, url))
    if (cancel) return this.#fail(paused, 'BlockedByClient')
    const redirect = redirectURL ? { url: toWeb(redirectURL) } : {}
    return this.#send('Fetch.continueRequest', paused, { ...redirect, interceptResponse: wantsHeaders(url) })
  }

  async #answer(paused: PausedRequest, url: string): Promise<void> {
    const response = await answerRequest(url, paused.request)
    if (!response) return this.#fail(paused, 'Failed')
    const body = Buffer.from(await response.arrayBuffer())
    return this.#send('Fetch.fulfillRequest', paused, {
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: body.toString('base64'),
    })
  }

  async #onHeaders(paused: PausedRequest, url: string): Promise<void> {
    const given: Record<string, string[]> = {}
    for (const { name, value } of paused.responseHeaders ?? []) given[name] = [...(given[name] ?? []), value]
    const statusCode = paused.responseStatusCode ?? 0
    const statusLine = `HTTP/1.1 ${statusCode} ${paused.responseStatusText ?? ''}`.trim()
    const details = { ...this.#details(paused, url), statusLine, statusCode, responseHeaders: given }
    const answer = await askHeadersReceived(details)
    if (answer.cancel) return this.#fail(paused, 'BlockedByClient')
    const headers = Object.entries(answer.responseHeaders ?? given).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value })),
    )
    return this.#send('Fetch.continueResponse', paused, { responseCode: statusCode, responseHeaders: headers })
  }

  #details(paused: PausedRequest, url: string): Electron.OnBeforeRequestListenerDetails {
    const page = this.#contents.getURL()
    return {
      id: Number.parseInt(paused.requestId.replace(/\D/g, '') || '0', 10),
      url,
      method: paused.request.method,
      webContentsId: this.#contents.id,
      resourceType: paused.resourceType === 'Document' ? 'mainFrame' : (resourceTypes[paused.resourceType] ?? 'other'),
      referrer: paused.request.headers.Referer ?? (page.startsWith('about:') ? '' : originOf(page)),
      timestamp: Date.now(),
      uploadData: [],
    } as Electron.OnBeforeRequestListenerDetails
  }

  #fail(paused: PausedRequest, errorReason: string): Promise<void> {
    return this.#send('Fetch.failRequest', paused, { errorReason })
  }

  /** A request that its page has given up meanwhile needs no answer. */
  async #send(method: string, { requestId }: PausedRequest, params: object): Promise<void> {
    await devTools().send(method, { requestId, ...params }, this.#sessionId).catch(() => undefined)
  }
}
