import type { Readable, Writable } from 'node:stream'

export type Params = Readonly<Record<string, unknown>>
export type DevToolsListener = (method: string, params: Params) => void

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: Params
  readonly result?: Params
  readonly error?: { readonly message: string }
  readonly sessionId?: string
}

interface Call {
  readonly method: string
  readonly resolve: (result: never) => void
  readonly reject: (error: Error) => void
}

/** Splits a stream of bytes into messages that end in a zero byte. */
const readMessages = (stream: Readable, onMessage: (text: string) => void): void => {
  let parts: Buffer[] = []
  stream.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end))
      onMessage(Buffer.concat(parts).toString())
      parts = []
      start = end + 1
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  })
}

/** Chromium's DevTools protocol over a pair of pipes, with one listener a session ('' is the browser itself). */
export class DevTools {
  readonly #input: Writable
  readonly #calls = new Map<number, Call>()
  readonly #listeners = new Map<string, DevToolsListener>()
  #lastId = 0
  #isClosed = false

  constructor(input: Writable, output: Readable) {
    this.#input = input
    input.on('error', () => this.close())
    output.on('close', () => this.close())
    readMessages(output, (text) => this.#receive(JSON.parse(text) as Message))
  }

  listen(sessionId: string, listener: DevToolsListener): void {
    this.#listeners.set(sessionId, listener)
  }

  forget(sessionId: string): void {
    this.#listeners.delete(sessionId)
  }

  send<Result = Params>(method: string, params: Params = {}, sessionId?: string): Promise<Result> {
    if (this.#isClosed) return Promise.reject(new Error(`${method}: Chromium has ended`))
    this.#lastId += 1
    const id = this.#lastId
    return new Promise<Result>((resolve, reject) => {
      this.#calls.set(id, { method, resolve, reject })
      this.#input.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  close(): void {
    this.#isClosed = true
    for (const call of this.#calls.values()) call.reject(new Error(`${call.method}: Chromium has ended`))
    this.#calls.clear()
  }

  #receive(message: Message): void {
    if (message.id === undefined) {
      this.#listeners.get(message.sessionId ?? '')?.(message.method ?? '', message.params ?? {})
      return
    }
    const call = this.#calls.get(message.id)
    this.#calls.delete(message.id)
    if (message.error) call?.reject(new Error(`${call.method}: ${message.error.message}`))
    else call?.resolve((message.result ?? {}) as never)
  }
}
