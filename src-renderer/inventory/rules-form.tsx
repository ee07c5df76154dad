import { Button, Group, Stack, Text } from '@mantine/core'
import { useId } from 'react'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import type { MessageKey } from '@core/messages/translator'
import { useTranslate } from '../i18n/use-translate'
import classes from './estate-lists.module.css'

/** The frame of a form that stands in place of the list of rules: Escape and Cancel go back to the list. */
export const RulesForm = ({ title, message, save, finish, children }: {
  readonly title: string
  /** What is still missing. */
  readonly message: MessageKey | null
  readonly save: () => void
  readonly finish: () => void
  readonly children: ReactNode
}): ReactElement => {
  const { t } = useTranslate()
  const heading = useId()
  const goBack = (event: KeyboardEvent): void => {
    // An open list or calendar takes the key for itself, and says so.
    const isTaken = event.target instanceof Element && event.target.getAttribute('data-mantine-stop-propagation') === 'true'
    if (event.key !== 'Escape' || event.defaultPrevented || isTaken) return
    event.stopPropagation()
    finish()
  }
  return (
    <form
      aria-labelledby={heading} onKeyDown={goBack} noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h2 id={heading} className={classes.formTitle}>{title}</h2>
      <Stack gap="sm">
        {children}
        {message && <Text role="alert" c="var(--violation-text)">{t(message)}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={finish}>{t('common.cancel')}</Button>
          <Button type="submit">{t('common.save')}</Button>
        </Group>
      </Stack>
    </form>
  )
}
