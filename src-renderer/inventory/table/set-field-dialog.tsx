import { Autocomplete, Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { offeredChoices } from './offered-choices'
import { rangeRowsOrSelected, setField } from './table-acts'
import type { TableModel } from './table-model'

const Form = <Row, Write>({ model, close }: { readonly model: TableModel<Row, Write>; readonly close: () => void }): ReactElement => {
  const { t } = useTranslate()
  const editable = model.adapter.fields.filter((field) => field.read && field.id !== 'id' && field.id !== 'name')
  const cursor = model.store.getState().cursor?.field
  const [fieldId, setFieldId] = useState(() => editable.find((field) => field.id === cursor)?.id ?? editable[0]?.id ?? '')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const field = model.fieldById.get(fieldId)
  const choices = field?.choices?.()
  const submit = (): void => {
    // Read once without a row: what no row can take is said here, beside the field.
    const reading = field?.read?.(text, null)
    if (reading && !reading.ok) return setProblem(reading.problem)
    close()
    setField(model, fieldId, text)
  }
  return (
    <form onSubmit={(event) => { event.preventDefault(); submit() }}>
      <Stack gap="sm">
        <NativeSelect
          label={t('table.field')} value={fieldId} data={editable.map(({ id, heading }) => ({ value: id, label: heading }))}
          onChange={(event) => { setFieldId(event.currentTarget.value); setText(''); setProblem(null) }}
        />
        {field?.isStrict && choices && choices.length <= 60
          ? <NativeSelect label={t('table.value')} value={text} error={problem} data={[{ value: '', label: t('table.blank') }, ...choices]} onChange={(event) => { setText(event.currentTarget.value); setProblem(null) }} />
          : (
            <Autocomplete
              label={t('table.value')} value={text} error={problem} data-autofocus data={choices ? [...new Set(offeredChoices(choices, text, false))] : []}
              filter={({ options }) => options} onChange={(value) => { setText(value); setProblem(null) }} comboboxProps={{ withinPortal: true }}
            />
          )}
        <Text size="sm" c="dimmed">{t('table.setBlank')}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>{t('common.cancel')}</Button>
          <Button type="submit">{t('table.set')}</Button>
        </Group>
      </Stack>
    </form>
  )
}

/** One field of everything that is selected, also of what was selected in the graph, as one step. */
export const SetFieldDialog = <Row, Write>({ model, close }: {
  readonly model: TableModel<Row, Write>
  readonly close: () => void
}): ReactElement => {
  const { t } = useTranslate()
  return (
    <Modal opened onClose={close} title={t('table.setFieldTitle', { count: rangeRowsOrSelected(model).length })} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <Form model={model} close={close} />
    </Modal>
  )
}
