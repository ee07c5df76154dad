import { actions } from '@main/contract/actions'
import type { ActionId } from '@main/contract/actions'

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>

type Chord = { readonly key: string; readonly command: boolean; readonly shift: boolean }

const chordOf = (accelerator: string): Chord => {
  const parts = accelerator.split('+')
  return {
    key: (parts.at(-1) ?? '').toLowerCase(),
    command: parts.includes('CmdOrCtrl'),
    shift: parts.includes('Shift'),
  }
}

const chords: readonly (readonly [ActionId, Chord])[] = actions.flatMap((action) =>
  action.accelerator ? [[action.id, chordOf(action.accelerator)] as const] : [],
)

const matches = (chord: Chord, press: KeyPress, mac: boolean): boolean => {
  const command = mac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey
  const none = !press.ctrlKey && !press.metaKey
  if (press.altKey || press.key.toLowerCase() !== chord.key || press.shiftKey !== chord.shift) return false
  return chord.command ? command : none
}

/** The action that a key press means, or null. */
export const actionOfKey = (press: KeyPress, mac: boolean): ActionId | null =>
  chords.find(([, chord]) => matches(chord, press, mac))?.[0] ?? null

/** Ctrl+Y is redo for those who learned it elsewhere. */
export const isOtherRedo = (press: KeyPress): boolean =>
  press.ctrlKey && !press.metaKey && !press.shiftKey && !press.altKey && press.key.toLowerCase() === 'y'

/** Ctrl+A, or ⌘A on a Mac. */
export const isSelectAll = (press: KeyPress): boolean =>
  (press.ctrlKey || press.metaKey) && !press.shiftKey && !press.altKey && press.key.toLowerCase() === 'a'

/** In a text field these belong to the field: its own undo, and plain letters. */
export const belongsToText = (id: ActionId, press: KeyPress): boolean =>
  id === 'undo' || id === 'redo' || (!press.ctrlKey && !press.metaKey && press.key.length === 1)

const macSymbols: Readonly<Record<string, string>> = { CmdOrCtrl: '⌘', Shift: '⇧' }

/** `Ctrl+Shift+S`, or `⇧⌘S` on a Mac, as menus and tooltips show it. */
export const shownKey = (accelerator: string | null, mac: boolean): string => {
  if (!accelerator) return ''
  const parts = accelerator.split('+')
  if (!mac) return parts.map((part) => (part === 'CmdOrCtrl' ? 'Ctrl' : part)).join('+')
  const order = ['Shift', 'CmdOrCtrl']
  const symbols = order.filter((part) => parts.includes(part)).map((part) => macSymbols[part])
  return [...symbols, parts.at(-1)].join('')
}

/** The same for `aria-keyshortcuts`. */
export const ariaKey = (accelerator: string | null, mac: boolean): string | undefined =>
  accelerator?.replace('CmdOrCtrl', mac ? 'Meta' : 'Control')
