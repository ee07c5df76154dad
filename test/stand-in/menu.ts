import type Electron from 'electron'
import { openWindows } from './windows.ts'
import { onlyModelledClass, unmodelledError } from './unmodelled.ts'

type Template = readonly (Electron.MenuItemConstructorOptions | StandInMenuItem)[]

let lastCommand = 0

const typeOf = (options: Electron.MenuItemConstructorOptions): Electron.MenuItem['type'] =>
  options.type ?? (options.submenu ? 'submenu' : 'normal')

type ModelledItem = Pick<
  Electron.MenuItem,
  'id' | 'label' | 'type' | 'enabled' | 'visible' | 'checked' | 'accelerator' | 'commandId' | 'sublabel' | 'toolTip'
>

/** A menu entry: what it says, whether it can be chosen, and `click()`, which is what choosing it does. */
export class StandInMenuItem implements ModelledItem {
  id: string
  label: string
  sublabel: string
  toolTip: string
  type: Electron.MenuItem['type']
  enabled: boolean
  visible: boolean
  checked: boolean
  accelerator: Electron.MenuItem['accelerator']
  role: Electron.MenuItemConstructorOptions['role']
  readonly commandId: number
  readonly submenu: StandInMenu | undefined
  readonly click: () => void

  constructor(options: Electron.MenuItemConstructorOptions) {
    lastCommand += 1
    this.commandId = lastCommand
    this.id = options.id ?? ''
    this.label = options.label ?? ''
    this.sublabel = options.sublabel ?? ''
    this.toolTip = options.toolTip ?? ''
    this.type = typeOf(options)
    this.enabled = options.enabled ?? true
    this.visible = options.visible ?? true
    this.checked = options.checked ?? false
    this.accelerator = options.accelerator ?? null
    this.role = options.role
    const { submenu } = options
    this.submenu = Array.isArray(submenu) ? StandInMenu.buildFromTemplate(submenu) : (submenu as StandInMenu | undefined)
    this.click = () => this.#choose(options.click)
  }

  #choose(listener: Electron.MenuItemConstructorOptions['click']): void {
    if (!this.enabled) return
    if (this.type === 'checkbox') this.checked = !this.checked
    if (this.type === 'radio') this.checked = true
    if (!listener && this.role) throw unmodelledError(`choosing the menu role '${this.role}'`)
    const window = openWindows()[0] as unknown as Electron.BrowserWindow | undefined
    listener?.(this as unknown as Electron.MenuItem, window, {} as Electron.KeyboardEvent)
  }
}

/** A menu as data: nothing is drawn, and accelerators are not listened for. */
export class StandInMenu {
  static #applicationMenu: StandInMenu | null = null

  static buildFromTemplate(template: Template): StandInMenu {
    const menu = new StandInMenu()
    for (const entry of template) menu.append(entry instanceof StandInMenuItem ? entry : new StandInMenuItem(entry))
    return menu
  }

  static setApplicationMenu(menu: StandInMenu | null): void {
    StandInMenu.#applicationMenu = menu
  }

  static getApplicationMenu(): StandInMenu | null {
    return StandInMenu.#applicationMenu
  }

  readonly items: StandInMenuItem[] = []

  append(item: StandInMenuItem): void {
    this.items.push(item)
  }

  getMenuItemById(id: string): StandInMenuItem | null {
    for (const item of this.items) {
      if (item.id === id) return item
      const found = item.submenu?.getMenuItemById(id)
      if (found) return found
    }
    return null
  }
}

export const Menu = onlyModelledClass('Menu', StandInMenu)
export const MenuItem = onlyModelledClass('MenuItem', StandInMenuItem)
