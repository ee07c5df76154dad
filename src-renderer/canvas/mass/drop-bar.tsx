import { IconAlertOctagonFilled, IconAlertTriangleFilled, IconArrowBackUp } from '@tabler/icons-react'
import type { Wave } from '@core/plan/wave'
import { useTranslate } from '../../i18n/use-translate'
import { colourOfWave } from '../../theme/wave-colours'
import { waveTitle } from '../graph-words'
import { Preview, signed } from './drop-note'
import { useMassTools } from './mass-context'
import { useMass } from './mass-store'
import styles from './drop.module.css'

/** Beyond so many waves their cells have no room for prices. */
const mostPrices = 10

const DropCell = ({ wave, hasPrice }: { readonly wave: Wave | null; readonly hasPrice: boolean }) => {
  const { t, formatNumber } = useTranslate()
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
      <b>{wave ? wave.number : hasPrice ? t('graph.unplanned') : <IconArrowBackUp size={18} aria-label={t('graph.unplanned')} />}</b>
      {preview && <Preview preview={preview} />}
      {preview && hasPrice && Math.abs(preview.bridgePrice) >= 0.5 && <small>{t('waves.previewBridges', { change: signed(preview.bridgePrice, formatNumber) })}</small>}
    </div>
  )
}

/** The plan's measures as they are, and as they would be where the hand is now. */
const Heading = () => {
  const { picture, evaluation } = useMassTools()
  const { t, formatNumber } = useTranslate()
  const over = useMass((state) => state.drag?.over ?? null)
  const preview = useMass((state) => (over === null ? undefined : state.drag?.previews?.get(over)))
  if (!preview) return <p>{t('mass.dragHelp')}</p>
  const wave = picture.model.waves.find(({ id }) => id === over)
  const change = (before: number, by: number): string => `${formatNumber(before, 0)} → ${formatNumber(before + by, 0)}`
  const { hard, warnings, bridges } = evaluation
  return (
    <p className={styles.live} data-live>
      <b>{waveTitle(t, wave)}</b>
      <span data-kind="hard"><IconAlertOctagonFilled size={14} aria-hidden />{t('shell.measureHard')} {change(hard, preview.hard)}</span>
      <span data-kind="warning"><IconAlertTriangleFilled size={14} aria-hidden />{t('shell.measureWarnings')} {change(warnings, preview.warnings)}</span>
      <span>{t('shell.measureBridges')} {change(bridges.price, preview.bridgePrice)}</span>
      {preview.effortAfter !== null && (
        <span>
          {wave?.capacity === undefined
            ? t('common.personDays', { count: preview.effortAfter, figure: formatNumber(preview.effortAfter) })
            : t('mass.loadOf', { effort: preview.effortAfter, count: wave.capacity })}
        </span>
      )}
    </p>
  )
}

/** While something is dragged: every wave as a target, wherever one is in the picture, with what it would change. */
export const DropBar = () => {
  const { picture } = useMassTools()
  const isDragging = useMass((state) => state.drag !== null)
  const { waves } = picture.model
  if (!isDragging) return null
  return (
    <div className={styles.dropBar} data-chrome>
      <Heading />
      <div className={styles.dropCells} data-many={waves.length > mostPrices || undefined}>
        {[null, ...waves].map((wave) => <DropCell key={wave?.id ?? ''} wave={wave} hasPrice={waves.length <= mostPrices} />)}
      </div>
    </div>
  )
}
