import type Electron from 'electron'
import { devTools } from './runtime.ts'
import { originOf, toWeb } from './schemes.ts'
import { permissionHandlers } from './session.ts'

/** Electron's names of what a page can ask for, with the names that Chromium's DevTools know them by. */
const chromiumNames: Readonly<Record<string, readonly string[]>> = {
  notifications: ['notifications'],
  geolocation: ['geolocation'],
  'clipboard-read': ['clipboard-read'],
  'clipboard-sanitized-write': ['clipboard-write'],
  media: ['camera', 'microphone'],
  midi: ['midi'],
  'persistent-storage': ['persistent-storage'],
}

type CheckedPermission = Parameters<NonNullable<(typeof permissionHandlers)['check']>>[1]
type RequestedPermission = Parameters<NonNullable<(typeof permissionHandlers)['request']>>[1]

const setPermission = async (permission: string, isGranted: boolean, url: string): Promise<void> => {
  const origin = new URL(toWeb(url)).origin
  for (const name of chromiumNames[permission] ?? []) {
    const setting = isGranted ? 'granted' : 'denied'
    await devTools().send('Browser.setPermission', { permission: { name }, setting, origin })
  }
}

/**
 * Asks the application's check handler for everything that a page may look up without asking, and makes Chromium
 * answer so. Without a handler all is granted, as in Electron.
 */
export const applyPermissionChecks = async (contents: Electron.WebContents, url: string): Promise<void> => {
  const requestingUrl = `${originOf(url)}/`
  for (const permission of Object.keys(chromiumNames)) {
    const isGranted =
      permissionHandlers.check?.(contents, permission as CheckedPermission, requestingUrl, {
        isMainFrame: true,
        requestingUrl,
        mediaType: 'unknown',
      }) ?? true
    await setPermission(permission, isGranted, url)
  }
}

/** Asks the application whether a page may have what it asks for, and makes Chromium answer so. */
export const decidePermission = async (
  contents: Electron.WebContents,
  permission: string,
  url: string,
): Promise<void> => {
  const { request } = permissionHandlers
  const details = { isMainFrame: true, requestingUrl: url } as Electron.PermissionRequest
  const isGranted = await new Promise<boolean>((resolve) =>
    request ? request(contents, permission as RequestedPermission, resolve, details) : resolve(true),
  )
  await setPermission(permission, isGranted, url)
}
