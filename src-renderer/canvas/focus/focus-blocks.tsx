import { memo } from 'react'
import type { ReactElement } from 'react'
import type { NodeProps } from '@xyflow/react'
import { SeverityCounts } from '../../app/violation-marks'
import { WaveChip } from '../../app/wave-chip'
import { useTranslate } from '../../i18n/use-translate'
import { KindIcon } from '../../items/kind-icon'
import { useViewStore } from '../../stores/view-store'
import { colourOfWave } from '../../theme/wave-colours'
import { useFocusMarks } from './focus-context'
import type { FocusFlowNode } from './focus-elements'
import { blockSentence, stubSentence } from './focus-words'
import shared from '../canvas.module.css'
import styles from './focus.module.css'

export const ItemBlock = memo(({ id, data }: NodeProps<FocusFlowNode>): ReactElement | null => {
  const { t, formatNumber } = useTranslate()
  const { current, pointedAt, near } = useFocusMarks()
  const selected = useViewStore((state) => data.kind === 'item' && state.selection.itemIds.has(data.item.id))
  if (data.kind !== 'item') return null
  const { item, wave, moreNeeds, moreNeededBy, isRoot } = data
  const apart = near !== null && !near.has(id)
  return (
    <div
      className={styles.block} title={pointedAt === id ? blockSentence(t, data) : undefined} data-selected={selected || undefined} data-root={isRoot || undefined}
      data-current={current === id || undefined} data-apart={apart || undefined} data-outside={wave === undefined || undefined}
      style={{ '--band': wave === undefined ? 'var(--ww-line-strong)' : colourOfWave(wave).border } as object}
    >
      <span className={styles.head}>
        <KindIcon kind={item.kind} size={17} />
        <span className={styles.name}>{item.name}</span>
      </span>
      <span className={styles.foot}>
        {moreNeededBy > 0 && <span className={styles.more}>‹ {formatNumber(moreNeededBy)}</span>}
        {wave !== undefined && <span className={styles.wave}><WaveChip short wave={wave} /></span>}
        <SeverityCounts hard={data.hard} warnings={data.warnings} />
        <span className={shared.spacer} />
        {moreNeeds > 0 && <span className={styles.more}>{formatNumber(moreNeeds)} ›</span>}
      </span>
    </div>
  )
})
ItemBlock.displayName = 'ItemBlock'

export const StubBlock = memo(({ id, data }: NodeProps<FocusFlowNode>): ReactElement | null => {
  const { t } = useTranslate()
  const { current, near } = useFocusMarks()
  if (data.kind !== 'stub') return null
  return (
    <div className={styles.stub} title={`${stubSentence(t, data)}. ${t('focus.stubOpen')}`} data-current={current === id || undefined} data-apart={(near !== null && !near.has(id)) || undefined}>
      <span className={styles.name}>{stubSentence(t, data)}</span>
    </div>
  )
})
StubBlock.displayName = 'StubBlock'
