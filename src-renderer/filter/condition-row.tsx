import { ActionIcon, MultiSelect, NativeSelect, TagsInput, TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ReactElement } from 'react'
import { extraField, fieldNames, fieldType } from '@core/estate/find/item-fields'
import { conditionTests } from '@core/plan/view'
import type { ItemCondition } from '@core/plan/view'
import { choicesOf, fieldLabel, findWorldOf, valueLabel } from '../find/find-words'
import { useTranslate } from '../i18n/use-translate'
import { DayField } from '../inventory/day-field'
import { usePlanDocument } from '../stores/plan-store'
import { headingsInUse, valuesInUse } from './field-values'
import { takesNoValue, testKey, testsOf, withField, withTest } from './field-tests'
import classes from './find-bar.module.css'

type RowProps = {
  readonly condition: ItemCondition
  readonly onChange: (condition: ItemCondition) => void
  readonly onRemove: () => void
}

const FieldSelect = ({ condition, onChange }: RowProps): ReactElement => {
  const { t, collator } = useTranslate()
  const { estate: { items }, filters } = usePlanDocument()
  const offered = fieldNames.filter((field) => field !== 'filter' || filters.length > 0 || condition.field === 'filter')
  const own = offered.map((field) => ({ value: field, label: fieldLabel(t, field) }))
  const extra = headingsInUse(items).map((heading) => ({ value: extraField(heading), label: heading }))
  const data = [...own.slice(0, 1), ...own.slice(1).sort((a, b) => collator.compare(a.label, b.label)),
    ...(extra.length > 0 ? [{ group: t('find.ownColumns'), items: extra }] : [])]
  return (
    <NativeSelect
      size="sm" className={classes.field} aria-label={t('find.field')} data={data} value={condition.field}
      onChange={(event) => onChange(withField(condition, event.currentTarget.value))}
    />
  )
}

const TestSelect = ({ condition, onChange }: RowProps): ReactElement => {
  const { t } = useTranslate()
  const data = testsOf(condition.field).map((test) => ({ value: test, label: t(testKey(condition.field, test)) }))
  const change = (value: string): void => {
    const test = conditionTests.find((candidate) => candidate === value)
    if (test) onChange(withTest(condition, test))
  }
  return (
    <NativeSelect size="sm" className={classes.test} aria-label={t('find.test')} data={data} value={condition.test} onChange={(event) => change(event.currentTarget.value)} />
  )
}

const ValueField = ({ condition, onChange }: RowProps): ReactElement | null => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const { field, test, values } = condition
  const suggestions = useMemo(() => valuesInUse(document.estate.items, field, findWorldOf(t, document)), [document, field, t])
  if (takesNoValue(test)) return null
  const set = (next: readonly string[]): void => onChange({ ...condition, values: next })
  const label = t('find.value')
  const choices = field === 'filter' ? [...new Set([...document.filters.map(({ name }) => name), ...values])] : choicesOf(field)
  if (choices) {
    const data = choices.map((value) => ({ value, label: valueLabel(t, field, value) }))
    return <MultiSelect size="sm" aria-label={label} placeholder={values.length === 0 ? t('find.chooseValue') : ''} data={data} value={[...values]} onChange={set} hidePickedOptions />
  }
  if (fieldType(field) === 'day') return <DayField label="" value={values[0] ?? ''} onChange={(day) => set(day ? [day] : [])} />
  if (['at-least', 'at-most', 'before', 'after', 'contains'].includes(test)) {
    return <TextInput size="sm" aria-label={label} value={values[0] ?? ''} onChange={(event) => set([event.currentTarget.value])} />
  }
  return (
    <TagsInput
      size="sm" aria-label={label} placeholder={values.length === 0 ? t('find.chooseValue') : ''} data={[...suggestions]} limit={30}
      value={[...values]} onChange={set} acceptValueOnBlur
    />
  )
}

/** One condition: a field, a test and its values. */
export const ConditionRow = (props: RowProps): ReactElement => {
  const { t } = useTranslate()
  return (
    <li className={classes.condition}>
      <FieldSelect {...props} />
      <TestSelect {...props} />
      <div className={classes.value}><ValueField {...props} /></div>
      <ActionIcon size="lg" aria-label={t('find.removeCondition', { field: fieldLabel(t, props.condition.field) })} onClick={props.onRemove}>
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </li>
  )
}
