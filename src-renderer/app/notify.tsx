import { Button, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { currentTranslate } from '../i18n/words'

export type NotifyAction = { readonly label: string; readonly run: () => void }

const body = (id: string, message: string, action: NotifyAction | undefined): ReactNode => {
  if (!action) return message
  const run = (): void => {
    notifications.hide(id)
    action.run()
  }
  return (
    <Stack gap={6} align="flex-start">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="default" onClick={run}>{action.label}</Button>
    </Stack>
  )
}

const closeButton = (): { readonly 'aria-label': string } => ({ 'aria-label': currentTranslate()('common.close') })

let last = 0
const nextId = (): string => `notice-${++last}`

/** Says what was done, and goes away by itself, or when what it returns is called. */
export const notifyDone = (title: string, message: string, action?: NotifyAction): (() => void) => {
  const id = nextId()
  notifications.show({
    id, title, message: body(id, message, action), icon: <IconCheck size={18} aria-hidden />, autoClose: action ? 12_000 : 6_000,
    closeButtonProps: closeButton(),
  })
  return () => notifications.hide(id)
}

/** Says what did not work and what to do. It is read out at once, and goes away when there was time to read it. */
export const notifyProblem = (title: string, message: string, action?: NotifyAction): void => {
  const id = nextId()
  notifications.show({
    id, title, message: body(id, message, action), color: 'red', icon: <IconAlertTriangle size={18} aria-hidden />,
    autoClose: action ? 12_000 : 8_000, role: 'alert', closeButtonProps: closeButton(),
  })
}

/** Shows that something takes a while; call what it returns when it is over. */
export const notifyBusy = (title: string, message: string): (() => void) => {
  const id = nextId()
  notifications.show({ id, title, message, loading: true, autoClose: false, withCloseButton: false })
  return () => notifications.hide(id)
}
