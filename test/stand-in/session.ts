import type Electron from 'electron'
import { protocol } from './protocol.ts'
import { onlyModelled, unmodelledError } from './unmodelled.ts'
import { webRequest } from './web-request.ts'

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0]

export const permissionHandlers: { request: RequestHandler; check: CheckHandler } = { request: null, check: null }

const defaultSession = onlyModelled('session.defaultSession', {
  setPermissionRequestHandler: (handler) => {
    permissionHandlers.request = handler
  },
  setPermissionCheckHandler: (handler) => {
    permissionHandlers.check = handler
  },
  setDevicePermissionHandler: () => undefined,
  setSpellCheckerEnabled: () => undefined,
  setSpellCheckerLanguages: () => undefined,
  flushStorageData: () => undefined,
  isPersistent: () => true,
  on: (event: string) => {
    throw unmodelledError(`session.on('${event}')`)
  },
  webRequest: webRequest as Electron.WebRequest,
  protocol: protocol as Electron.Protocol,
} satisfies Pick<
  Electron.Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'setSpellCheckerEnabled'
  | 'setSpellCheckerLanguages'
  | 'flushStorageData'
  | 'isPersistent'
  | 'webRequest'
  | 'protocol'
> & { on: unknown })

export const session = onlyModelled('session', { defaultSession: defaultSession as unknown as Electron.Session })
