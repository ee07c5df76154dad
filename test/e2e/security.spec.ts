import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test as base } from '@playwright/test'
import { callNames } from '../../src-main/contract/channels'
import { contentSecurityPolicy } from '../../src-main/files/renderer-files'
import { launch, reasonToSkip } from './launch'
import type { Launched } from './launch'

/** One program for all of these: none of them changes anything, which is the point. */
const test = base.extend<object, { program: Launched }>({
  program: [
    async ({}, use) => {
      const launched = await launch()
      await use(launched)
      await launched.close()
    },
    { scope: 'worker' },
  ],
})

test.skip(reasonToSkip() !== null, reasonToSkip() ?? '')

/** A server on this machine, which the program must never reach. */
const listening = async (): Promise<{ url: string; hits: () => number; close: () => void }> => {
  let hits = 0
  const server = createServer((_request, response) => {
    hits += 1
    response.setHeader('access-control-allow-origin', '*').end('reached')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, hits: () => hits, close: () => server.close() }
}

test.describe('A page', () => {
  test('has nothing of Node or Electron', async ({ program: { page } }) => {
    const names = ['require', 'process', 'module', 'Buffer', 'global', 'ipcRenderer', 'electron', '__dirname']
    const found = await page.evaluate((wanted) => wanted.filter((name) => name in window), names)
    expect(found).toEqual([])
  })

  test('sees named functions of the main process, and no way to name a channel', async ({ program: { page } }) => {
    const seen = await page.evaluate(() => Object.entries(window.wavewright ?? {}).map(([name, value]) => [name, typeof value]))
    const listeners = ['onReadProgress', 'onFirstLook', 'onAction', 'onOpenFile', 'onCloseRequest']
    const expected = [...callNames.filter((name) => name !== 'watchClose'), ...listeners]
    expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(expected.map((name) => [name, 'function'])))
  })

  test('cannot put something else in the place of what the preload gave it', async ({ program: { page } }) => {
    const replaced = await page.evaluate(() => {
      try {
        Object.assign(window, { wavewright: { start: 'mine' } })
        Object.assign(window.wavewright ?? {}, { start: 'mine' })
      } catch {
        // Strict mode says it aloud.
      }
      return typeof window.wavewright?.start
    })
    expect(replaced).toBe('function')
  })

  test('comes with the policy as a header', async ({ program: { page } }) => {
    const policy = await page.evaluate(() => fetch('/index.html').then((answer) => answer.headers.get('content-security-policy')))
    expect(policy).toBe(contentSecurityPolicy)
  })

  test('runs no inline script, no handler in an attribute, and no script from data or blobs', async ({ program: { page } }) => {
    const broken = await page.evaluate(async () => {
      const directives: string[] = []
      document.addEventListener('securitypolicyviolation', (event) => directives.push(event.effectiveDirective))
      const add = (fields: Partial<HTMLScriptElement>): void => {
        document.body.append(Object.assign(document.createElement('script'), fields))
      }
      add({ textContent: 'window.ran = "inline"' })
      add({ src: 'data:text/javascript,window.ran="data"' })
      add({ src: URL.createObjectURL(new Blob(['window.ran = "blob"'], { type: 'text/javascript' })) })
      document.body.insertAdjacentHTML('beforeend', '<img src="data:,x" onerror="window.ran = \'attribute\'">')
      await new Promise<void>((resolve) => {
        const look = (): void => (directives.length >= 4 ? resolve() : void setTimeout(look, 10))
        look()
      })
      return { directives: directives.toSorted(), ran: 'ran' in window }
    })
    expect(broken).toEqual({
      directives: ['script-src-attr', 'script-src-elem', 'script-src-elem', 'script-src-elem'],
      ran: false,
    })
  })

  test('evaluates no text', async ({ program: { page } }) => {
    // In a task of its own: what DevTools evaluates may evaluate text.
    const said = await page.evaluate(
      () =>
        new Promise((resolve) =>
          setTimeout(() => {
            try {
              resolve(`evaluated to ${eval('1 + 1')}`)
            } catch (error) {
              resolve((error as Error).name)
            }
          }),
        ),
    )
    expect(said).toBe('EvalError')
  })

  test('holds no frame', async ({ program: { page } }) => {
    const directive = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true })
          document.body.append(Object.assign(document.createElement('iframe'), { src: 'https://example.invalid/' }))
        }),
    )
    expect(directive).toBe('frame-src')
  })

  test('gets no permission, whether it asks or looks', async ({ program: { page } }) => {
    const answers = await page.evaluate(async () => ({
      notifications: await Notification.requestPermission(),
      clipboard: await navigator.clipboard.readText().then(() => 'granted', (error: Error) => error.name),
      geolocation: (await navigator.permissions.query({ name: 'geolocation' })).state,
      camera: (await navigator.permissions.query({ name: 'camera' })).state,
      microphone: (await navigator.permissions.query({ name: 'microphone' })).state,
    }))
    expect(answers).toEqual({
      notifications: 'denied',
      clipboard: 'NotAllowedError',
      geolocation: 'denied',
      camera: 'denied',
      microphone: 'denied',
    })
  })

  test('goes nowhere else, and opens no window', async ({ program: { app, page } }) => {
    await app.evaluate(({ BrowserWindow }) => {
      const seen: unknown[] = []
      Object.assign(globalThis, { seen })
      BrowserWindow.getAllWindows()[0]?.webContents.on('will-navigate', (event) => {
        seen.push([event.url, event.defaultPrevented])
      })
    })
    const seen = (): Promise<unknown> => app.evaluate(() => (globalThis as unknown as { seen: unknown }).seen)
    await page.evaluate(() => void (location.href = 'https://example.invalid/'))
    await expect.poll(seen).toEqual([['https://example.invalid/', true]])
    await page.evaluate(() => void (location.href = '/other.html'))
    await expect.poll(seen).toEqual([['https://example.invalid/', true], ['app://wavewright/other.html', true]])
    expect(await page.evaluate(() => window.open('https://example.invalid/'))).toBeNull()
    expect(await page.evaluate(() => window.open('/index.html'))).toBeNull()
    expect(app.windows()).toHaveLength(1)
    expect(await page.evaluate(() => typeof window.wavewright)).toBe('object')
  })

  test('reaches no network, also where its policy would let it', async ({ program: { page } }) => {
    const server = await listening()
    const tryEverything = (): Promise<readonly string[]> =>
      page.evaluate(async (url) => {
        const asked = await fetch(url).then(() => 'reached', () => 'refused')
        const image = await new Promise<string>((resolve) => {
          const element = new Image()
          element.onload = element.onerror = () => resolve('answered')
          element.src = url
        })
        return [asked, image]
      }, server.url)
    expect(await tryEverything()).toEqual(['refused', 'answered'])
    const devTools = await page.context().newCDPSession(page)
    await devTools.send('Page.setBypassCSP', { enabled: true })
    await page.reload()
    expect(await tryEverything()).toEqual(['refused', 'answered'])
    await devTools.send('Page.setBypassCSP', { enabled: false })
    await page.reload()
    expect(server.hits()).toBe(0)
    server.close()
  })

  test('gets only what lies in the folder of the pages', async ({ program: { page } }) => {
    const wanted = [
      '/index.html',
      '/..%2f..%2fpackage.json',
      '/%2e%2e/%2e%2e/package.json',
      '/..%5c..%5cpackage.json',
      '/..%2fmain%2findex.js',
      '//etc/passwd',
      '/missing.js',
    ]
    const answers = await page.evaluate(
      (paths) => Promise.all(paths.map((path) => fetch(new URL(location.origin + path)).then(({ status }) => status, () => 0))),
      wanted,
    )
    expect(answers).toEqual([200, 404, 404, 404, 404, 404, 404])
  })
})

test.describe('The main process', () => {
  test('refuses what is not in the contract', async ({ program: { page } }) => {
    const refusals = await page.evaluate(async () => {
      const ask = (name: string, ...request: unknown[]): Promise<string> => {
        const functions = window.wavewright as unknown as Record<string, (...request: unknown[]) => Promise<unknown>>
        return Promise.resolve(functions[name]?.(...request)).then(() => 'answered', (error: Error) => error.message)
      }
      return Promise.all([
        ask('readWorkbook', { path: 7, jobId: 'a' }),
        ask('readWorkbook', { path: '/etc/passwd', jobId: 'a', sheet: 1 }),
        ask('setLanguage', 'tlh'),
        ask('savePlan', { document: 'x', history: {}, path: null, suggestedName: '' }),
      ])
    })
    for (const refusal of refusals) expect(refusal).toContain('not a valid request')
  })

  test('reads and writes only what a person chose', async ({ program: { page } }) => {
    const refusals = await page.evaluate(async () => {
      const host = window.wavewright
      const said = (error: Error): string => error.message
      const document = { id: 'a', name: 'a' } as never
      return [
        await host?.readWorkbook({ path: '/etc/passwd', jobId: 'a' }).then(() => 'read', said),
        await host?.openPlan({ path: '/etc/passwd' }).then(() => 'opened', said),
        await host
          ?.savePlan({ document, history: { done: [], undone: [] }, path: 'not-handed-out.waveplan', suggestedName: 'a' })
          .then(() => 'saved', said),
        await host?.fileFromDrop({ path: '/etc/passwd' }).then((file) => (file === null ? 'no file' : 'a file'), said),
      ]
    })
    expect(refusals[0]).toContain('may not read')
    expect(refusals[1]).toContain('may not read')
    expect(refusals[2]).toContain('may not write')
    expect(refusals[3]).toBe('no file')
  })

  test('answers no other page, even in its own window', async () => {
    const { app, page, close } = await launch()
    await app.evaluate(async ({ BrowserWindow, protocol }) => {
      protocol.unhandle('app')
      protocol.handle('app', () => new Response('<h1>Another</h1>', { headers: { 'content-type': 'text/html' } }))
      await BrowserWindow.getAllWindows()[0]?.loadURL('app://another/')
    })
    await expect(page.locator('h1')).toHaveText('Another')
    const said = await page.evaluate(() => window.wavewright?.start().then(() => 'answered', (error: Error) => error.message))
    expect(said).toContain('only the page of Wavewright may call')
    await close()
  })

  test('starts once: a second start shows the first window, and hands over its file', async ({ program: { app, userData } }) => {
    const second = app.evaluate(
      ({ app: electron }) =>
        new Promise<readonly string[]>((resolve) => electron.once('second-instance', (_event, argv) => resolve(argv))),
    )
    const again = launch({ userData, args: ['second.waveplan'] }).then(({ close }) => close(), () => undefined)
    expect((await second).some((argument) => argument.endsWith('second.waveplan'))).toBe(true)
    await again
    expect(app.windows()).toHaveLength(1)
  })
})
