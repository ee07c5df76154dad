import { Button } from '@mantine/core'
import { useTranslate } from '../../i18n/use-translate'
import { showView } from '../../stores/view-store'
import styles from './stage.module.css'

/** Where the browser cannot draw in a worker there is no picture, and a way to the table, which has the same estate. */
export const NoCanvas = () => {
  const { t } = useTranslate()
  return (
    <div className={styles.noCanvas}>
      <p>{t('mass.noCanvas')}</p>
      <Button onClick={() => showView('estate')}>{t('mass.toTable')}</Button>
    </div>
  )
}
