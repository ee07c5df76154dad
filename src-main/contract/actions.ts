import type { MessageKey } from '@core/messages/translator'

/** Menus of the menu bar, in order. */
export const menus = ['file', 'edit', 'view', 'plan', 'settings', 'help'] as const
export type ActionMenu = (typeof menus)[number]

export type ActionDefinition = {
  readonly id: string
  readonly menu: ActionMenu
  /** What the menu, the palette and the list of shortcuts say. */
  readonly labelKey: MessageKey
  /** In Electron's notation; `CmdOrCtrl` is Command on a Mac. null: no key of its own. */
  readonly accelerator: string | null
  /** Means nothing while no plan is open. */
  readonly needsPlan: boolean
  /** Actions of one menu with different sections are set apart by a line. */
  readonly section: number
  /** Shows a mark for what is chosen: one of its section is on at a time. */
  readonly choice?: true
}

/**
 * Every action of the program: the native menu, the menu in the window, the palette and the key handler are all
 * made from this table, so that none of them can know more than another.
 */
export const actions = [
  { id: 'import-workbook', menu: 'file', labelKey: 'menu.importWorkbook', accelerator: 'CmdOrCtrl+I', needsPlan: false, section: 1 },
  { id: 'open-plan', menu: 'file', labelKey: 'menu.openPlan', accelerator: 'CmdOrCtrl+O', needsPlan: false, section: 1 },
  { id: 'open-sample', menu: 'file', labelKey: 'menu.openSample', accelerator: 'CmdOrCtrl+Shift+O', needsPlan: false, section: 2 },
  { id: 'open-norwegian-sample', menu: 'file', labelKey: 'menu.openNorwegianSample', accelerator: 'CmdOrCtrl+Shift+G', needsPlan: false, section: 2 },
  { id: 'save-plan', menu: 'file', labelKey: 'menu.savePlan', accelerator: 'CmdOrCtrl+S', needsPlan: true, section: 3 },
  { id: 'save-plan-as', menu: 'file', labelKey: 'menu.savePlanAs', accelerator: 'CmdOrCtrl+Shift+S', needsPlan: true, section: 3 },
  { id: 'export-workbook', menu: 'file', labelKey: 'menu.exportWorkbook', accelerator: 'CmdOrCtrl+E', needsPlan: true, section: 3 },
  { id: 'supplier-packages', menu: 'file', labelKey: 'menu.supplierPackages', accelerator: 'CmdOrCtrl+Shift+P', needsPlan: true, section: 3 },
  { id: 'open-returned', menu: 'file', labelKey: 'menu.openReturned', accelerator: 'CmdOrCtrl+Shift+I', needsPlan: true, section: 3 },
  { id: 'save-picture-png', menu: 'file', labelKey: 'menu.savePicturePng', accelerator: 'F8', needsPlan: true, section: 3 },
  { id: 'save-picture-svg', menu: 'file', labelKey: 'menu.savePictureSvg', accelerator: 'Shift+F8', needsPlan: true, section: 3 },
  { id: 'save-picture-pdf', menu: 'file', labelKey: 'menu.savePicturePdf', accelerator: 'CmdOrCtrl+F8', needsPlan: true, section: 3 },
  { id: 'restore-snapshot', menu: 'file', labelKey: 'menu.restoreSnapshot', accelerator: 'CmdOrCtrl+Shift+T', needsPlan: false, section: 4 },
  { id: 'close-plan', menu: 'file', labelKey: 'menu.closePlan', accelerator: 'CmdOrCtrl+W', needsPlan: true, section: 4 },
  { id: 'undo', menu: 'edit', labelKey: 'menu.undo', accelerator: 'CmdOrCtrl+Z', needsPlan: true, section: 1 },
  { id: 'redo', menu: 'edit', labelKey: 'menu.redo', accelerator: 'CmdOrCtrl+Shift+Z', needsPlan: true, section: 1 },
  { id: 'add-row', menu: 'edit', labelKey: 'menu.addRow', accelerator: 'CmdOrCtrl+Enter', needsPlan: true, section: 2 },
  { id: 'remove-rows', menu: 'edit', labelKey: 'menu.removeRows', accelerator: 'CmdOrCtrl+Delete', needsPlan: true, section: 2 },
  { id: 'set-field', menu: 'edit', labelKey: 'menu.setField', accelerator: 'F4', needsPlan: true, section: 2 },
  { id: 'find', menu: 'edit', labelKey: 'menu.find', accelerator: 'CmdOrCtrl+K', needsPlan: false, section: 3 },
  { id: 'find-in-estate', menu: 'edit', labelKey: 'find.open', accelerator: 'CmdOrCtrl+F', needsPlan: true, section: 3 },
  { id: 'edit-filter', menu: 'edit', labelKey: 'find.openConditions', accelerator: 'CmdOrCtrl+Shift+F', needsPlan: true, section: 3 },
  { id: 'find-next', menu: 'edit', labelKey: 'find.next', accelerator: 'F3', needsPlan: true, section: 3 },
  { id: 'find-previous', menu: 'edit', labelKey: 'find.previous', accelerator: 'Shift+F3', needsPlan: true, section: 3 },
  { id: 'select-found', menu: 'edit', labelKey: 'find.selectFound', accelerator: 'CmdOrCtrl+Shift+A', needsPlan: true, section: 3 },
  { id: 'hide-not-found', menu: 'edit', labelKey: 'find.hideRest', accelerator: 'CmdOrCtrl+Shift+X', needsPlan: true, section: 3 },
  { id: 'clear-find', menu: 'edit', labelKey: 'find.clear', accelerator: 'CmdOrCtrl+Shift+K', needsPlan: true, section: 3 },
  { id: 'show-estate', menu: 'view', labelKey: 'menu.showEstate', accelerator: 'CmdOrCtrl+1', needsPlan: true, section: 1 },
  { id: 'show-graph', menu: 'view', labelKey: 'menu.showGraph', accelerator: 'CmdOrCtrl+2', needsPlan: true, section: 1 },
  { id: 'show-waves', menu: 'view', labelKey: 'menu.showWaves', accelerator: 'CmdOrCtrl+3', needsPlan: true, section: 1 },
  { id: 'show-exchange', menu: 'view', labelKey: 'menu.showExchange', accelerator: 'CmdOrCtrl+4', needsPlan: true, section: 1 },
  { id: 'show-neighbourhood', menu: 'view', labelKey: 'focus.open', accelerator: 'N', needsPlan: true, section: 3 },
  { id: 'show-paths', menu: 'view', labelKey: 'focus.openPaths', accelerator: 'Shift+N', needsPlan: true, section: 3 },
  { id: 'leave-focus', menu: 'view', labelKey: 'focus.leave', accelerator: 'U', needsPlan: true, section: 3 },
  { id: 'show-today', menu: 'view', labelKey: 'views.openToday', accelerator: 'O', needsPlan: true, section: 4 },
  { id: 'open-blocks', menu: 'view', labelKey: 'views.openAll', accelerator: 'Shift+O', needsPlan: true, section: 4 },
  { id: 'close-blocks', menu: 'view', labelKey: 'views.closeAll', accelerator: 'Shift+C', needsPlan: true, section: 4 },
  { id: 'hide-selection', menu: 'view', labelKey: 'views.hideSelection', accelerator: 'H', needsPlan: true, section: 4 },
  { id: 'show-hidden', menu: 'view', labelKey: 'views.showHidden', accelerator: 'Shift+H', needsPlan: true, section: 4 },
  { id: 'views', menu: 'view', labelKey: 'views.open', accelerator: 'V', needsPlan: true, section: 5 },
  { id: 'name-view', menu: 'view', labelKey: 'views.name', accelerator: 'Shift+V', needsPlan: true, section: 5 },
  { id: 'next-view', menu: 'view', labelKey: 'views.next', accelerator: 'CmdOrCtrl+PageDown', needsPlan: true, section: 5 },
  { id: 'previous-view', menu: 'view', labelKey: 'views.previous', accelerator: 'CmdOrCtrl+PageUp', needsPlan: true, section: 5 },
  { id: 'present', menu: 'view', labelKey: 'views.present', accelerator: 'F5', needsPlan: true, section: 5 },
  { id: 'fit-graph', menu: 'view', labelKey: 'graph.fit', accelerator: '0', needsPlan: true, section: 6 },
  { id: 'zoom-to-selection', menu: 'view', labelKey: 'graph.toSelection', accelerator: 'Z', needsPlan: true, section: 6 },
  { id: 'toggle-inspector', menu: 'view', labelKey: 'menu.toggleInspector', accelerator: 'CmdOrCtrl+B', needsPlan: true, section: 2 },
  { id: 'key-figures', menu: 'view', labelKey: 'figures.open', accelerator: 'F9', needsPlan: true, section: 2 },
  { id: 'toggle-violations', menu: 'view', labelKey: 'menu.toggleViolations', accelerator: 'CmdOrCtrl+Shift+M', needsPlan: true, section: 2 },
  { id: 'propose', menu: 'plan', labelKey: 'menu.propose', accelerator: 'CmdOrCtrl+P', needsPlan: true, section: 1 },
  { id: 'add-wave', menu: 'plan', labelKey: 'menu.addWave', accelerator: 'CmdOrCtrl+Shift+N', needsPlan: true, section: 2 },
  { id: 'move-to-wave', menu: 'plan', labelKey: 'menu.moveToWave', accelerator: 'M', needsPlan: true, section: 2 },
  { id: 'rules', menu: 'plan', labelKey: 'menu.rules', accelerator: 'CmdOrCtrl+Shift+R', needsPlan: true, section: 3 },
  { id: 'language-en', menu: 'settings', labelKey: 'menu.languageEnglish', accelerator: 'CmdOrCtrl+Shift+E', needsPlan: false, section: 1, choice: true },
  { id: 'language-nb', menu: 'settings', labelKey: 'menu.languageNorwegian', accelerator: 'CmdOrCtrl+Shift+B', needsPlan: false, section: 1, choice: true },
  { id: 'theme-system', menu: 'settings', labelKey: 'menu.themeSystem', accelerator: 'CmdOrCtrl+Shift+U', needsPlan: false, section: 2, choice: true },
  { id: 'theme-light', menu: 'settings', labelKey: 'menu.themeLight', accelerator: 'CmdOrCtrl+Shift+L', needsPlan: false, section: 2, choice: true },
  { id: 'theme-dark', menu: 'settings', labelKey: 'menu.themeDark', accelerator: 'CmdOrCtrl+Shift+D', needsPlan: false, section: 2, choice: true },
  { id: 'theme-contrast', menu: 'settings', labelKey: 'menu.themeContrast', accelerator: 'CmdOrCtrl+Shift+H', needsPlan: false, section: 2, choice: true },
  { id: 'shortcuts', menu: 'help', labelKey: 'menu.shortcuts', accelerator: 'F1', needsPlan: false, section: 1 },
] as const satisfies readonly ActionDefinition[]

export type ActionId = (typeof actions)[number]['id']

/** The table by id, with the members that only some rows have. */
export const actionById: ReadonlyMap<ActionId, ActionDefinition & { readonly id: ActionId }> = new Map(
  actions.map((action) => [action.id, action]),
)

/** What the menu itself is called. */
export const menuLabelKey = {
  file: 'menu.file',
  edit: 'menu.edit',
  view: 'menu.view',
  plan: 'menu.plan',
  settings: 'menu.settings',
  help: 'menu.help',
} as const satisfies Record<ActionMenu, MessageKey>
