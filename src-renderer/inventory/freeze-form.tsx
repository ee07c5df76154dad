import { Button, Group, SimpleGrid, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import { addFreezeWindow, editFreezeWindow } from '@core/plan/commands'
import type { FreezeWindow } from '@core/plan/rule'
import { announce } from '../app/announcer'
import { useTranslate } from '../i18n/use-translate'
import { newId } from '../new-id'
import { runChange, usePlanDocument } from '../stores/plan-store'
import { draftToFreeze, emptyFreezeDraft, freezeToDraft } from './rule-draft'
import type { FreezeDraft } from './rule-draft'

const labels: readonly (readonly [keyof FreezeDraft, MessageKey])[] = [
  ['name', 'inventory.freezeName'],
  ['organisation', 'common.fieldOrganisation'],
  ['start', 'inventory.freezeStart'],
  ['end', 'inventory.freezeEnd'],
  ['site', 'common.fieldSite'],
  ['serviceArea', 'common.fieldServiceArea'],
]

/** Writes a freeze window, or edits one. */
export const FreezeForm = ({ freeze, finish }: {
  readonly freeze: FreezeWindow | null
  readonly finish: () => void
}): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const [draft, setDraft] = useState<FreezeDraft>(freeze ? freezeToDraft(freeze) : emptyFreezeDraft)
  const [message, setMessage] = useState<MessageKey | null>(null)
  const save = (): void => {
    const result = draftToFreeze(draft)
    if (!result.ok) return setMessage(result.message)
    const blank = { name: undefined, organisation: undefined, site: undefined, serviceArea: undefined }
    if (freeze) runChange({ key: 'inventory.stepEditFreeze' }, editFreezeWindow(document, freeze.id, { ...blank, ...result.made }))
    else runChange({ key: 'inventory.stepAddFreeze' }, addFreezeWindow(document, result.made, newId))
    announce(t(freeze ? 'inventory.stepEditFreeze' : 'inventory.stepAddFreeze'))
    finish()
  }
  return (
    <form
      aria-label={t(freeze ? 'inventory.editFreeze' : 'inventory.addFreeze')}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={2}>
          {labels.map(([field, label], index) => (
            <TextInput
              key={field} label={t(label)} value={draft[field]} type={field === 'start' || field === 'end' ? 'date' : 'text'}
              data-autofocus={index === 0 || undefined}
              onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
            />
          ))}
        </SimpleGrid>
        {message && <Text role="alert" c="var(--violation-text)">{t(message)}</Text>}
        <Group justify="flex-end">
          <Button variant="default" onClick={finish}>{t('common.cancel')}</Button>
          <Button type="submit">{t('common.save')}</Button>
        </Group>
      </Stack>
    </form>
  )
}
