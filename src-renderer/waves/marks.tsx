import { IconAlertTriangleFilled, IconCircleXFilled } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import classes from './marks.module.css'

/** How much is wrong: an icon and a number each, so that colour never says it alone. Nothing where nothing is. */
export const Marks = ({ hard, warnings }: { readonly hard: number; readonly warnings: number }): ReactElement | null => {
  const { t } = useTranslate()
  if (hard + warnings === 0) return null
  return (
    <span className={classes.marks}>
      {hard > 0 && (
        <span className={classes.hard} title={t('waves.hard', { count: hard })}>
          <IconCircleXFilled size={14} aria-hidden />{hard}
        </span>
      )}
      {warnings > 0 && (
        <span className={classes.warning} title={t('waves.warnings', { count: warnings })}>
          <IconAlertTriangleFilled size={14} aria-hidden />{warnings}
        </span>
      )}
    </span>
  )
}
