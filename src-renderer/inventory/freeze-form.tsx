import { SimpleGrid, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactElement } from 'react'
import type { MessageKey } from '@core/messages/translator'
import { addFreezeWindow, editFreezeWindow } from '@core/plan/commands'
import type { FreezeWindow } from '@core/plan/rule'
import { announce } from '../app/announcer'
import { useTranslate } from '../i18n/use-translate'
import { newId } from '../new-id'
import { runChange, usePlanDocument } from '../stores/plan-store'
import { DayField } from './day-field'
import { draftToFreeze, emptyFreezeDraft, freezeToDraft } from './rule-draft'
import type { FreezeDraft } from './rule-draft'
import { RulesForm } from './rules-form'

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
  const set = (fields: Partial<FreezeDraft>): void => setDraft({ ...draft, ...fields })
  return (
    <RulesForm title={t(freeze ? 'inventory.editFreeze' : 'inventory.addFreeze')} message={message} save={save} finish={finish}>
      <SimpleGrid cols={2}>
        {labels.map(([field, label], index) => (
          field === 'start' || field === 'end'
            ? <DayField key={field} label={t(label)} value={draft[field]} defaultDate={draft.start} onChange={(day) => set({ [field]: day })} />
            : <TextInput key={field} label={t(label)} value={draft[field]} autoFocus={index === 0} onChange={(event) => set({ [field]: event.currentTarget.value })} />
        ))}
      </SimpleGrid>
    </RulesForm>
  )
}
