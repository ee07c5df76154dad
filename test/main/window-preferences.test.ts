import { expect, it } from 'vitest'
import { lockedPreferences } from '@main/window-preferences'

/** Windows are tried out in test/e2e/security.spec.ts; what only real Electron acts upon is held here. */
it('a window is sandboxed, isolated, without Node, webviews and dictionaries from the network', () => {
  expect(lockedPreferences).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  })
})
