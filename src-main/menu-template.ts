import type { Language, Translate } from '@core/messages/translator'
import { actions, menuLabelKey, menus } from './contract/actions'
import type { ActionDefinition, ActionId, ActionMenu } from './contract/actions'
import type { Theme } from './contract/preferences'

/** The part of Electron's menu items that is used: plain data, so that the menu can be tested without Electron. */
export type MenuEntry = {
  readonly id?: string
  readonly label?: string
  readonly type?: 'separator' | 'radio'
  readonly role?: 'cut' | 'copy' | 'paste' | 'selectAll' | 'quit' | 'hide' | 'zoomIn' | 'zoomOut' | 'resetZoom' | 'togglefullscreen'
  readonly accelerator?: string
  readonly registerAccelerator?: boolean
  readonly enabled?: boolean
  readonly checked?: boolean
  readonly click?: () => void
  readonly submenu?: MenuEntry[]
}

export type MenuOptions = {
  readonly t: Translate
  readonly platform: string
  readonly planOpen: boolean
  readonly language: Language
  readonly theme: Theme
  readonly run: (action: ActionId) => void
}

/** The whole menu bar, from the table of actions. */
export const menuTemplate = (options: MenuOptions): MenuEntry[] => {
  const bar = menus.map((menu) => ({
    id: `menu-${menu}`,
    label: options.t(menuLabelKey[menu]),
    submenu: withLines([...sectionsOf(menu, options), ...roleSections(menu, options)]),
  }))
  return options.platform === 'darwin' ? [programMenu(options), ...bar] : bar
}

const sectionsOf = (menu: ActionMenu, options: MenuOptions): MenuEntry[][] => {
  const inMenu: readonly (ActionDefinition & { readonly id: ActionId })[] = actions.filter((action) => action.menu === menu)
  const sections = [...new Set(inMenu.map((action) => action.section))]
  return sections.map((section) => inMenu.filter((action) => action.section === section).map((action) => entryOf(action, options)))
}

const entryOf = (action: ActionDefinition & { readonly id: ActionId }, options: MenuOptions): MenuEntry => ({
  id: action.id,
  label: options.t(action.labelKey),
  enabled: options.planOpen || !action.needsPlan,
  click: () => options.run(action.id),
  ...(action.choice ? { type: 'radio' as const, checked: isChosen(action.id, options) } : {}),
  ...acceleratorOf(action, options.platform),
})

/**
 * On Windows and Linux a key is only shown here: the page handles it, so that Ctrl+Z and the letter M keep their
 * meaning in a text field. A Mac offers every key to the page first, and has no way to show one without taking it:
 * there a single letter is left out.
 */
const acceleratorOf = ({ accelerator }: ActionDefinition, platform: string): Partial<MenuEntry> => {
  if (accelerator === null || (platform === 'darwin' && accelerator.length === 1)) return {}
  return { accelerator, registerAccelerator: false }
}

const isChosen = (id: ActionId, { language, theme }: MenuOptions): boolean =>
  id === `language-${language}` || id === `theme-${theme}`

const roleSections = (menu: ActionMenu, { t, platform }: MenuOptions): MenuEntry[][] => {
  if (menu === 'file') return platform === 'darwin' ? [] : [[{ label: t('menu.quit'), role: 'quit' }]]
  if (menu === 'edit') {
    return [
      [
        { label: t('menu.cut'), role: 'cut' },
        { label: t('menu.copy'), role: 'copy' },
        { label: t('menu.paste'), role: 'paste' },
        { label: t('menu.selectAll'), role: 'selectAll' },
      ],
    ]
  }
  if (menu !== 'view') return []
  return [
    [
      { label: t('menu.zoomIn'), role: 'zoomIn' },
      { label: t('menu.zoomOut'), role: 'zoomOut' },
      { label: t('menu.zoomReset'), role: 'resetZoom' },
    ],
    [{ label: t('menu.fullScreen'), role: 'togglefullscreen' }],
  ]
}

const programMenu = ({ t }: MenuOptions): MenuEntry => ({
  label: t('common.productName'),
  submenu: [
    { label: t('menu.hide'), role: 'hide' },
    { label: t('menu.quit'), role: 'quit' },
  ],
})

const withLines = (sections: readonly MenuEntry[][]): MenuEntry[] =>
  sections.flatMap((section, index) => (index === 0 ? section : [{ type: 'separator' as const }, ...section]))
