import { describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/lib/find-browser.mjs'

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
})
