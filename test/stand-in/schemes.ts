/**
 * Chromium serves no scheme of ours without Electron's own code. So `app://host/path` is shown to it as
 * `https://app.host.invalid/path`: a secure context and a stable origin that no name server will ever resolve, and
 * every request to it is answered from here. The application only ever sees the first form.
 */
const registered = new Set<string>()

export const registerScheme = (scheme: string): void => {
  registered.add(scheme)
}

export const isRegistered = (scheme: string): boolean => registered.has(scheme)

export const schemeOf = (url: string): string => url.slice(0, Math.max(0, url.indexOf(':')))

/** The address as Chromium knows it. */
export const toWeb = (url: string): string => {
  const scheme = schemeOf(url)
  if (!isRegistered(scheme)) return url
  const { host, pathname, search, hash } = new URL(url)
  return `https://${scheme}.${host}.invalid${pathname || '/'}${search}${hash}`
}

/** The address as the application knows it. */
export const toApp = (url: string): string => {
  const [, scheme = '', host = '', path = '/'] = /^https:\/\/([a-z0-9-]+)\.([a-z0-9.-]+)\.invalid(\/.*)?$/.exec(url) ?? []
  return isRegistered(scheme) ? `${scheme}://${host}${path}` : url
}

/** The origin as Electron names it, for an address in either form. */
export const originOf = (url: string): string => {
  const { protocol, host, origin } = new URL(toApp(url))
  return isRegistered(protocol.slice(0, -1)) ? `${protocol}//${host}` : origin
}
