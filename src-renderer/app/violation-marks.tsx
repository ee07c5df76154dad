import { IconAlertOctagonFilled, IconAlertTriangleFilled } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import type { Violation } from '@core/violations/violation'
import { useTranslate } from '../i18n/use-translate'
import classes from './violation-marks.module.css'

/** The one sign for hard and the one for a warning, everywhere. Silent unless it has a label: words stand beside it. */
export const SeverityIcon = ({ severity, size = 14, label }: {
  readonly severity: Violation['severity']
  readonly size?: number
  readonly label?: string
}): ReactElement => {
  const Icon = severity === 'hard' ? IconAlertOctagonFilled : IconAlertTriangleFilled
  return label === undefined ? <Icon size={size} aria-hidden /> : <Icon size={size} role="img" aria-label={label} />
}

/** How much is wrong: a sign and a number each, so that colour never says it alone. Nothing where nothing is. */
export const SeverityCounts = ({ hard, warnings }: { readonly hard: number; readonly warnings: number }): ReactElement | null => {
  const { t, formatNumber } = useTranslate()
  if (hard + warnings === 0) return null
  return (
    <span className={classes.marks}>
      {hard > 0 && (
        <span className={classes.hard} title={t('common.hardViolations', { count: hard })}>
          <SeverityIcon severity="hard" label={t('common.hard')} /> {formatNumber(hard)}
        </span>
      )}
      {warnings > 0 && (
        <span className={classes.warning} title={t('common.warnings', { count: warnings })}>
          <SeverityIcon severity="warning" label={t('common.warning')} /> {formatNumber(warnings)}
        </span>
      )}
    </span>
  )
}

/** How many hard violations and warnings; nothing at all where there are none. */
export const ViolationMarks = ({ violations }: { readonly violations: readonly Violation[] | undefined }): ReactElement | null => {
  if (!violations || violations.length === 0) return null
  const hard = violations.filter((violation) => violation.severity === 'hard').length
  return <SeverityCounts hard={hard} warnings={violations.length - hard} />
}
