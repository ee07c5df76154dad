import { ActionIcon, TextInput, Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import { moveView, removeView, renameView, stepLabels } from '@core/plan/commands'
import type { NamedView } from '@core/plan/view'
import { groupingKeys } from '../canvas/mass/mass-words'
import { useTranslate } from '../i18n/use-translate'
import { runChange, usePlanDocument } from '../stores/plan-store'
import { applyView } from './apply-view'
import { showViewsDialog, useViews } from './views-store'
import classes from './views.module.css'

const Tool = ({ label, disabled = false, run, children }: {
  readonly label: string
  readonly disabled?: boolean
  readonly run: () => void
  readonly children: ReactNode
}): ReactElement => (
  <Tooltip label={label}>
    <ActionIcon size="lg" aria-label={label} disabled={disabled} onClick={run}>{children}</ActionIcon>
  </Tooltip>
)

const RenameField = ({ view, onDone }: { readonly view: NamedView; readonly onDone: () => void }): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const [name, setName] = useState(view.name)
  const isTaken = document.views.some((other) => other.id !== view.id && other.name === name.trim())
  const keep = (): void => {
    if (!isTaken) runChange(stepLabels.renameView(view.name, name.trim()), renameView(document, view.id, name))
    onDone()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') keep()
    else if (event.key === 'Escape') onDone()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <TextInput
      className={classes.grow} autoFocus aria-label={t('views.rename', { name: view.name })} value={name} error={isTaken ? t('views.taken') : undefined}
      onChange={(event) => setName(event.currentTarget.value)} onKeyDown={onKeyDown} onBlur={keep}
    />
  )
}

/** One named view: shown, renamed, moved in the order of presenting, removed. */
export const ViewRow = ({ view, place, count }: { readonly view: NamedView; readonly place: number; readonly count: number }): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const isCurrent = useViews((state) => state.currentId === view.id)
  const [isRenaming, setRenaming] = useState(false)
  const move = (to: number): void => runChange(stepLabels.moveView(view.name), moveView(document, view.id, to))
  const show = (): void => {
    showViewsDialog(null)
    applyView(view)
  }
  return (
    <li className={classes.row} data-current={isCurrent || undefined}>
      <span className={classes.number}>{place + 1}</span>
      {isRenaming ? <RenameField view={view} onDone={() => setRenaming(false)} /> : (
        <UnstyledButton className={classes.view} aria-current={isCurrent || undefined} onClick={show}>
          <span className={classes.viewName}>{view.name}</span>
          <span className={classes.about}>{t(groupingKeys[view.settings.grouping])}{view.settings.filter && ` · ${t('views.filtered')}`}</span>
        </UnstyledButton>
      )}
      <Tool label={t('views.rename', { name: view.name })} run={() => setRenaming(true)}><IconPencil size={18} aria-hidden /></Tool>
      <Tool label={t('views.earlier', { name: view.name })} disabled={place === 0} run={() => move(place - 1)}><IconArrowUp size={18} aria-hidden /></Tool>
      <Tool label={t('views.later', { name: view.name })} disabled={place === count - 1} run={() => move(place + 1)}><IconArrowDown size={18} aria-hidden /></Tool>
      <Tool label={t('views.remove', { name: view.name })} run={() => runChange(stepLabels.removeView(view.name), removeView(document, view.id))}><IconTrash size={18} aria-hidden /></Tool>
    </li>
  )
}
