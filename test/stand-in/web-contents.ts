import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { settleFile } from './dropped-files.ts'
import { preventableEvent } from './event.ts'
import { answerInvoke, deliverSend } from './ipc-main.ts'
import { emulatedColorScheme, noteTheme } from './native-theme.ts'
import { PageChannel, type Header, type ReadBody } from './page-channel.ts'
import { PageEvents } from './page-events.ts'
import { applyPermissionChecks, decidePermission } from './permissions.ts'
import { Requests, type PausedRequest } from './requests.ts'
import { devTools } from './runtime.ts'
import { session } from './session.ts'
import { toApp, toWeb } from './schemes.ts'
import { openTarget, prepareTarget, type Target } from './targets.ts'
import { onlyModelledClass, unmodelledError } from './unmodelled.ts'
import { WebFrame } from './web-frame.ts'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]

type Modelled = Pick<
  Electron.WebContents,
  | 'id'
  | 'send'
  | 'getURL'
  | 'getTitle'
  | 'loadURL'
  | 'reload'
  | 'close'
  | 'focus'
  | 'isDestroyed'
  | 'isCrashed'
  | 'isLoading'
  | 'executeJavaScript'
  | 'forcefullyCrashRenderer'
  | 'setWindowOpenHandler'
  | 'openDevTools'
  | 'setZoomLevel'
  | 'setZoomFactor'
>

const byTarget = new Map<string, StandInContents>()
let lastId = 0

const asElectron = (contents: StandInContents): Electron.WebContents => contents as unknown as Electron.WebContents

export interface ContentsOwner {
  readonly size: { readonly width: number; readonly height: number }
  readonly preferences: Electron.WebPreferences
  readonly close: () => void
  /** The page has gone: a person closed the window. */
  readonly onGone: () => void
}

/** Electron's `webContents` on a page of Chromium. */
export class StandInContents extends EventEmitter implements Modelled {
  static fromDevToolsTargetId(targetId: string): StandInContents | undefined {
    return byTarget.get(targetId)
  }

  static getAllWebContents(): StandInContents[] {
    return [...byTarget.values()]
  }

  static fromId(id: number): StandInContents | undefined {
    return [...byTarget.values()].find((contents) => contents.id === id)
  }

  readonly id: number
  readonly session = session.defaultSession
  readonly owner: ContentsOwner
  readonly attached: Promise<Target>
  mainFrame = new WebFrame('about:blank')
  #target: Target | null = null
  #channel: PageChannel | null = null
  #openHandler: OpenHandler | null = null
  #expected = ''
  #title = ''
  #isDestroyed = false
  #isCrashed = false
  #isLoading = false

  constructor(owner: ContentsOwner) {
    super()
    lastId += 1
    this.id = lastId
    this.owner = owner
    this.attached = this.#attach()
  }

  get channel(): PageChannel {
    if (!this.#channel) throw new Error('The window has no page yet')
    return this.#channel
  }

  getURL = (): string => this.mainFrame.url
  getTitle = (): string => this.#title
  isDestroyed = (): boolean => this.#isDestroyed
  isCrashed = (): boolean => this.#isCrashed
  isLoading = (): boolean => this.#isLoading
  focus = (): void => undefined
  openDevTools = (): void => undefined
  setZoomLevel = (): void => undefined
  setZoomFactor = (): void => undefined
  close = (): void => this.owner.close()
  reload = (): void => void this.loadURL(this.getURL()).catch(() => undefined)

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  send(channel: string, ...args: unknown[]): void {
    this.#channel?.send({ type: 'send', channel }, args)
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    const params = { expression: code, awaitPromise: true, returnByValue: true, userGesture }
    const { result, exceptionDetails } = await this.command<{
      result: { value?: unknown }
      exceptionDetails?: { exception?: { description?: string } }
    }>('Runtime.evaluate', params)
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? 'Script failed to execute')
    return result.value
  }

  forcefullyCrashRenderer(): void {
    this.command('Page.crash').catch(() => undefined)
  }

  async loadURL(url: string): Promise<void> {
    await this.attached
    this.#expected = url.split('#')[0] ?? ''
    this.#isLoading = true
    this.#isCrashed = false
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', resolve))
    await applyPermissionChecks(asElectron(this), url)
    const { errorText } = await this.command<{ errorText?: string }>('Page.navigate', { url: toWeb(url) })
    if (errorText) throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }

  /** One command of Chromium's DevTools to this page. */
  async command<Result>(method: string, params: object = {}): Promise<Result> {
    const { sessionId } = await this.attached
    return devTools().send<Result>(method, { ...params }, sessionId)
  }

  applyTheme(): void {
    const features = [{ name: 'prefers-color-scheme', value: emulatedColorScheme() }]
    this.command('Emulation.setEmulatedMedia', { features }).catch(() => undefined)
  }

  /** Once. Also where the page has already gone. */
  destroyPage(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    const target = this.#target
    if (target) {
      byTarget.delete(target.targetId)
      devTools().forget(target.sessionId)
      devTools().send('Target.closeTarget', { targetId: target.targetId }).catch(() => undefined)
    }
    this.emit('destroyed')
  }

  async #attach(): Promise<Target> {
    const target = await openTarget(this.owner.size.width, this.owner.size.height)
    this.#target = target
    this.#channel = new PageChannel(target.sessionId, (header, readBody) => this.#onMessage(header, readBody))
    const requests = new Requests(target.sessionId, asElectron(this), (paused, url) => this.#mayNavigate(paused, url))
    const events = new PageEvents(target, this.#channel, {
      onNavigated: (url) => this.#onNavigated(url),
      onInPageNavigated: (url) => this.emit('did-navigate-in-page', {}, url, true),
      onDomReady: () => this.emit('dom-ready'),
      onLoaded: () => this.#onLoaded(),
      onCrashed: () => this.#onCrashed(),
      onOpen: (url) => this.#onOpen(url),
      onConsole: (level, message) => this.emit('console-message', { level, message }),
      onRequest: (paused) => requests.handle(paused),
    })
    byTarget.set(target.targetId, this)
    devTools().listen(target.sessionId, (method, params) => events.handle(method, params))
    await prepareTarget(target, this.owner.preferences)
    this.applyTheme()
    return target
  }

  #onNavigated(url: string): void {
    this.mainFrame.markDestroyed()
    this.mainFrame = new WebFrame(toApp(url))
    this.#expected = ''
    this.emit('did-navigate', {}, this.mainFrame.url, 200, 'OK')
  }

  #onLoaded(): void {
    this.#isLoading = false
    this.emit('did-finish-load')
    this.emit('did-stop-loading')
  }

  #onCrashed(): void {
    this.#isCrashed = true
    this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 })
  }

  #onTitle(title: string): void {
    if (title === this.#title) return
    this.#title = title
    this.emit('page-title-updated', preventableEvent({}), title, true)
  }

  #onOpen(webUrl: string): void {
    const details = { url: toApp(webUrl), frameName: '', features: '', disposition: 'foreground-tab' }
    const answer = this.#openHandler?.(details as Electron.HandlerDetails) ?? { action: 'allow' }
    if (answer.action === 'allow') throw unmodelledError('a child window (setWindowOpenHandler that allows one)')
  }

  /** Whether a document may load: one that `loadURL` asked for always, another unless a listener prevents it. */
  #mayNavigate(paused: PausedRequest, url: string): boolean {
    const isMainFrame = paused.frameId === this.#target?.targetId
    const isExpected = isMainFrame && !paused.redirectedRequestId && url.split('#')[0] === this.#expected
    if (isExpected) return true
    const event = preventableEvent({ url, isMainFrame, isSameDocument: false, frame: this.mainFrame })
    this.emit('will-frame-navigate', event)
    if (isMainFrame) this.emit(paused.redirectedRequestId ? 'will-redirect' : 'will-navigate', event, url)
    return !event.defaultPrevented
  }

  async #onMessage(header: Header, readBody: ReadBody): Promise<void> {
    const frame = this.mainFrame
    const event = { sender: this, senderFrame: frame, frameId: 1, processId: 1, type: 'frame' }
    if (header.type === 'invoke') return this.#onInvoke(header, event, readBody)
    if (header.type === 'send') {
      const reply = (channel: string, ...args: unknown[]): void => this.send(channel, ...args)
      return deliverSend(header.channel, { ...event, reply }, readBody() as unknown[])
    }
    if (header.type === 'theme') return noteTheme(header.isDark, header.isHighContrast)
    if (header.type === 'title') return this.#onTitle(header.title)
    if (header.type === 'open') return this.#onOpen(header.url)
    if (header.type === 'permission') {
      await decidePermission(asElectron(this), header.permission, frame.url)
      return this.channel.send({ type: 'permission-decided', number: header.number })
    }
    const { sessionId } = await this.attached
    await settleFile(this.channel, sessionId, header.id, header.name)
  }

  async #onInvoke(header: Header, event: object, readBody: ReadBody): Promise<void> {
    const reply = { type: 'reply', number: header.number }
    try {
      const value = await answerInvoke(header.channel, event, readBody() as unknown[])
      this.channel.send(reply, [value])
    } catch (error) {
      this.channel.send({ ...reply, error: String(error) })
    }
  }
}

export const WebContents = onlyModelledClass('webContents', StandInContents)
export type WebContents = StandInContents
