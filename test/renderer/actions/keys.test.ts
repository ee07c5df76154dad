import { describe, expect, it } from 'vitest'
import { actions } from '@main/contract/actions'
import { actionOfKey, belongsToText, isOtherRedo, shownKey } from '@renderer/actions/keys'
import type { KeyPress } from '@renderer/actions/keys'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress =>
  ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held })

describe('keys', () => {
  it('tells an action from its neighbour with Shift', () => {
    expect(actionOfKey(press('s', { ctrlKey: true }), false)).toBe('save-plan')
    expect(actionOfKey(press('S', { ctrlKey: true, shiftKey: true }), false)).toBe('save-plan-as')
  })
  it('takes Command on a Mac and Control elsewhere', () => {
    expect(actionOfKey(press('k', { metaKey: true }), true)).toBe('find')
    expect(actionOfKey(press('k', { ctrlKey: true }), true)).toBeNull()
    expect(actionOfKey(press('k', { metaKey: true }), false)).toBeNull()
  })
  it('leaves AltGr alone, which types letters on Nordic keyboards', () => {
    expect(actionOfKey(press('e', { ctrlKey: true, altKey: true }), false)).toBeNull()
  })
  it('knows redo also as Ctrl+Y', () => {
    expect(isOtherRedo(press('y', { ctrlKey: true }))).toBe(true)
  })
  it('leaves plain letters and the field its own undo, inside text', () => {
    expect(belongsToText('move-to-wave', press('m'))).toBe(true)
    expect(belongsToText('undo', press('z', { ctrlKey: true }))).toBe(true)
    expect(belongsToText('save-plan', press('s', { ctrlKey: true }))).toBe(false)
  })
  it('shows keys as each system writes them', () => {
    expect([shownKey('CmdOrCtrl+Shift+S', false), shownKey('CmdOrCtrl+Shift+S', true), shownKey(null, false)])
      .toEqual(['Ctrl+Shift+S', '⇧⌘S', ''])
  })
  it('has no key twice', () => {
    const keys = actions.flatMap((action) => action.accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
})
