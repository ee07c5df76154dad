import { useTranslate } from '../../i18n/use-translate'
import type { Lines } from './lines'
import legendStyles from './legend.module.css'
import styles from './lines.module.css'

const Sample = ({ dashed = false, broken = false }: { readonly dashed?: boolean; readonly broken?: boolean }) => (
  <svg width="34" height="12" aria-hidden className={styles.line} data-broken={broken || undefined} data-soft={dashed || undefined}>
    <path d="M1,6 H24" style={{ '--w': broken ? 3 : 2 } as object} />
    <path className={styles.head} d="M23,1.5 L33,6 L23,10.5 Z" />
  </svg>
)

/** How dependencies are drawn; shown only while there are any. */
export const LineSigns = ({ lines }: { readonly lines: Lines }) => {
  const { t } = useTranslate()
  if (lines.lines.length === 0) return null
  return (
    <dl className={legendStyles.signs} data-chrome>
      <div><dt><Sample /></dt><dd>{t('graph.hard')}</dd></div>
      <div><dt><Sample dashed /></dt><dd>{t('graph.soft')}</dd></div>
      <div><dt><Sample broken /></dt><dd>{t('graph.broken')}</dd></div>
      <div>
        <dt><svg width="34" height="12" aria-hidden className={styles.line}><path d="M2,6 H30" /><path className={styles.bar} d="M30,1 V11" /></svg></dt>
        <dd>{t('mass.provider')}</dd>
      </div>
      <div>
        <dt><svg width="34" height="12" aria-hidden className={styles.line}><path d="M5,6 H29" /><circle cx="5" cy="6" r="4" /><circle cx="29" cy="6" r="4" /></svg></dt>
        <dd>{t('mass.together')}</dd>
      </div>
    </dl>
  )
}
