import { memo, type ReactNode } from 'react'
import type { NodeProps } from '@xyflow/react'
import { IconAlertOctagonFilled, IconAlertTriangleFilled, IconChevronDown, IconChevronRight, IconLock } from '@tabler/icons-react'
import { isSettled } from '@core/plan/wave'
import { useTranslate } from '../i18n/use-translate'
import { colourOfWave, waveColour, type WaveColour } from '../theme/wave-colours'
import type { BlockData, FlowNode } from './flow-elements'
import { useGraph } from './graph-context'
import type { GraphModel } from './graph-model'
import { blockSentence, laneTitle } from './graph-words'
import { KindIcon } from '../items/kind-icon'
import styles from './graph.module.css'

const colourOf = (model: GraphModel, wave: number | null): WaveColour =>
  wave === null || wave < 0 ? waveColour(null) : colourOfWave(model.waves[wave] ?? null)

const Marks = ({ data }: { readonly data: BlockData }) => (
  <>
    {data.hard > 0 && (
      <span className={styles.hard}>
        <IconAlertOctagonFilled size={13} aria-hidden />
        {data.hard}
      </span>
    )}
    {data.warnings > 0 && (
      <span className={styles.warning}>
        <IconAlertTriangleFilled size={13} aria-hidden />
        {data.warnings}
      </span>
    )}
  </>
)

/**
 * React Flow measures where edges may end by these classes and attributes. Its own Handle component would subscribe
 * to the store twice a block for connecting by hand, which is not done here.
 */
const Ends = () => (
  <>
    <i className={`target ${styles.end}`} data-handlepos="left" />
    <i className={`source ${styles.end}`} data-handlepos="right" />
  </>
)

type BlockProps = { readonly data: BlockData; readonly className: string | undefined; readonly children: ReactNode }

const Block = ({ data, className, children }: BlockProps) => {
  const { model } = useGraph()
  const { t } = useTranslate()
  const colour = colourOf(model, data.wave)
  const outside = data.wave === null
  return (
    <div
      id={`graph-${data.scene.id}`}
      className={`${styles.block} ${className ?? ''}`}
      data-emphasis={data.emphasis}
      data-current={data.current || undefined}
      data-outside={outside || undefined}
      style={{ '--band': outside ? 'var(--ww-line-strong)' : colour.border, '--tint': outside ? 'var(--ww-surface)' : colour.background } as object}
      title={blockSentence(t, model, data)}
    >
      {children}
      <Ends />
    </div>
  )
}

export const ItemBlock = memo(({ data }: NodeProps<FlowNode>) => (
  <Block data={data} className={styles.item}>
    {data.kind && <KindIcon kind={data.kind} />}
    <span className={styles.name}>{data.name}</span>
    <Marks data={data} />
  </Block>
))
ItemBlock.displayName = 'ItemBlock'

export const GroupBlock = memo(({ data }: NodeProps<FlowNode>) => {
  const { toggleGroup, model } = useGraph()
  const { t } = useTranslate()
  const { scene } = data
  if (scene.kind !== 'group') return null
  const id = model.groups[scene.group]?.id ?? ''
  const label = t(scene.open ? 'graph.closeGroup' : 'graph.openGroup', { name: data.name })
  return (
    <Block data={data} className={scene.open ? styles.openGroup : styles.group}>
      <div className={styles.groupHead}>
        <button
          type="button"
          tabIndex={-1}
          className={`${styles.fold} nopan`}
          aria-label={label}
          title={label}
          onClick={(event) => {
            event.stopPropagation()
            toggleGroup(id, !scene.open)
          }}
        >
          {scene.open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
        </button>
        <span className={styles.name}>{data.name}</span>
        <Marks data={data} />
        {!scene.open && <span className={styles.count}>{data.items}</span>}
      </div>
    </Block>
  )
})
GroupBlock.displayName = 'GroupBlock'

export const RestBlock = memo(({ data }: NodeProps<FlowNode>) => {
  const { openLane } = useGraph()
  const { t } = useTranslate()
  const { scene } = data
  if (scene.kind !== 'rest') return null
  return (
    <button type="button" tabIndex={-1} id={`graph-${scene.id}`} className={`${styles.rest} nopan`} data-current={data.current || undefined} onClick={() => openLane(scene.lane)}>
      <span className={styles.name}>{t('graph.moreGroups', { count: scene.groups })}</span>
      <span className={styles.quiet}>
        {t('graph.items', { count: scene.items })} · {t('graph.openLane')}
      </span>
      <Ends />
    </button>
  )
})
RestBlock.displayName = 'RestBlock'

export const LaneBlock = memo(({ data }: NodeProps<FlowNode>) => {
  const { model } = useGraph()
  const { t } = useTranslate()
  const { scene } = data
  if (scene.kind !== 'lane') return null
  const colour = colourOf(model, data.wave)
  const wave = data.wave === null ? undefined : model.waves[data.wave]
  return (
    <div className={styles.lane} title={blockSentence(t, model, data)} style={{ '--band': data.wave === null ? 'var(--ww-line-strong)' : colour.border } as object}>
      <div className={styles.laneHead}>
        {wave && <span className={styles.laneNumber}>{wave.number}</span>}
        <span className={styles.laneTitle}>{wave ? (wave.name ?? t('graph.waveWord')) : laneTitle(t, model, scene.title)}</span>
        {wave && isSettled(wave) && <IconLock size={16} aria-hidden />}
        <span className={styles.laneCount}>{t('graph.items', { count: scene.items })}</span>
      </div>
    </div>
  )
})
LaneBlock.displayName = 'LaneBlock'
