import type Electron from 'electron'
import { onlyModelled } from './unmodelled.ts'

type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void
type HeadersReceived = (
  details: Electron.OnHeadersReceivedListenerDetails,
  callback: (response: Electron.HeadersReceivedResponse) => void,
) => void
type Filter = Electron.WebRequestFilter

interface Registered<Listener> {
  readonly filter: Filter
  readonly listener: Listener
}

const everything: Filter = { urls: ['<all_urls>'] }
let beforeRequest: Registered<BeforeRequest> | null = null
let headersReceived: Registered<HeadersReceived> | null = null

/** A match pattern as in the manifest of an extension: `*://*` + `/*`, `<all_urls>`, `https://host/path*`. */
const isMatch = (pattern: string, url: string): boolean => {
  if (pattern === '<all_urls>') return true
  const source = pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')
  return new RegExp(`^${source}$`).test(url)
}

const isWanted = ({ urls, excludeUrls = [] }: Filter, url: string): boolean =>
  urls.some((pattern) => isMatch(pattern, url)) && !excludeUrls.some((pattern) => isMatch(pattern, url))

const registration = <Listener>(
  first: Filter | Listener | null,
  second?: Listener | null,
): Registered<Listener> | null => {
  if (typeof first === 'function') return { filter: everything, listener: first as Listener }
  return first && second ? { filter: first as Filter, listener: second } : null
}

function onBeforeRequest(filter: Filter, listener: BeforeRequest | null): void
function onBeforeRequest(listener: BeforeRequest | null): void
function onBeforeRequest(first: Filter | BeforeRequest | null, second?: BeforeRequest | null): void {
  beforeRequest = registration(first, second)
}

function onHeadersReceived(filter: Filter, listener: HeadersReceived | null): void
function onHeadersReceived(listener: HeadersReceived | null): void
function onHeadersReceived(first: Filter | HeadersReceived | null, second?: HeadersReceived | null): void {
  headersReceived = registration(first, second)
}

export const webRequest = onlyModelled('session.webRequest', { onBeforeRequest, onHeadersReceived } satisfies Pick<
  Electron.WebRequest,
  'onBeforeRequest' | 'onHeadersReceived'
>)

/** What the application says to a request that would leave for the network. */
export const askBeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
): Promise<Electron.CallbackResponse> => {
  const registered = beforeRequest
  if (!registered || !isWanted(registered.filter, details.url)) return Promise.resolve({})
  return new Promise((resolve) => registered.listener(details, resolve))
}

export const wantsHeaders = (url: string): boolean => headersReceived !== null && isWanted(headersReceived.filter, url)

/** What the application makes of an answer from the network. */
export const askHeadersReceived = (
  details: Electron.OnHeadersReceivedListenerDetails,
): Promise<Electron.HeadersReceivedResponse> => {
  const registered = headersReceived
  if (!registered) return Promise.resolve({})
  return new Promise((resolve) => registered.listener(details, resolve))
}
