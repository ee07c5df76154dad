import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import type { ReactElement } from 'react'
import { renamePlan } from '@core/plan/commands'
import { useTranslate } from '../i18n/use-translate'
import { runChange, usePlanDocument } from '../stores/plan-store'
import classes from './top-bar.module.css'

const NameField = ({ finish }: { readonly finish: () => void }): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const [name, setName] = useState(document.name)
  const accept = (): void => {
    const next = name.trim()
    if (next && next !== document.name) runChange({ key: 'shell.renamePlan' }, renamePlan(document, next))
    finish()
  }
  return (
    <input
      className={classes.nameField}
      aria-label={t('shell.planName')}
      value={name}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setName(event.target.value)}
      onBlur={accept}
      onKeyDown={(event) => {
        if (event.key === 'Enter') accept()
        if (event.key === 'Escape') finish()
      }}
    />
  )
}

/** What the plan is called; a click makes it a field. */
export const PlanName = (): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const [editing, setEditing] = useState(false)
  if (editing) return <NameField finish={() => setEditing(false)} />
  return (
    <h1 className={classes.heading}>
      <UnstyledButton className={classes.name} title={t('shell.renamePlan')} onClick={() => setEditing(true)}>
        {document.name}
      </UnstyledButton>
    </h1>
  )
}
