import { expect } from '@playwright/test'
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { launchSample, mainValue, test, type SampleMain } from './launch-sample'

const root = fileURLToPath(new URL('../../..', import.meta.url))

test.describe('The main process on the stand-in', () => {
  test('looks like the pinned Electron', async ({ sample }) => {
    const seen = await sample.app.evaluate(({ app }) => ({
      electron: process.versions.electron,
      type: process.type,
      name: app.getName(),
      version: app.getVersion(),
      isPackaged: app.isPackaged,
      userData: app.getPath('userData'),
    }))
    const pinned = JSON.parse(readFileSync(join(root, 'node_modules/electron/package.json'), 'utf8')) as { version: string }
    expect(seen).toEqual({
      electron: pinned.version,
      type: 'browser',
      name: 'Sample',
      version: '1.2.3',
      isPackaged: false,
      userData: sample.userData,
    })
  })

  test('asks dialogs that a test answers, and throws when nobody does', async ({ sample }) => {
    const { app } = sample
    const ask = () => app.evaluate(() => (globalThis as unknown as SampleMain).askForFile())
    await expect(ask()).rejects.toThrow('Nobody is there to answer dialog.showOpenDialog')
    await app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: ['/somewhere/plan.xlsx'] })
    })
    expect(await ask()).toEqual({ canceled: false, filePaths: ['/somewhere/plan.xlsx'] })
  })

  test('has menu entries that can be chosen', async ({ sample }) => {
    await sample.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('greet')?.click())
    expect(await mainValue(sample, 'notes')).toEqual(['greeted'])
  })

  test('follows the theme that it sets, page and all', async ({ sample }) => {
    const isDark = () => sample.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
    await sample.app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'dark'
    })
    await expect.poll(isDark).toBe(true)
    expect(await sample.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true)
    await sample.app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'light'
    })
    await expect.poll(isDark).toBe(false)
  })

  test('closes a window only when no listener prevents it', async ({ sample }) => {
    // The main process hears a little later than the page that this has been loaded.
    await expect.poll(() => sample.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true)
    const seen = await sample.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      window?.once('close', (event) => event.preventDefault())
      window?.close()
      return [window?.isDestroyed(), window?.isVisible()]
    })
    expect(seen).toEqual([false, true])
  })

  test('gives a window the title of its page', async ({ sample }) => {
    const title = () => sample.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
    await expect.poll(title).toBe('Sample')
  })

  test('hears that a page has crashed, and can load it again', async ({ sample }) => {
    await sample.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
    await expect.poll(() => mainValue(sample, 'gone')).toEqual(['crashed'])
    const title = await sample.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      await contents?.loadURL('app://sample/')
      return contents?.executeJavaScript('document.title') as Promise<string>
    })
    expect(title).toBe('Sample')
  })

  test('throws for what is not modelled', async ({ sample }) => {
    const messages = await sample.app.evaluate(({ BrowserWindow, crashReporter, Tray, session }) => {
      const attempts = [
        () => crashReporter.start({}),
        () => new Tray('icon.png'),
        () => session.defaultSession.clearCache(),
        () => BrowserWindow.getAllWindows()[0]?.setKiosk(true),
      ]
      return attempts.map((attempt) => {
        try {
          return String(attempt())
        } catch (error) {
          return (error as Error).message
        }
      })
    })
    expect(messages).toEqual([
      'The stand-in does not model crashReporter.start: see test/stand-in/README.md.',
      'The stand-in does not model Tray: see test/stand-in/README.md.',
      'The stand-in does not model session.defaultSession.clearCache: see test/stand-in/README.md.',
      'The stand-in does not model BrowserWindow.setKiosk: see test/stand-in/README.md.',
    ])
    await expect(sample.page.evaluate(() => window.sample.useUnmodelled())).rejects.toThrow(
      'The stand-in does not model ipcRenderer.sendSync',
    )
  })

  for (const [name, value] of [
    ['sandbox', false],
    ['contextIsolation', false],
    ['nodeIntegration', true],
    ['webSecurity', false],
  ] as const) {
    test(`refuses a window with ${name} ${value}`, async ({ sample }) => {
      const opening = sample.app.evaluate(
        ({ BrowserWindow }, preferences) => void new BrowserWindow({ webPreferences: preferences }),
        { [name]: value },
      )
      await expect(opening).rejects.toThrow(`webPreferences.${name} is ${value}`)
    })
  }

  test('is one for a profile: a second start hands over and ends', async ({ sample }) => {
    const second = spawnSync(
      join(root, 'test/stand-in/electron'),
      [join(root, 'test/electron-sample'), '--remote-debugging-port=0', `--user-data-dir=${sample.userData}`],
      { encoding: 'utf8', timeout: 20_000 },
    )
    expect(second.status).toBe(0)
    await expect.poll(() => mainValue(sample, 'secondInstances')).toEqual([{ from: 'second' }])
  })

  test('takes Chromium with it, even when it is killed', async () => {
    test.skip(process.platform === 'win32', 'process lists are read with ps')
    const userData = mkdtempSync(join(tmpdir(), 'wavewright-e2e-'))
    const processes = (): number =>
      spawnSync('ps', ['-axo', 'args'], { encoding: 'utf8' }).stdout.split('\n').filter((line) => line.includes(userData)).length
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      const program = spawn(
        join(root, 'test/stand-in/electron'),
        [join(root, 'test/electron-sample'), '--remote-debugging-port=0', `--user-data-dir=${userData}`],
        { stdio: 'ignore' },
      )
      await expect.poll(processes, { timeout: 20_000 }).toBeGreaterThan(2)
      program.kill(signal)
      await expect.poll(processes, { timeout: 20_000 }).toBe(0)
    }
  })
})

test.describe('Files on the stand-in', () => {
  test('have their own path when they were picked from the disk', async ({ sample }) => {
    const path = join(sample.userData, 'picked file.txt')
    writeFileSync(path, 'from the disk')
    await sample.page.setInputFiles('#file', path)
    await expect.poll(() => sample.page.evaluate(() => window.fileRead)).toEqual({ path, text: 'from the disk' })
  })

  test('have the path of a copy when they exist only in the page', async ({ sample }) => {
    const read = await sample.page.evaluate(() => window.sample.readFile(new File(['made in the page'], 'dropped.txt')))
    expect(read.text).toBe('made in the page')
    expect(read.path.endsWith('dropped.txt')).toBe(true)
  })
})

test('A second sample keeps a profile of its own', async ({ sample }) => {
  const other = await launchSample()
  expect(other.userData).not.toBe(sample.userData)
  await other.close()
})
