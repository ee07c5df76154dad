import { EventEmitter } from 'node:events'
import type Electron from 'electron'
import { onlyModelled } from './unmodelled.ts'

type Handler = Parameters<Electron.IpcMain['handle']>[1]

const handlers = new Map<string, Handler>()
const events = new EventEmitter()

const handle = (channel: string, handler: Handler): void => {
  if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
  handlers.set(channel, handler)
}

const modelledIpcMain = {
  handle,
  handleOnce: (channel, handler) =>
    handle(channel, (event, ...args: unknown[]) => {
      handlers.delete(channel)
      return handler(event, ...args) as unknown
    }),
  removeHandler: (channel) => {
    handlers.delete(channel)
  },
} satisfies Pick<Electron.IpcMain, 'handle' | 'handleOnce' | 'removeHandler'>

export const ipcMain = onlyModelled('ipcMain', Object.assign(events, modelledIpcMain))

/** Answers an `ipcRenderer.invoke`. Rejects when nobody handles the channel, or with what the handler threw. */
export const answerInvoke = async (channel: string, event: object, args: readonly unknown[]): Promise<unknown> => {
  const handler = handlers.get(channel)
  if (!handler) throw new Error(`No handler registered for '${channel}'`)
  return (await handler(event as Electron.IpcMainInvokeEvent, ...args)) as unknown
}

/** Delivers an `ipcRenderer.send`. */
export const deliverSend = (channel: string, event: object, args: readonly unknown[]): void => {
  events.emit(channel, event, ...args)
}
