import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowsExchange, IconLayoutKanban, IconTable, IconTopologyStar3 } from '@tabler/icons-react'
import type { IconProps } from '@tabler/icons-react'
import type { ComponentType, ReactElement } from 'react'
import { actionById } from '@main/contract/actions'
import type { ActionId } from '@main/contract/actions'
import { runAction } from '../actions/action-registry'
import { ariaKey, shownKey } from '../actions/keys'
import { useTranslate } from '../i18n/use-translate'
import { useViewStore, views } from '../stores/view-store'
import type { View } from '../stores/view-store'
import { useIsMac } from './platform-store'
import classes from './rail.module.css'

const icons: Readonly<Record<View, ComponentType<IconProps>>> = {
  estate: IconTable,
  graph: IconTopologyStar3,
  waves: IconLayoutKanban,
  exchange: IconArrowsExchange,
}

/** The views, always in the same place. */
export const Rail = (): ReactElement => {
  const { t } = useTranslate()
  const mac = useIsMac()
  const current = useViewStore((state) => state.view)
  return (
    <nav className={classes.rail} aria-label={t('shell.views')}>
      {views.map((view) => {
        const Icon = icons[view]
        const id: ActionId = `show-${view}`
        const key = actionById.get(id)?.accelerator ?? null
        return (
          <Tooltip key={view} label={`${t(`shell.${view}`)} (${shownKey(key, mac)})`} position="right">
            <UnstyledButton
              className={classes.entry}
              onClick={() => runAction(id)}
              aria-current={current === view ? 'page' : undefined}
              aria-keyshortcuts={ariaKey(key, mac)}
            >
              <Icon size={24} stroke={1.6} aria-hidden />
              <span>{t(`shell.${view}`)}</span>
            </UnstyledButton>
          </Tooltip>
        )
      })}
    </nav>
  )
}
