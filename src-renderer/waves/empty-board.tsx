import { Button } from '@mantine/core'
import { IconPlus, IconWand } from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { openPropose } from '../propose/propose-state'
import { addWaveAndGo } from './board-keys'
import classes from './empty-board.module.css'

/** Where the waves would be: says what they are and what to do. */
export const EmptyWaves = (): ReactElement => {
  const { t } = useTranslate()
  return (
    <div className={classes.empty}>
      <h2>{t('waves.noWavesTitle')}</h2>
      <p>{t('waves.noWavesText')}</p>
      <div className={classes.buttons}>
        <Button leftSection={<IconWand size={18} aria-hidden />} onClick={openPropose}>{t('waves.propose')}</Button>
        <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={addWaveAndGo}>
          {t('waves.addWave')}
        </Button>
      </div>
    </div>
  )
}

/** A plan in which nothing can move. */
export const EmptyPlan = (): ReactElement => {
  const { t } = useTranslate()
  return (
    <div className={classes.empty}>
      <h2>{t('waves.noGroupsTitle')}</h2>
      <p>{t('waves.noGroupsText')}</p>
    </div>
  )
}
