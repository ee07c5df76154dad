import { NativeSelect, Switch, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { ReactElement } from 'react'
import classes from './inspector.module.css'

type TextFieldProps = {
  readonly label: string
  readonly value: string
  /** A message where the text cannot be taken, otherwise null. */
  readonly problemOf: (text: string) => string | null
  readonly onCommit: (text: string) => void
  readonly alignEnd?: boolean
  /** Where the value was read. */
  readonly source?: string | undefined
}

/** Takes what was typed on Enter or on leaving; Escape gives the old value back. */
export const TextField = ({ label, value, problemOf, onCommit, alignEnd, source }: TextFieldProps): ReactElement => {
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? value
  const problem = draft === null ? null : problemOf(draft)
  const commit = (): void => {
    if (draft !== null && problem === null && draft.trim() !== value) onCommit(draft.trim())
    if (problem === null) setDraft(null)
  }
  return (
    <TextInput
      size="xs" label={label} value={text} error={problem} title={source} classNames={{ root: classes.field, label: classes.fieldLabel }}
      styles={alignEnd ? { input: { textAlign: 'end' } } : undefined}
      onChange={(event) => setDraft(event.currentTarget.value)} onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit()
        if (event.key !== 'Escape' || draft === null) return
        event.stopPropagation()
        setDraft(null)
      }}
    />
  )
}

export const ChoiceField = ({ label, value, data, onCommit, disabled, source }: {
  readonly label: string
  readonly value: string
  readonly data: readonly { readonly value: string; readonly label: string }[]
  readonly onCommit: (value: string) => void
  readonly disabled?: boolean
  readonly source?: string | undefined
}): ReactElement => (
  <NativeSelect
    size="xs" label={label} value={value} data={[...data]} disabled={disabled} title={source}
    classNames={{ root: classes.field, label: classes.fieldLabel }} onChange={(event) => onCommit(event.currentTarget.value)}
  />
)

export const YesNoField = ({ label, value, onCommit }: {
  readonly label: string
  readonly value: boolean
  readonly onCommit: (value: boolean) => void
}): ReactElement => (
  <Switch
    size="sm" label={label} checked={value} labelPosition="left" onChange={(event) => onCommit(event.currentTarget.checked)}
    classNames={{ root: classes.switch, body: classes.switchBody, label: classes.fieldLabel }}
  />
)
