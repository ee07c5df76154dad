import type { Params } from './devtools.ts'
import type { PageChannel } from './page-channel.ts'
import { preloadWorldName } from './page/scripts.ts'
import type { PausedRequest } from './requests.ts'
import type { Target } from './targets.ts'

export interface PageListeners {
  readonly onNavigated: (url: string) => void
  readonly onInPageNavigated: (url: string) => void
  readonly onDomReady: () => void
  readonly onLoaded: () => void
  readonly onCrashed: () => void
  readonly onOpen: (url: string) => void
  readonly onConsole: (level: string, message: string) => void
  readonly onRequest: (paused: PausedRequest) => Promise<void>
}

type Handler = (params: never) => void

interface Context {
  readonly name: string
  readonly uniqueId: string
  readonly auxData?: { readonly frameId?: string }
}

const consoleLevels: Readonly<Record<string, string>> = { error: 'error', warning: 'warning', debug: 'debug' }

/** Reads the events of one page of Chromium's DevTools into what they mean for a window. */
export class PageEvents {
  readonly #handlers: Readonly<Record<string, Handler>>
  readonly #contextIds = new Map<number, string>()

  constructor(target: Target, channel: PageChannel, listeners: PageListeners) {
    this.#handlers = {
      ...this.#frameHandlers(target, listeners),
      ...this.#channelHandlers(target, channel),
      'Inspector.targetCrashed': () => listeners.onCrashed(),
      'Page.windowOpen': ({ url }: { url: string }) => listeners.onOpen(url),
      'Fetch.requestPaused': (paused: PausedRequest) => void listeners.onRequest(paused),
      'Network.webSocketCreated': ({ url }: { url: string }) => {
        throw new Error(`The stand-in does not model WebSockets, which a page opened to ${url}.`)
      },
      'Runtime.consoleAPICalled': (call: { type: string; args: { value?: unknown; description?: string }[] }) =>
        listeners.onConsole(
          consoleLevels[call.type] ?? 'info',
          call.args.map((arg) => String(arg.value ?? arg.description)).join(' '),
        ),
    }
  }

  handle(method: string, params: Params): void {
    this.#handlers[method]?.(params as never)
  }

  #frameHandlers({ targetId }: Target, listeners: PageListeners): Record<string, Handler> {
    return {
      'Page.frameNavigated': ({ frame }: { frame: { id: string; parentId?: string; url: string; urlFragment?: string } }) => {
        if (frame.parentId === undefined) listeners.onNavigated(frame.url + (frame.urlFragment ?? ''))
      },
      'Page.navigatedWithinDocument': ({ frameId, url }: { frameId: string; url: string }) => {
        if (frameId === targetId) listeners.onInPageNavigated(url)
      },
      'Page.domContentEventFired': () => listeners.onDomReady(),
      'Page.loadEventFired': () => listeners.onLoaded(),
    }
  }

  #channelHandlers({ targetId }: Target, channel: PageChannel): Record<string, Handler> {
    return {
      'Runtime.executionContextCreated': ({ context }: { context: Context & { id: number } }) => {
        if (context.name !== preloadWorldName || context.auxData?.frameId !== targetId) return
        this.#contextIds.set(context.id, context.uniqueId)
        channel.useContext(context.uniqueId)
      },
      'Runtime.bindingCalled': (call: { name: string; payload: string; executionContextId: number }) => {
        const isCurrent = channel.isCurrent(this.#contextIds.get(call.executionContextId) ?? '')
        if (call.name === 'standInToMain' && isCurrent) channel.receive(call.payload)
      },
    }
  }
}
