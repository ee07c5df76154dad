import type Electron from 'electron'
import { app } from './app.ts'
import { BrowserWindow } from './browser-window.ts'
import { dialog } from './dialog.ts'
import { ipcMain } from './ipc-main.ts'
import { Menu, MenuItem } from './menu.ts'
import { nativeTheme } from './native-theme.ts'
import { protocol } from './protocol.ts'
import { session } from './session.ts'
import { shell } from './shell.ts'
import { unmodelledModule } from './unmodelled.ts'
import { WebContents } from './web-contents.ts'

/** The main process's `electron`: every name of it exists, and what is not modelled throws when it is used. */
export { app, BrowserWindow, dialog, ipcMain, Menu, MenuItem, nativeTheme, protocol, session, shell }
export { WebContents as webContents }

const unmodelled = <Name extends keyof typeof Electron>(name: Name): (typeof Electron)[Name] => unmodelledModule(name)

export const autoUpdater = unmodelled('autoUpdater')
export const BaseWindow = unmodelled('BaseWindow')
export const BrowserView = unmodelled('BrowserView')
export const clipboard = unmodelled('clipboard')
export const contentTracing = unmodelled('contentTracing')
export const crashReporter = unmodelled('crashReporter')
export const desktopCapturer = unmodelled('desktopCapturer')
export const globalShortcut = unmodelled('globalShortcut')
export const inAppPurchase = unmodelled('inAppPurchase')
export const MessageChannelMain = unmodelled('MessageChannelMain')
export const nativeImage = unmodelled('nativeImage')
export const net = unmodelled('net')
export const netLog = unmodelled('netLog')
export const Notification = unmodelled('Notification')
export const powerMonitor = unmodelled('powerMonitor')
export const powerSaveBlocker = unmodelled('powerSaveBlocker')
export const pushNotifications = unmodelled('pushNotifications')
export const safeStorage = unmodelled('safeStorage')
export const screen = unmodelled('screen')
export const ShareMenu = unmodelled('ShareMenu')
export const systemPreferences = unmodelled('systemPreferences')
export const TouchBar = unmodelled('TouchBar')
export const Tray = unmodelled('Tray')
export const utilityProcess = unmodelled('utilityProcess')
export const View = unmodelled('View')
export const WebContentsView = unmodelled('WebContentsView')
export const webFrameMain = unmodelled('webFrameMain')

const electron: Readonly<Record<string, unknown>> = {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  nativeTheme,
  protocol,
  session,
  shell,
  webContents: WebContents,
  clipboard,
  crashReporter,
  nativeImage,
  net,
  Notification,
  powerMonitor,
  safeStorage,
  screen,
}

export default electron
