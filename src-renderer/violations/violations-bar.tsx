import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconCircleCheck } from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import { activeScenario } from '@core/plan/plan-document'
import { SeverityIcon } from '../app/violation-marks'
import { useTranslate } from '../i18n/use-translate'
import { useEvaluation, usePlanDocument } from '../stores/plan-store'
import { togglePanel, useViewStore } from '../stores/view-store'
import classes from './violations.module.css'

/** Nothing is wrong: and whether that is because all is planned, or because little is. */
export const useNoViolationsText = (): string => {
  const { t } = useTranslate()
  const { groups } = activeScenario(usePlanDocument())
  return t(groups.some((group) => group.waveId === null) ? 'shell.violationsNoneUnplanned' : 'shell.violationsNone')
}

/** The head of the list: how many, and folding it. Stands alone at the bottom when the list is folded. */
export const ViolationsBar = ({ children }: { readonly children?: ReactNode }): ReactElement => {
  const { t } = useTranslate()
  const { hard, warnings } = useEvaluation()
  const none = useNoViolationsText()
  const open = useViewStore((state) => state.panels.violations)
  const Chevron = open ? IconChevronDown : IconChevronUp
  const label = t('menu.toggleViolations')
  return (
    <div className={classes.bar}>
      <UnstyledButton className={classes.title} onClick={() => togglePanel('violations')} aria-expanded={open}>
        <h2>{t('shell.violations')}</h2>
        {hard + warnings === 0 && <span className={classes.fine}><IconCircleCheck size={16} aria-hidden /> {none}</span>}
        {hard > 0 && <span className={classes.hard}><SeverityIcon severity="hard" size={15} /> {t('common.hardViolations', { count: hard })}</span>}
        {warnings > 0 && <span className={classes.warning}><SeverityIcon severity="warning" size={15} /> {t('common.warnings', { count: warnings })}</span>}
      </UnstyledButton>
      {children}
      <Tooltip label={label}>
        <ActionIcon aria-label={label} onClick={() => togglePanel('violations')}><Chevron size={18} aria-hidden /></ActionIcon>
      </Tooltip>
    </div>
  )
}
