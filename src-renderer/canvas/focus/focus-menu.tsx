import { Button, Menu, Tooltip } from '@mantine/core'
import { IconChevronDown, IconRoute } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { ActionMenuItem } from '../../ui/action-menu-item'
import { useMenuReturn } from '../../ui/use-menu-return'
import styles from './focus.module.css'

/** In the toolbar of the whole estate: the ways from it to what lies around, and to what joins two items. */
export const FocusMenu = (): ReactElement => {
  const { t } = useTranslate()
  const { target, menu } = useMenuReturn()
  return (
    <Menu position="bottom-start" withinPortal {...menu}>
      <Menu.Target>
        <Tooltip label={t('focus.menuHint')}>
          <Button ref={target} variant="default" size="sm" className={styles.menu} aria-label={t('focus.menu')} leftSection={<IconRoute size={17} aria-hidden />} rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('focus.menu')}
          </Button>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown miw={240}>
        <ActionMenuItem id="show-neighbourhood" />
        <ActionMenuItem id="show-paths" />
      </Menu.Dropdown>
    </Menu>
  )
}
