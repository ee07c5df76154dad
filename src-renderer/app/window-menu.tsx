import { ActionIcon, Kbd, Menu, Tooltip } from '@mantine/core'
import { IconCheck, IconMenu2 } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { ReactElement } from 'react'
import { actions, menuLabelKey, menus } from '@main/contract/actions'
import type { ActionDefinition, ActionId, ActionMenu } from '@main/contract/actions'
import { isActionEnabled, runAction, useRegistry } from '../actions/action-registry'
import { ariaKey, shownKey } from '../actions/keys'
import { useTranslate } from '../i18n/use-translate'
import { useMenuReturn } from '../ui/use-menu-return'
import { usePreferences } from '../stores/preferences-store'
import { useIsMac } from './platform-store'

type Row = ActionDefinition & { readonly id: ActionId }
const table: readonly Row[] = actions

const MenuRow = ({ action, chosen }: { readonly action: Row; readonly chosen: boolean }): ReactElement => {
  const { t } = useTranslate()
  const mac = useIsMac()
  return (
    <Menu.Item
      onClick={() => runAction(action.id)}
      disabled={!isActionEnabled(action.id)}
      leftSection={action.choice ? <IconCheck size={16} opacity={chosen ? 1 : 0} aria-hidden /> : undefined}
      rightSection={action.accelerator ? <Kbd size="xs">{shownKey(action.accelerator, mac)}</Kbd> : undefined}
      aria-keyshortcuts={ariaKey(action.accelerator, mac)}
      aria-current={chosen || undefined}
    >
      {t(action.labelKey)}
    </Menu.Item>
  )
}

const SubMenu = ({ menu }: { readonly menu: ActionMenu }): ReactElement => {
  const { t } = useTranslate()
  useRegistry()
  const { language, theme } = usePreferences((preferences) => preferences)
  const rows = table.filter((action) => action.menu === menu)
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item>{t(menuLabelKey[menu])}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {rows.map((action, index) => (
          <Fragment key={action.id}>
            {index > 0 && rows[index - 1]?.section !== action.section && <Menu.Divider />}
            <MenuRow action={action} chosen={action.id === `language-${language}` || action.id === `theme-${theme}`} />
          </Fragment>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}

/** Every action of the native menu, in the window: where there is no native menu, nothing is out of reach. */
export const WindowMenu = (): ReactElement => {
  const { t } = useTranslate()
  const { target, menu } = useMenuReturn()
  return (
    <Menu position="bottom-start" withinPortal {...menu}>
      <Menu.Target>
        <Tooltip label={t('shell.openMenu')}>
          <ActionIcon ref={target} size="lg" aria-label={t('shell.openMenu')}><IconMenu2 size={20} aria-hidden /></ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown miw={160}>
        {menus.map((menu) => <SubMenu key={menu} menu={menu} />)}
      </Menu.Dropdown>
    </Menu>
  )
}
