import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { app, onWindowClosed } from './app.ts'
import { preventableEvent } from './event.ts'
import { switches } from './switches.ts'
import { WebContents } from './web-contents.ts'
import { refuseUnsafeWindow } from './window-options.ts'
import { addWindow, openWindows, removeWindow } from './windows.ts'
import { onlyModelledClass } from './unmodelled.ts'

type Modelled = Pick<
  Electron.BrowserWindow,
  | 'id'
  | 'loadURL'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'blur'
  | 'close'
  | 'destroy'
  | 'minimize'
  | 'restore'
  | 'maximize'
  | 'unmaximize'
  | 'isDestroyed'
  | 'isVisible'
  | 'isFocused'
  | 'isMinimized'
  | 'isMaximized'
  | 'isFullScreen'
  | 'getTitle'
  | 'setTitle'
  | 'getBounds'
  | 'getNormalBounds'
  | 'setBounds'
  | 'setMinimumSize'
  | 'setBackgroundColor'
  | 'setMenuBarVisibility'
  | 'setAutoHideMenuBar'
  | 'setDocumentEdited'
  | 'isDocumentEdited'
  | 'setRepresentedFilename'
  | 'getRepresentedFilename'
  | 'setProgressBar'
>

type State = 'normal' | 'minimized' | 'maximized'

let lastId = 0

/** Electron's `BrowserWindow`: one page of Chromium, with the state of a window kept beside it. */
export class StandInWindow extends EventEmitter implements Modelled {
  static getAllWindows(): StandInWindow[] {
    return [...openWindows()]
  }

  static getFocusedWindow(): StandInWindow | null {
    return openWindows().find((window) => window.isFocused()) ?? null
  }

  static fromWebContents(contents: WebContents | undefined): StandInWindow | null {
    return openWindows().find((window) => window.webContents === contents) ?? null
  }

  static fromId(id: number): StandInWindow | null {
    return openWindows().find((window) => window.id === id) ?? null
  }

  readonly id: number
  readonly webContents: WebContents
  #bounds: Electron.Rectangle
  #state: State = 'normal'
  #title: string
  #isVisible: boolean
  #isFocused = false
  #isDestroyed = false
  #isEdited = false
  #representedFile = ''

  constructor(options: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    refuseUnsafeWindow(options)
    lastId += 1
    this.id = lastId
    this.#title = options.title ?? app.getName()
    this.#isVisible = options.show ?? true
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 }
    this.webContents = new WebContents({
      size: this.#bounds,
      preferences: options.webPreferences ?? {},
      close: () => this.close(),
      onGone: () => this.#onGone(),
    })
    addWindow(this)
    this.#followContents()
    // The first window of a preview was opened by Chromium, in a size of its own.
    if (switches.mode === 'preview') this.#tellChromium({ width: this.#bounds.width, height: this.#bounds.height })
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
  }

  isDestroyed = (): boolean => this.#isDestroyed
  isVisible = (): boolean => this.#isVisible
  isFocused = (): boolean => this.#isFocused
  isMinimized = (): boolean => this.#state === 'minimized'
  isMaximized = (): boolean => this.#state === 'maximized'
  isFullScreen = (): boolean => false
  getTitle = (): string => this.#title
  getBounds = (): Electron.Rectangle => ({ ...this.#bounds })
  getNormalBounds = (): Electron.Rectangle => ({ ...this.#bounds })
  isDocumentEdited = (): boolean => this.#isEdited
  getRepresentedFilename = (): string => this.#representedFile
  setMinimumSize = (): void => undefined
  setBackgroundColor = (): void => undefined
  setMenuBarVisibility = (): void => undefined
  setAutoHideMenuBar = (): void => undefined
  setProgressBar = (): void => undefined

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  setTitle(title: string): void {
    this.#title = title
  }

  setDocumentEdited(isEdited: boolean): void {
    this.#isEdited = isEdited
  }

  setRepresentedFilename(path: string): void {
    this.#representedFile = path
  }

  setBounds(bounds: Partial<Electron.Rectangle>): void {
    this.#bounds = { ...this.#bounds, ...bounds }
    this.#tellChromium(this.#bounds)
    this.emit('resize')
  }

  show(): void {
    this.#isVisible = true
    this.emit('show')
    this.focus()
  }

  showInactive(): void {
    this.#isVisible = true
    this.emit('show')
  }

  hide(): void {
    this.#isVisible = false
    this.emit('hide')
  }

  focus(): void {
    for (const other of openWindows()) if (other !== this) other.blur()
    if (this.#isFocused) return
    this.#isFocused = true
    this.webContents.command('Page.bringToFront').catch(() => undefined)
    this.emit('focus')
  }

  blur(): void {
    if (!this.#isFocused) return
    this.#isFocused = false
    this.emit('blur')
  }

  minimize(): void {
    this.#become('minimized', 'minimize')
  }

  maximize(): void {
    this.#become('maximized', 'maximize')
  }

  restore(): void {
    this.#become('normal', 'restore')
  }

  unmaximize(): void {
    this.#become('normal', 'unmaximize')
  }

  close(): void {
    if (this.#isDestroyed) return
    const event = preventableEvent({})
    this.emit('close', event)
    if (!event.defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    removeWindow(this)
    this.webContents.destroyPage()
    this.emit('closed')
    onWindowClosed()
  }

  /** A person closed the window of a preview: there is nothing left that a listener could keep open. */
  #onGone(): void {
    if (this.#isDestroyed) return
    this.emit('close', preventableEvent({}))
    this.destroy()
  }

  #followContents(): void {
    let isReadyToShow = false
    this.webContents.on('did-finish-load', () => {
      if (!isReadyToShow) this.emit('ready-to-show')
      isReadyToShow = true
    })
    this.webContents.on('page-title-updated', (event: { defaultPrevented: boolean }, title: string) => {
      this.emit('page-title-updated', event, title, true)
      if (!event.defaultPrevented) this.#title = title
    })
  }

  #become(state: State, event: string): void {
    if (this.#state === state) return
    this.#state = state
    this.#tellChromium({ windowState: state })
    this.emit(event)
  }

  #tellChromium(bounds: object): void {
    const { webContents } = this
    webContents
      .command<{ windowId: number }>('Browser.getWindowForTarget')
      .then(({ windowId }) => webContents.command('Browser.setWindowBounds', { windowId, bounds }))
      .catch(() => undefined)
  }
}

export const BrowserWindow = onlyModelledClass('BrowserWindow', StandInWindow)
