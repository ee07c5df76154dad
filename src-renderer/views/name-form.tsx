import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FormEvent, ReactElement } from 'react'
import { nameView, stepLabels } from '@core/plan/commands'
import { announce } from '../app/announcer'
import { useTranslate } from '../i18n/use-translate'
import { newId } from '../new-id'
import { currentPlace, graphSettingsStore } from '../stores/graph-settings-store'
import { planStore, runChange, usePlanDocument } from '../stores/plan-store'
import { setCurrentView } from './views-store'
import classes from './views.module.css'

/** Keeps how the graph looks now, and where it stands, under a name. */
export const NameForm = ({ onDone }: { readonly onDone: () => void }): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const [name, setName] = useState('')
  const isReplacing = document.views.some((view) => view.name === name.trim())
  const keep = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '') return
    runChange(stepLabels.nameView(name.trim()), nameView(document, name, graphSettingsStore.getState().settings, currentPlace(), newId))
    setCurrentView(planStore.getState().document?.views.find((view) => view.name === name.trim())?.id ?? null)
    announce(t('views.saysKept', { name: name.trim() }))
    onDone()
  }
  return (
    <form className={classes.form} onSubmit={keep}>
      <TextInput
        className={classes.grow} label={t('views.nameLabel')} data-autofocus autoFocus value={name} onChange={(event) => setName(event.currentTarget.value)}
        description={isReplacing ? t('views.replaces') : t('views.nameHint')}
      />
      <Button type="submit" disabled={name.trim() === ''}>{t('common.save')}</Button>
    </form>
  )
}
