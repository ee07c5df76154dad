import type { Bridge } from './bridge.ts'
import type { Codec } from './codec.ts'

export interface PreloadSettings {
  readonly source: string
  readonly dropFolder: string
  readonly separator: string
  readonly platform: string
  readonly versions: Readonly<Record<string, string>>
}

/**
 * The isolated world of the preload: the `electron` that it may require, and its two ways to the main process,
 * `standInToMain` (a binding) and `standInFromMain` (called from there). Runs in the page as source text.
 */
export const installPreloadWorld = (bridge: Bridge, codec: Codec, settings: PreloadSettings): void => {
  type Listener = (event: unknown, ...args: unknown[]) => void
  type Waiting = { channel: string; resolve: (value: unknown) => void; reject: (error: Error) => void }
  const world = globalThis as unknown as {
    standInToMain: (text: string) => void
    standInFromMain: (header: string, body: string, isCompressed: boolean) => void
    standInFiles: Map<string, File>
  }
  const toMain = world.standInToMain
  const pieceLength = 1 << 20
  /** From here on a message goes compressed: the protocol is slow with long texts. */
  const compressAbove = 256 * 1024
  const waiting = new Map<number, Waiting>()
  const listeners = new Map<string, Listener[]>()
  let lastCall = 0

  /** Long messages go in pieces, so that one side reads while the other still writes. */
  const send = (header: Record<string, unknown>, body: string): void => {
    const text = `${JSON.stringify(header)}\n${body}`
    for (let at = 0; at < text.length; at += pieceLength) {
      toMain((at + pieceLength < text.length ? '+' : '.') + text.slice(at, at + pieceLength))
    }
  }

  const deflate = async (text: string): Promise<string> => {
    const packed = new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')))
    const reader = new FileReader()
    const read = new Promise((resolve) => reader.addEventListener('load', resolve))
    reader.readAsDataURL(await packed.blob())
    await read
    return String(reader.result).slice(String(reader.result).indexOf(',') + 1)
  }

  /** Passes texts on in the order in which they come, also when a short one follows one that is still being worked on. */
  const inTurn = () => {
    let last: Promise<void> = Promise.resolve()
    let waitingTexts = 0
    return (text: string | Promise<string>, passOn: (whole: string) => void): void => {
      if (typeof text === 'string' && waitingTexts === 0) return passOn(text)
      waitingTexts += 1
      last = last.then(async () => {
        const whole = await text
        waitingTexts -= 1
        passOn(whole)
      })
    }
  }

  const outbox = inTurn()
  const post = (header: Record<string, unknown>, body = ''): void => {
    const isCompressed = body.length > compressAbove
    outbox(isCompressed ? deflate(body) : body, (text) => send(isCompressed ? { ...header, isCompressed } : header, text))
  }

  const onReply = (header: { number: number; error?: string }, body: string): void => {
    const call = waiting.get(header.number)
    waiting.delete(header.number)
    if (header.error === undefined) call?.resolve((codec.unpack(body) as [unknown])[0])
    else call?.reject(new Error(`Error invoking remote method '${call.channel}': ${header.error}`))
  }

  const onSend = (header: { channel: string }, body: string): void => {
    const args = codec.unpack(body) as unknown[]
    for (const listener of [...(listeners.get(header.channel) ?? [])]) listener({ sender: ipcRenderer, ports: [] }, ...args)
  }

  const receive = (headerText: string, body: string): void => {
    const header = JSON.parse(headerText) as { type: string; number: number; channel: string; error?: string }
    if (header.type === 'reply') onReply(header, body)
    if (header.type === 'send') onSend(header, body)
    if (header.type === 'permission-decided') bridge.fire('permission-decided', { number: header.number })
  }

  const inflate = (text: string): Promise<string> => {
    const binary = atob(text)
    const bytes = new Uint8Array(binary.length)
    // By a loop: `from` with a function takes ten times as long, and the page stands still for it.
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
  }

  const inbox = inTurn()
  world.standInFromMain = (header, body, isCompressed) => inbox(isCompressed ? inflate(body) : body, (text) => receive(header, text))

  const unmodelled = (name: string): Error =>
    new Error(`The stand-in does not model ${name}: see test/stand-in/README.md.`)
  const onlyModelled = <T extends object>(owner: string, modelled: T): T =>
    new Proxy(modelled, {
      get: (target, key) => {
        if (key in target || typeof key === 'symbol') return Reflect.get(target, key) as unknown
        throw unmodelled(`${owner}.${key}`)
      },
    })

  const removeListener = (channel: string, listener: Listener) => {
    listeners.set(channel, (listeners.get(channel) ?? []).filter((candidate) => candidate !== listener))
    return ipcRenderer
  }
  const addListener = (channel: string, listener: Listener) => {
    listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
    return ipcRenderer
  }
  const ipcRenderer: Record<string, unknown> = onlyModelled('ipcRenderer', {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        lastCall += 1
        const body = codec.pack(args)
        waiting.set(lastCall, { channel, resolve, reject })
        post({ type: 'invoke', number: lastCall, channel }, body)
      }),
    send: (channel: string, ...args: unknown[]) => post({ type: 'send', channel }, codec.pack(args)),
    on: addListener,
    addListener,
    off: removeListener,
    removeListener,
    once: (channel: string, listener: Listener) => {
      const once: Listener = (event, ...args) => {
        removeListener(channel, once)
        listener(event, ...args)
      }
      return addListener(channel, once)
    },
    removeAllListeners: (channel: string) => {
      listeners.delete(channel)
      return ipcRenderer
    },
  })

  world.standInFiles = new Map()
  /** The path is known at once; messages that follow are held in the main process until the file is there. */
  const getPathForFile = (file: File): string => {
    const id = crypto.randomUUID()
    world.standInFiles.set(id, file)
    post({ type: 'file', id, name: file.name })
    return [settings.dropFolder, id, file.name].join(settings.separator)
  }

  const exposeInMainWorld = (key: string, api: unknown): void => bridge.fire('expose', { key, api: bridge.outgoing(api) })
  bridge.listen<{ url: string }>('open', ({ url }) => post({ type: 'open', url }))
  bridge.listen<{ number: number; permission: string }>('permission', (request) => post({ type: 'permission', ...request }))

  for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)']) {
    matchMedia(query).addEventListener('change', () => reportTheme())
  }
  const reportTheme = (): void =>
    post({
      type: 'theme',
      isDark: matchMedia('(prefers-color-scheme: dark)').matches,
      isHighContrast: matchMedia('(prefers-contrast: more)').matches,
    })
  reportTheme()

  /** A link that would open a window asks here: once Chromium has made the window, closing it races with the click. */
  const askBeforeWindow = (event: MouseEvent): void => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement)
    if (!link?.href || event.defaultPrevented) return
    const isModified = event.button === 1 || event.ctrlKey || event.metaKey || event.shiftKey
    if (!isModified && ['', '_self', '_top', '_parent'].includes(link.target)) return
    event.preventDefault()
    post({ type: 'open', url: link.href })
  }
  addEventListener('click', askBeforeWindow)
  addEventListener('auxclick', askBeforeWindow)

  let lastTitle: string | null = null
  const reportTitle = (): void => {
    if (document.title === lastTitle) return
    lastTitle = document.title
    post({ type: 'title', title: document.title })
  }
  document.addEventListener('DOMContentLoaded', () => {
    reportTitle()
    const parts = { childList: true, characterData: true, subtree: true }
    if (document.head) new MutationObserver(reportTitle).observe(document.head, parts)
  })

  const electron = onlyModelled('electron (in a preload)', {
    ipcRenderer,
    contextBridge: onlyModelled('contextBridge', { exposeInMainWorld }),
    webUtils: onlyModelled('webUtils', { getPathForFile }),
  })
  const require = (name: string): unknown => {
    if (name === 'electron' || name === 'electron/renderer') return electron
    throw new Error(`module not found: ${name}`)
  }
  const process = { type: 'renderer', sandboxed: true, contextIsolated: true, platform: settings.platform, versions: settings.versions }
  const module = { exports: {} }
  new Function('require', 'module', 'exports', 'process', settings.source)(require, module, module.exports, process)
}
