import { Kbd, Menu } from '@mantine/core'
import type { ReactElement } from 'react'
import type { ActionId } from '@main/contract/actions'
import { actionById } from '@main/contract/actions'
import { isActionEnabled, runAction } from '../actions/action-registry'
import { shownKey } from '../actions/keys'
import { useIsMac } from '../app/platform-store'
import { useTranslate } from '../i18n/use-translate'

/** An action of the window in a menu of a view, with the key that does it faster. */
export const ActionMenuItem = ({ id }: { readonly id: ActionId }): ReactElement => {
  const { t } = useTranslate()
  const mac = useIsMac()
  const action = actionById.get(id)
  return (
    <Menu.Item
      disabled={!isActionEnabled(id)} onClick={() => runAction(id)}
      rightSection={<Kbd size="xs">{shownKey(action?.accelerator ?? null, mac)}</Kbd>}
    >
      {action && t(action.labelKey)}
    </Menu.Item>
  )
}
