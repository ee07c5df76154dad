import { IconAlertOctagonFilled, IconAlertTriangleFilled } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { Violation } from '@core/violations/violation'
import { useTranslate } from '../i18n/use-translate'
import classes from './violation-marks.module.css'

/** How many hard violations and warnings; nothing at all where there are none. */
export const ViolationMarks = ({ violations }: { readonly violations: readonly Violation[] | undefined }): ReactElement | null => {
  const { t } = useTranslate()
  if (!violations || violations.length === 0) return null
  const hard = violations.filter((violation) => violation.severity === 'hard').length
  const warnings = violations.length - hard
  return (
    <span className={classes.marks}>
      {hard > 0 && (
        <span className={classes.hard} title={t('common.hardViolations', { count: hard })}>
          <IconAlertOctagonFilled size={14} role="img" aria-label={t('common.hard')} /> {hard}
        </span>
      )}
      {warnings > 0 && (
        <span className={classes.warning} title={t('common.warnings', { count: warnings })}>
          <IconAlertTriangleFilled size={14} role="img" aria-label={t('common.warning')} /> {warnings}
        </span>
      )}
    </span>
  )
}
