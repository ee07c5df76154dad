import type Electron from 'electron'
import { app } from './app.ts'
import { isRegistered, registerScheme, schemeOf } from './schemes.ts'
import { onlyModelled, unmodelledError } from './unmodelled.ts'

type Handler = Parameters<Electron.Protocol['handle']>[1]

const handlers = new Map<string, Handler>()

const modelledPrivileges = new Set(['standard', 'secure', 'supportFetchAPI', 'stream', 'codeCache', 'corsEnabled'])

const refusePrivileges = ({ scheme, privileges = {} }: Electron.CustomScheme): void => {
  if (!privileges.standard || !privileges.secure) throw unmodelledError(`a scheme (${scheme}) not standard and secure`)
  const unknown = Object.entries(privileges).find(([name, isSet]) => isSet && !modelledPrivileges.has(name))
  if (unknown) throw unmodelledError(`the privilege ${unknown[0]} of a scheme`)
}

export const protocol = onlyModelled('protocol', {
  registerSchemesAsPrivileged: (schemes) => {
    if (app.isReady()) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready')
    schemes.forEach(refusePrivileges)
    for (const { scheme } of schemes) registerScheme(scheme)
  },
  handle: (scheme, handler) => {
    if (!isRegistered(scheme)) throw unmodelledError(`protocol.handle for '${scheme}', which is not registered`)
    if (handlers.has(scheme)) throw new Error(`The scheme '${scheme}' is already handled`)
    handlers.set(scheme, handler)
  },
  unhandle: (scheme) => {
    handlers.delete(scheme)
  },
  isProtocolHandled: (scheme) => handlers.has(scheme),
} satisfies Pick<Electron.Protocol, 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled'>)

export interface PageRequest {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly postData?: string
}

/** The application's answer to a request to one of its own schemes; null when it handles no such scheme. */
export const answerRequest = async (url: string, request: PageRequest): Promise<Response | null> => {
  const handler = handlers.get(schemeOf(url))
  if (!handler) return null
  const { method, headers, postData } = request
  return handler(new Request(url, { method, headers, ...(postData === undefined ? {} : { body: postData }) }))
}
