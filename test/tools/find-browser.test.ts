import { describe, expect, it } from 'vitest'
import { findBrowser, findHeadlessBrowser } from '../../scripts/lib/find-browser.mjs'

const only = (...paths: string[]) => (path: string) => paths.includes(path)

describe('Finding a browser', () => {
  it('takes the one that the environment names', () => {
    const env = { WAVEWRIGHT_BROWSER: '/own/chromium', CHROME_PATH: '/own/chrome', PATH: '/usr/bin' }
    const found = findBrowser('linux', env, only('/own/chromium', '/own/chrome', '/usr/bin/chromium'))
    expect(found).toBe('/own/chromium')
  })

  it('looks along the path on Linux, Chromium first', () => {
    const exists = only('/opt/bin/google-chrome', '/usr/bin/chromium')
    expect(findBrowser('linux', { PATH: '/opt/bin' }, exists)).toBe('/usr/bin/chromium')
  })

  it('looks among the applications of a Mac', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
    expect(findBrowser('darwin', { HOME: '/Users/a' }, only(chrome))).toBe(chrome)
  })

  it('says when there is none', () => {
    expect(findBrowser('linux', { PATH: '/usr/bin' }, only())).toBeNull()
  })

  it('tests in a headless shell where one is installed, and shows people a window', () => {
    const exists = only('/usr/bin/chromium', '/usr/bin/chromium-headless-shell')
    expect(findHeadlessBrowser('linux', { PATH: '/usr/bin' }, exists)).toBe('/usr/bin/chromium-headless-shell')
    expect(findBrowser('linux', { PATH: '/usr/bin' }, exists)).toBe('/usr/bin/chromium')
    expect(findHeadlessBrowser('linux', { PATH: '/usr/bin' }, only('/usr/bin/chromium'))).toBe('/usr/bin/chromium')
  })
})
