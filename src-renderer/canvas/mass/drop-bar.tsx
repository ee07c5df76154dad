import type { Wave } from '@core/plan/wave'
import { useTranslate } from '../../i18n/use-translate'
import { colourOfWave } from '../../theme/wave-colours'
import { waveTitle } from '../graph-words'
import { Preview } from './drop-note'
import { useMassTools } from './mass-context'
import { useMass } from './mass-store'
import styles from './drop.module.css'

const DropCell = ({ wave }: { readonly wave: Wave | null }) => {
  const { t } = useTranslate()
  const id = wave?.id ?? ''
  const preview = useMass((state) => state.drag?.previews?.get(id))
  const isOver = useMass((state) => state.drag?.over === id)
  return (
    <div
      data-drop={id}
      data-over={isOver || undefined}
      className={styles.dropCell}
      style={{ '--band': wave ? colourOfWave(wave).border : 'var(--ww-line-strong)' } as object}
      title={waveTitle(t, wave ?? undefined)}
    >
      <b>{wave ? wave.number : t('graph.unplanned')}</b>
      {preview && <Preview preview={preview} />}
    </div>
  )
}

/** While something is dragged: every wave as a target, wherever one is in the picture, with what it would change. */
export const DropBar = () => {
  const { picture } = useMassTools()
  const { t } = useTranslate()
  const isDragging = useMass((state) => state.drag !== null)
  if (!isDragging) return null
  return (
    <div className={styles.dropBar} data-chrome>
      <p>{t('mass.dragHelp')}</p>
      <div className={styles.dropCells}>
        {[null, ...picture.model.waves].map((wave) => <DropCell key={wave?.id ?? ''} wave={wave} />)}
      </div>
    </div>
  )
}
