import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconDeviceFloppy, IconDeviceLaptop, IconLoader2 } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { keepAgain, usePlanStore } from '../stores/plan-store'
import { fileNameOf, savePlan } from './plan-files'
import { savedStateOf } from './saved-state-of'
import classes from './top-bar.module.css'

/** Where the plan is kept right now. Says no more than is true. */
export const SavedState = (): ReactElement => {
  const { t } = useTranslate()
  const kept = usePlanStore((state) => state.kept)
  const reason = usePlanStore((state) => state.keptReason)
  const filePath = usePlanStore((state) => state.filePath)
  const fileSaved = usePlanStore((state) => state.fileSaved)
  const file = filePath === null ? '' : fileNameOf(filePath)
  const state = savedStateOf({ kept, filePath, fileSaved })
  switch (state) {
    case 'not-kept':
      return (
        <UnstyledButton className={`${classes.saved} ${classes.notKept}`} onClick={() => void keepAgain()} title={`${t('shell.notKept', { reason: reason ?? '' })}. ${t('shell.keepAgain')}`} role="alert">
          <IconAlertTriangle size={14} aria-hidden />
          <span>{t('shell.notKept', { reason: reason ?? '' })}</span>
        </UnstyledButton>
      )
    case 'keeping':
      return <p className={classes.saved} data-saved={state}><IconLoader2 size={14} aria-hidden /><span>{t('shell.keeping')}</span></p>
    case 'in-file':
      return <p className={classes.saved} data-saved={state} title={filePath ?? ''}><IconCircleCheck size={14} aria-hidden /><span>{t('shell.savedToFile', { file })}</span></p>
    case 'newer-than-file':
      return (
        <UnstyledButton className={classes.saved} data-saved={state} onClick={() => void savePlan()} title={`${t('shell.keptNotInFile', { file })}. ${t('menu.savePlan')}`}>
          <IconDeviceFloppy size={14} aria-hidden /><span>{t('shell.keptNotInFile', { file })}</span>
        </UnstyledButton>
      )
    case 'in-no-file':
      return (
        <UnstyledButton className={classes.saved} data-saved={state} onClick={() => void savePlan()} title={`${t('shell.keptOnly')}. ${t('menu.savePlan')}`}>
          <IconDeviceLaptop size={14} aria-hidden /><span>{t('shell.keptOnly')}</span>
        </UnstyledButton>
      )
  }
}
