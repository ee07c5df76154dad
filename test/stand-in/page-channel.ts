import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { createCodec } from './page/codec.ts'
import { devTools } from './runtime.ts'

const codec = createCodec()

/** From here on a message to the page goes compressed: the protocol is slow with long texts (README, figures). */
const compressAbove = 256 * 1024

export interface Header {
  readonly type: 'invoke' | 'send' | 'file' | 'open' | 'permission' | 'theme' | 'title'
  readonly number: number
  readonly channel: string
  readonly id: string
  readonly name: string
  readonly url: string
  readonly permission: string
  readonly title: string
  readonly isDark: boolean
  readonly isHighContrast: boolean
  /** The body is deflated, in base64. */
  readonly isCompressed?: boolean
}

/** What a message carries is read only when it is wanted, because files may have to arrive before. */
export type ReadBody = () => unknown

export type OnMessage = (header: Header, readBody: ReadBody) => Promise<void> | void

/** The messages between the main process and the preload of one window. */
export class PageChannel {
  readonly #sessionId: string
  readonly #onMessage: OnMessage
  /** Placeholders for files, as the page knows them, and where the files really are. */
  readonly #paths = new Map<string, string>()
  #context: string | null = null
  #pieces: string[] = []
  #files: Promise<void> = Promise.resolve()
  #waitingFiles = 0

  constructor(sessionId: string, onMessage: OnMessage) {
    this.#sessionId = sessionId
    this.#onMessage = onMessage
  }

  /** A new document: the one before hears and says nothing more. */
  useContext(uniqueId: string): void {
    this.#context = uniqueId
    this.#pieces = []
  }

  isCurrent(uniqueId: string): boolean {
    return this.#context === uniqueId
  }

  rememberPath(placeholder: string, path: string): void {
    this.#paths.set(placeholder, path)
  }

  send(header: object, value?: unknown): void {
    const body = value === undefined ? '' : codec.pack(value)
    const isLong = body.length > compressAbove
    const text = isLong ? deflateRawSync(body, { level: 1 }).toString('base64') : body
    const call = [JSON.stringify(header), text, isLong].map((argument) => JSON.stringify(argument)).join(', ')
    this.evaluate(`standInFromMain(${call})`).catch(() => undefined)
  }

  /** Runs an expression in the preload's world. Rejects when there is no page, or the page has gone. */
  evaluate<Result = { result: { value?: unknown; objectId?: string } }>(
    expression: string,
    options: object = {},
  ): Promise<Result> {
    if (this.#context === null) return Promise.reject(new Error('The window has no page yet'))
    const params = { expression, uniqueContextId: this.#context, awaitPromise: false, ...options }
    return devTools().send<Result>('Runtime.evaluate', params, this.#sessionId)
  }

  /** Takes what the binding delivers: '+' and a piece, or '.' and the last piece. */
  receive(text: string): void {
    this.#pieces.push(text.slice(1))
    if (text.startsWith('+')) return
    const whole = this.#pieces.length === 1 ? (this.#pieces[0] ?? '') : this.#pieces.join('')
    this.#pieces = []
    const end = whole.indexOf('\n')
    const header = JSON.parse(whole.slice(0, end)) as Header
    const body = whole.slice(end + 1)
    this.#deliver(header, header.isCompressed ? inflateRawSync(Buffer.from(body, 'base64')).toString() : body)
  }

  #deliver(header: Header, body: string): void {
    const deliver = (): Promise<void> | void => this.#onMessage(header, () => codec.unpack(this.#withRealPaths(body)))
    if (header.type === 'file') {
      this.#waitingFiles += 1
      this.#files = this.#files.then(deliver).then(() => {
        this.#waitingFiles -= 1
      })
    } else if (this.#waitingFiles > 0) void this.#files.then(deliver)
    else void deliver()
  }

  #withRealPaths(body: string): string {
    let text = body
    for (const [placeholder, path] of this.#paths) {
      text = text.replaceAll(JSON.stringify(placeholder).slice(1, -1), JSON.stringify(path).slice(1, -1))
    }
    return text
  }
}
