import type { Bridge } from './bridge.ts'

/**
 * What the page's own world gets before any script of the page: a way to receive what the preload exposes, a
 * `window.open` that asks, and permission requests that ask. Runs in the page as source text.
 */
export const installMainWorld = (bridge: Bridge): void => {
  const deepFreeze = <T>(value: T): T => {
    if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
    Object.values(value).forEach(deepFreeze)
    return ArrayBuffer.isView(value) ? value : Object.freeze(value)
  }

  bridge.listen<{ key: string; api: unknown }>('expose', ({ key, api }) => {
    Object.defineProperty(window, key, { value: deepFreeze(bridge.incoming(api)), enumerable: true })
  })

  window.open = (url = 'about:blank') => {
    bridge.fire('open', { url: String(new URL(url, location.href)) })
    return null
  }

  const waiting = new Map<number, () => void>()
  let lastRequest = 0
  bridge.listen<{ number: number }>('permission-decided', ({ number }) => {
    waiting.get(number)?.()
    waiting.delete(number)
  })
  /** Resolves when the application has been asked, and Chromium told what it said. */
  const ask = (permission: string): Promise<void> => {
    lastRequest += 1
    const number = lastRequest
    return new Promise((resolve) => {
      waiting.set(number, resolve)
      bridge.fire('permission', { number, permission })
    })
  }

  type Method = (this: unknown, ...args: unknown[]) => unknown
  const askFirst = (owner: object | undefined, method: string, permission: string, isPromise = true): void => {
    const native = owner && (owner as Record<string, Method>)[method]
    if (!native) return
    const asking = function asking(this: unknown, ...args: unknown[]): unknown {
      const result = ask(permission).then(() => native.apply(this, args))
      return isPromise ? result : undefined
    }
    Object.defineProperty(owner, method, { value: asking, writable: true, configurable: true })
  }

  askFirst(globalThis.Notification, 'requestPermission', 'notifications')
  askFirst(globalThis.Geolocation?.prototype, 'getCurrentPosition', 'geolocation', false)
  askFirst(globalThis.Clipboard?.prototype, 'readText', 'clipboard-read')
  askFirst(globalThis.Clipboard?.prototype, 'read', 'clipboard-read')
  askFirst(globalThis.Clipboard?.prototype, 'writeText', 'clipboard-sanitized-write')
  askFirst(globalThis.Clipboard?.prototype, 'write', 'clipboard-sanitized-write')
  askFirst(globalThis.MediaDevices?.prototype, 'getUserMedia', 'media')
  askFirst(globalThis.Navigator?.prototype, 'requestMIDIAccess', 'midi')
  askFirst(globalThis.StorageManager?.prototype, 'persist', 'persistent-storage')
}
