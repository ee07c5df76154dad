import { expect, test } from '@playwright/test'
import { launchSample, type SampleWindow } from './launch-sample'

test.describe('Messages on the stand-in', () => {
  test('reach the page when the main process starts the conversation', async () => {
    const { app, page, close } = await launchSample()
    await page.evaluate(() => {
      const { sample } = window as unknown as SampleWindow
      Object.assign(window, { heard: [] })
      const stop = sample.onMessage((...args) => {
        ;(window as unknown as { heard: unknown[] }).heard.push(args)
        stop()
      })
    })
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.webContents.send('message', { at: new Date(5), map: new Map([['key', 1]]) }, 'second')
      window?.webContents.send('message', 'after the listener has gone')
    })
    const heard = () =>
      page.evaluate(() =>
        (window as unknown as { heard: [{ at: Date; map: Map<string, number> }, string][] }).heard.map(
          ([{ at, map }, text]) => [at instanceof Date, at.getTime(), map.get('key'), text],
        ),
      )
    await expect.poll(heard).toEqual([[true, 5, 1, 'second']])
    await close()
  })
})
