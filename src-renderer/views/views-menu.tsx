import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronDown, IconPhoto } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { ActionMenuItem } from '../ui/action-menu-item'
import { useMenuReturn } from '../ui/use-menu-return'
import { applyView } from './apply-view'
import { useViews } from './views-store'
import classes from './views.module.css'

/** The named views of the graph, and everything that can be done with them, in its toolbar. */
export const ViewsMenu = (): ReactElement => {
  const { t } = useTranslate()
  const { target, menu } = useMenuReturn()
  const { views } = usePlanDocument()
  const currentId = useViews((state) => state.currentId)
  return (
    <Menu position="bottom-start" withinPortal {...menu}>
      <Menu.Target>
        <Button ref={target} variant="default" size="sm" className={classes.menu} leftSection={<IconPhoto size={17} aria-hidden />} rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('views.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown miw={240}>
        {views.map((view) => (
          <Menu.Item
            key={view.id} onClick={() => applyView(view)} aria-current={view.id === currentId || undefined}
            leftSection={<IconCheck size={16} opacity={view.id === currentId ? 1 : 0} aria-hidden />}
          >
            {view.name}
          </Menu.Item>
        ))}
        {views.length > 0 && <Menu.Divider />}
        {(['name-view', 'views', 'present'] as const).map((id) => <ActionMenuItem key={id} id={id} />)}
        <Menu.Divider />
        {(['show-today', 'hide-selection', 'show-hidden'] as const).map((id) => <ActionMenuItem key={id} id={id} />)}
      </Menu.Dropdown>
    </Menu>
  )
}
