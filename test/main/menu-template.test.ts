import { describe, expect, it } from 'vitest'
import { languages, translator } from '@core/messages/translator'
import { actions } from '@main/contract/actions'
import type { ActionId } from '@main/contract/actions'
import { menuTemplate } from '@main/menu-template'
import type { MenuEntry, MenuOptions } from '@main/menu-template'

const templateWith = (options: Partial<MenuOptions> = {}): readonly MenuEntry[] =>
  menuTemplate({
    t: translator('en'),
    platform: 'linux',
    planOpen: true,
    language: 'en',
    theme: 'system',
    run: () => undefined,
    ...options,
  })

const entriesOf = (entries: readonly MenuEntry[]): readonly MenuEntry[] =>
  entries.flatMap((entry) => [entry, ...entriesOf(entry.submenu ?? [])])

const entry = (template: readonly MenuEntry[], id: ActionId): MenuEntry | undefined =>
  entriesOf(template).find((candidate) => candidate.id === id)

describe('the menu', () => {
  it.each(languages)('has every action of the table once, in %s', (language) => {
    const t = translator(language)
    const entries = entriesOf(templateWith({ t, language }))
    for (const action of actions) {
      const found = entries.filter(({ id }) => id === action.id)
      expect(found.map(({ label }) => label)).toEqual([t(action.labelKey)])
    }
  })

  it('says what every entry does: no label is the name of its key', () => {
    for (const language of languages) {
      const labels = entriesOf(templateWith({ t: translator(language) })).flatMap(({ label }) => label ?? [])
      expect(labels.filter((label) => label.includes('menu.'))).toEqual([])
    }
  })

  it('runs the action that was chosen', () => {
    const ran: ActionId[] = []
    const template = templateWith({ run: (action) => ran.push(action) })
    entry(template, 'undo')?.click?.()
    entry(template, 'propose')?.click?.()
    expect(ran).toEqual(['undo', 'propose'])
  })

  it('offers what needs a plan only while one is open', () => {
    const closed = templateWith({ planOpen: false })
    expect(actions.map(({ id }) => entry(closed, id)?.enabled)).toEqual(actions.map(({ needsPlan }) => !needsPlan))
  })

  it('marks the language and the theme that are chosen', () => {
    const checked = entriesOf(templateWith({ language: 'nb', theme: 'dark' })).filter((found) => found.checked)
    expect(checked.map(({ id }) => id)).toEqual(['language-nb', 'theme-dark'])
  })

  it('shows keys without taking them from the page, and no single letter on a Mac', () => {
    expect(entry(templateWith(), 'undo')).toMatchObject({ accelerator: 'CmdOrCtrl+Z', registerAccelerator: false })
    expect(entry(templateWith(), 'move-to-wave')).toMatchObject({ accelerator: 'M', registerAccelerator: false })
    expect(entry(templateWith({ platform: 'darwin' }), 'move-to-wave')?.accelerator).toBeUndefined()
  })

  it('gives no key to two actions', () => {
    const keys = actions.flatMap(({ accelerator }) => accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  })
})
