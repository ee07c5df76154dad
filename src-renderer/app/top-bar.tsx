import { ActionIcon, Kbd, Tooltip, UnstyledButton } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconLayoutSidebarRight, IconSearch } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { actionById } from '@main/contract/actions'
import type { ActionId } from '@main/contract/actions'
import { runAction } from '../actions/action-registry'
import { ariaKey, shownKey } from '../actions/keys'
import { useTranslate } from '../i18n/use-translate'
import { stepSentence } from '../i18n/words'
import { usePlanStore } from '../stores/plan-store'
import { useViewStore } from '../stores/view-store'
import { Measures } from './measures'
import { PlanName } from './plan-name'
import { useIsMac } from './platform-store'
import { SavedState } from './saved-state'
import { WindowMenu } from './window-menu'
import classes from './top-bar.module.css'

type BarButtonProps = {
  readonly id: ActionId
  readonly label: string
  readonly disabled?: boolean
  readonly pressed?: boolean
  readonly children: ReactNode
}

const BarButton = ({ id, label, disabled, pressed, children }: BarButtonProps): ReactElement => {
  const mac = useIsMac()
  const key = actionById.get(id)?.accelerator ?? null
  return (
    <Tooltip label={`${label} (${shownKey(key, mac)})`} multiline maw={320}>
      <ActionIcon
        size="lg"
        className={classes.button}
        aria-label={label}
        aria-disabled={disabled || undefined}
        aria-pressed={pressed}
        data-disabled={disabled || undefined}
        aria-keyshortcuts={ariaKey(key, mac)}
        onClick={() => runAction(id)}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

const UndoRedo = (): ReactElement => {
  const { t } = useTranslate()
  const done = usePlanStore((state) => state.history.done.at(-1))
  const undone = usePlanStore((state) => state.history.undone.at(-1))
  const undoLabel = done ? t('shell.undoWhat', { step: stepSentence(t, done.label) }) : t('shell.nothingToUndo')
  const redoLabel = undone ? t('shell.redoWhat', { step: stepSentence(t, undone.label) }) : t('shell.nothingToRedo')
  return (
    <>
      <BarButton id="undo" label={undoLabel} disabled={!done}><IconArrowBackUp size={20} aria-hidden /></BarButton>
      <BarButton id="redo" label={redoLabel} disabled={!undone}><IconArrowForwardUp size={20} aria-hidden /></BarButton>
    </>
  )
}

const FindField = (): ReactElement => {
  const { t } = useTranslate()
  const mac = useIsMac()
  const key = actionById.get('find')?.accelerator ?? null
  return (
    <UnstyledButton className={classes.find} onClick={() => runAction('find')} aria-keyshortcuts={ariaKey(key, mac)}>
      <IconSearch size={16} aria-hidden />
      <span className={classes.findLabel}>{t('shell.find')}</span>
      <Kbd size="xs" aria-hidden>{shownKey(key, mac)}</Kbd>
    </UnstyledButton>
  )
}

export const TopBar = (): ReactElement => {
  const { t } = useTranslate()
  const inspector = useViewStore((state) => state.panels.inspector)
  return (
    <header className={classes.bar}>
      <WindowMenu />
      <div className={classes.plan}>
        <PlanName />
        <SavedState />
      </div>
      <UndoRedo />
      <FindField />
      <Measures />
      <BarButton id="toggle-inspector" label={t('shell.inspector')} pressed={inspector}>
        <IconLayoutSidebarRight size={20} aria-hidden />
      </BarButton>
    </header>
  )
}
