import { IconAlertOctagonFilled, IconAlertTriangleFilled, IconCheck } from '@tabler/icons-react'
import type { MovePreview } from '@core/violations/preview-move'
import { useTranslate } from '../../i18n/use-translate'
import { useMass } from './mass-store'
import dropStyles from './drop.module.css'
import styles from './signs.module.css'

export const signed = (count: number, format: (count: number, digits: number) => string): string =>
  `${count > 0 ? '+' : '−'}${format(Math.abs(count), 0)}`

/** What dropping on a wave would change, in signs and figures: better, worse, or nothing. */
export const Preview = ({ preview }: { readonly preview: MovePreview }) => {
  const { t, formatNumber } = useTranslate()
  const { hard, warnings } = preview
  if (hard === 0 && warnings === 0) {
    return <span className={styles.noChange} title={t('mass.noChange')}><IconCheck size={14} aria-label={t('mass.noChange')} /></span>
  }
  return (
    <span className={styles.preview}>
      {hard !== 0 && <span className={hard > 0 ? styles.hard : styles.better}><IconAlertOctagonFilled aria-hidden />{signed(hard, formatNumber)}</span>}
      {warnings !== 0 && <span className={warnings > 0 ? styles.warning : styles.better}><IconAlertTriangleFilled aria-hidden />{signed(warnings, formatNumber)}</span>}
    </span>
  )
}

/** Of one wave, while something is dragged. */
export const DropNote = ({ target }: { readonly target: string | undefined }) => {
  const preview = useMass((state) => (target === undefined ? undefined : state.drag?.previews?.get(target)))
  return preview ? <span className={dropStyles.dropNote} data-drop-note><Preview preview={preview} /></span> : null
}
