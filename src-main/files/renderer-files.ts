import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/**
 * No script but our own files: nothing inline, nothing evaluated, nothing from elsewhere. Styles may be inline, which
 * the component library needs and which cannot act.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}

/** The file below `root` that `url` names, or null: another host, or a way out of the folder. */
export const rendererPath = (root: string, url: string): string | null => {
  if (!URL.canParse(url)) return null
  const parsed = new URL(url)
  if (parsed.protocol !== 'app:' || parsed.host !== 'wavewright') return null
  const wanted = decoded(parsed.pathname)
  // A backslash is a separator on Windows, and an encoded slash becomes one only now.
  if (wanted === null || wanted.includes('\0') || wanted.includes('\\')) return null
  const path = normalize(join(root, wanted === '/' ? 'index.html' : wanted))
  return path.startsWith(normalize(root) + sep) ? path : null
}

export type RendererAnswer = {
  readonly status: number
  readonly body: Uint8Array | null
  readonly headers: Readonly<Record<string, string>>
}

/** Answers a request of the page for one of the built files, with the policy on every answer. */
export const answerRendererRequest = async (root: string, method: string, url: string): Promise<RendererAnswer> => {
  const path = method === 'GET' ? rendererPath(root, url) : null
  const body = path === null ? null : await readFile(path).catch(() => null)
  if (path === null || body === null) return { status: 404, body: null, headers: headersOf('text/plain') }
  return { status: 200, body, headers: headersOf(mimeTypes[extname(path).toLowerCase()] ?? 'application/octet-stream') }
}

const headersOf = (type: string): Readonly<Record<string, string>> => ({
  'Content-Type': type,
  'Content-Security-Policy': contentSecurityPolicy,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
})

const decoded = (pathname: string): string | null => {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
