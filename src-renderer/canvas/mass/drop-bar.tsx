import { useTranslate } from '../../i18n/use-translate'
import { colourOfWave } from '../../theme/wave-colours'
import { Preview } from './drop-note'
import { useMassTools } from './mass-context'
import { useMass } from './mass-store'
import styles from './mass.module.css'

/** While something is dragged: every wave as a target, wherever one is in the picture, with what it would change. */
export const DropBar = () => {
  const { picture } = useMassTools()
  const { t } = useTranslate()
  const drag = useMass((state) => state.drag)
  if (!drag) return null
  const targets = [{ id: '', wave: null }, ...picture.model.waves.map((wave) => ({ id: wave.id, wave }))]
  return (
    <div className={styles.dropBar} data-chrome>
      <p>{t('mass.dragHelp')}</p>
      <div className={styles.dropCells}>
        {targets.map(({ id, wave }) => {
          const preview = drag.previews?.get(id)
          return (
            <div
              key={id}
              data-drop={id}
              data-over={drag.over === id || undefined}
              className={styles.dropCell}
              style={{ '--band': wave ? colourOfWave(wave).border : 'var(--ww-line-strong)' } as object}
              title={wave?.name ?? t('graph.unplanned')}
            >
              <b>{wave ? wave.number : t('graph.unplanned')}</b>
              {preview && <Preview preview={preview} />}
            </div>
          )
        })}
      </div>
    </div>
  )
}
