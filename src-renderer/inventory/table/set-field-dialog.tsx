import { Autocomplete, Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import type { Field } from './field'
import { offeredChoices } from './offered-choices'
import { rangeRowsOrSelected, setField } from './table-acts'
import type { TableModel } from './table-model'
import { Dialog } from '../../ui/dialog'

/** A list where there is one, otherwise a field; a list of many is narrowed by typing. */
const ValueField = <Row, Write>({ field, text, problem, change }: {
  readonly field: Field<Row, Write> | undefined
  readonly text: string
  readonly problem: string | null
  readonly change: (text: string) => void
}): ReactElement => {
  const { t } = useTranslate()
  const choices = field?.choices?.() ?? []
  const label = t('table.value')
  if (field?.isStrict && choices.length > 0 && choices.length <= 60) {
    const data = [{ value: '', label: t('table.blank') }, ...new Set(choices)]
    return <NativeSelect label={label} value={text} error={problem} data-autofocus data={data} onChange={(event) => change(event.currentTarget.value)} />
  }
  if (choices.length === 0) {
    return <TextInput label={label} value={text} error={problem} data-autofocus onChange={(event) => change(event.currentTarget.value)} />
  }
  return (
    <Autocomplete
      label={label} value={text} error={problem} data-autofocus data={[...new Set(offeredChoices(choices, text, false))]}
      filter={({ options }) => options} onChange={change} comboboxProps={{ withinPortal: true }}
    />
  )
}

const Form = <Row, Write>({ model, close }: { readonly model: TableModel<Row, Write>; readonly close: () => void }): ReactElement => {
  const { t } = useTranslate()
  const editable = model.adapter.fields.filter((field) => field.read && field.id !== 'id' && field.id !== 'name')
  const cursor = model.store.getState().cursor?.field
  const [fieldId, setFieldId] = useState(() => editable.find((field) => field.id === cursor)?.id ?? editable[0]?.id ?? '')
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const field = model.fieldById.get(fieldId)
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
        <ValueField field={field} text={text} problem={problem} change={(value) => { setText(value); setProblem(null) }} />
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
    <Dialog opened onClose={close} title={t('table.setFieldTitle', { count: rangeRowsOrSelected(model).length })}>
      <Form model={model} close={close} />
    </Dialog>
  )
}
