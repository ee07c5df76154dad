import { Button, Tooltip } from '@mantine/core'
import { useTranslate } from '../../i18n/use-translate'
import { setHiddenItems, setSettings, useGraphSettings } from '../../stores/graph-settings-store'
import type { Lines } from './lines'
import { useMassTools } from './mass-context'
import styles from './legend.module.css'

/** What the picture does not show, and the way to have it back. */
export const Missing = ({ lines }: { readonly lines: Lines }) => {
  const { picture } = useMassTools()
  const { t } = useTranslate()
  const total = picture.model.dependencies.length
  const foundNothing = useGraphSettings((state) => state.matchedItemIds?.size === 0)
  const hidden = picture.model.items.length - picture.shown
  return (
    <>
      {foundNothing && <strong className={styles.note} role="status">{t('mass.foundNothing')}</strong>}
      {hidden > 0 && (
        <span className={styles.note}>
          {t('mass.hiddenItems', { count: hidden })}
          <Button size="compact-xs" variant="subtle" onClick={() => { setSettings({ hidden: [], filter: null }); setHiddenItems(null) }}>{t('mass.showHidden')}</Button>
        </span>
      )}
      {total > 0 && (
        <Tooltip label={t('mass.notDrawnHint')} multiline w={300}>
          <span className={styles.note} data-drawn-count={lines.drawn}>
            {lines.drawn > 0 && `${t('mass.drawn', { count: lines.drawn })}, `}{t('mass.notDrawn', { count: total - lines.drawn })}
          </span>
        </Tooltip>
      )}
    </>
  )
}
