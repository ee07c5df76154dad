import { expect } from '@playwright/test'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { launchSample, mainValue, test } from './launch-sample'

const listen = async (): Promise<{ url: string; hits: string[]; close: () => void }> => {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.setHeader('access-control-allow-origin', '*').end('reached')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, hits, close: () => server.close() }
}

test.describe('Pages on the stand-in', () => {
  test('come from the protocol handler, in a secure context, workers and their modules too', async ({ sample }) => {
    const { page } = sample
    expect(await page.evaluate(() => isSecureContext)).toBe(true)
    await expect(page.locator('#worker')).toHaveText('worker says data')
    const url = await sample.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getURL())
    expect(url).toBe('app://sample/')
  })

  test('obey the content security policy that the handler sends', async ({ sample }) => {
    const ranInline = () =>
      sample.page.evaluate(() => {
        const script = document.createElement('script')
        script.textContent = 'document.body.dataset.inline = "ran"'
        document.body.append(script)
        return document.body.dataset.inline
      })
    expect(await ranInline()).toBeUndefined()
  })

  test('run inline script where no policy forbids it', async () => {
    const { page, close } = await launchSample({ noCsp: true })
    const ran = await page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'document.body.dataset.inline = "ran"'
      document.body.append(script)
      return document.body.dataset.inline
    })
    expect(ran).toBe('ran')
    await close()
  })

  test('do not leave when a listener prevents it, by link or by script', async ({ sample }) => {
    const { page } = sample
    await page.click('#away', { noWaitAfter: true })
    await expect.poll(() => mainValue(sample, 'navigations')).toEqual(['navigate https://example.invalid/elsewhere'])
    await page.evaluate(() => {
      location.href = 'app://other/'
    })
    await expect(page.locator('h1')).toHaveText('Sample')
  })

  test('open no window, by script or by link', async ({ sample }) => {
    const { app, page } = sample
    expect(await page.evaluate(() => window.open('https://example.invalid/script'))).toBeNull()
    await page.click('#blank', { noWaitAfter: true })
    await expect
      .poll(() => mainValue(sample, 'navigations'))
      .toEqual(['open https://example.invalid/script', 'open https://example.invalid/blank'])
    await expect.poll(() => app.windows().length).toBe(1)
  })

  test('reach no network when the application cancels its requests', async () => {
    const server = await listen()
    const { page, close } = await launchSample({ noCsp: true })
    const answer = await page.evaluate((url) => fetch(url).then(() => 'reached', () => 'refused'), server.url)
    expect({ answer, hits: server.hits }).toEqual({ answer: 'refused', hits: [] })
    await close()
    server.close()
  })

  test('reach the network when the application does not cancel its requests', async () => {
    const server = await listen()
    const { page, close } = await launchSample({ noCsp: true, networkAllowed: true })
    const answer = await page.evaluate((url) => fetch(url, { mode: 'no-cors' }).then(() => 'reached', String), server.url)
    expect({ answer, hits: server.hits }).toEqual({ answer: 'reached', hits: ['/'] })
    await close()
    server.close()
  })

  test('keep IndexedDB when the application is closed and started again', async () => {
    const first = await launchSample()
    const put = () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('plans', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('plans')
        opening.onsuccess = () => {
          const transaction = opening.result.transaction('plans', 'readwrite', { durability: 'strict' })
          transaction.objectStore('plans').put('kept', 'key')
          transaction.oncomplete = () => resolve()
        }
        opening.onerror = () => reject(opening.error as Error)
      })
    await first.page.evaluate(put)
    await first.close()
    const second = await launchSample({}, { userData: first.userData })
    const kept = await second.page.evaluate(
      () =>
        new Promise((resolve) => {
          const opening = indexedDB.open('plans', 1)
          opening.onsuccess = () => {
            const request = opening.result.transaction('plans').objectStore('plans').get('key')
            request.onsuccess = () => resolve(request.result)
          }
        }),
    )
    expect(kept).toBe('kept')
    await second.close()
  })
})

const askForPermissions = async (): Promise<Record<string, unknown>> => ({
  notifications: await Notification.requestPermission(),
  // A headless shell leaves Notification.permission as it was.
  seen: (await navigator.permissions.query({ name: 'notifications' })).state,
  geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
  persistent: await navigator.storage.persist(),
  clipboard: await navigator.clipboard.readText().then(
    () => 'read',
    (error: Error) => error.name,
  ),
})

test.describe('Permissions on the stand-in', () => {
  test('are refused when the handlers refuse them', async ({ sample }) => {
    expect(await sample.page.evaluate(askForPermissions)).toEqual({
      notifications: 'denied',
      seen: 'denied',
      geolocation: 'denied',
      persistent: false,
      clipboard: 'NotAllowedError',
    })
  })

  test('are given, as in Electron, when there are no handlers', async () => {
    const { page, close } = await launchSample({ permissionsAllowed: true })
    expect(await page.evaluate(askForPermissions)).toEqual({
      notifications: 'granted',
      seen: 'granted',
      geolocation: 'granted',
      persistent: true,
      clipboard: 'read',
    })
    await close()
  })
})
