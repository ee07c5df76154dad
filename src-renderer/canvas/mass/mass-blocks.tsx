import { memo } from 'react'
import type { NodeProps, NodeTypes } from '@xyflow/react'
import { useTranslate } from '../../i18n/use-translate'
import { kindKeys } from '../../i18n/words'
import { flag } from './marks'
import { violationWords } from './mass-words'
import { grid } from './picture-types'
import { shortened } from './shortened'
import { kindImage } from './sign-images'
import type { MassFlowNode } from './use-mass-nodes'
import styles from './blocks.module.css'
import signsStyles from './signs.module.css'

export const ViolationCounts = ({ hard, warnings }: { readonly hard: number; readonly warnings: number }) => (
  <>
    {hard > 0 && <span className={signsStyles.hard} data-sign>{hard}</span>}
    {warnings > 0 && <span className={signsStyles.warning} data-sign>{warnings}</span>}
  </>
)

const emphasis = (bits: number): 'selected' | 'found' | 'dimmed' | undefined => {
  if ((bits & flag.selected) !== 0) return 'selected'
  if ((bits & flag.found) !== 0) return 'found'
  return (bits & flag.dimmed) !== 0 ? 'dimmed' : undefined
}

/** The name of a group over the texture of its items; by it the group is taken. */
export const BlockLabel = memo(({ data }: NodeProps<MassFlowNode>) => {
  const { t } = useTranslate()
  if (data.kind !== 'block') return null
  const { block, name, label, hasCount, count, hard, warnings } = data
  return (
    <div className={styles.block} data-block={block} title={`${name}, ${t('graph.items', { count })}, ${violationWords(t, hard, warnings)}`}>
      <div className={styles.blockLabel} data-grab="block" data-emphasis={emphasis(data.bits)}>
        {label !== '' && <span className={styles.blockName}>{label}</span>}
        {hasCount && <span className={styles.count}>{count}</span>}
        <ViolationCounts hard={hard} warnings={warnings} />
      </div>
    </div>
  )
})
BlockLabel.displayName = 'BlockLabel'

/** Pixels of a card beside its words: its band and the edges, its icon, and each digit and sign of its counts. */
const beside = { edges: 21, icon: 19, sign: 18, digit: 7 } as const

const roomForName = (hard: number, warnings: number): number =>
  [hard, warnings].reduce((room, count) => (count > 0 ? room - beside.sign - beside.digit * String(count).length : room),
    grid.itemWidth - beside.edges - beside.icon)

/** One item with its fields: only as near as they can be read. */
export const ItemCard = memo(({ data }: NodeProps<MassFlowNode>) => {
  const { t } = useTranslate()
  if (data.kind !== 'card') return null
  const { item, hard, warnings } = data
  const fields = [item.organisation, item.serviceArea, item.supplier, item.environment].filter((field) => field !== undefined)
  const said = fields.length > 0 ? fields.join(' · ') : t(kindKeys[item.kind])
  return (
    <div
      className={styles.card}
      data-grab="item"
      data-item={item.id}
      data-emphasis={emphasis(data.bits)}
      style={{ '--band': data.band } as object}
      title={`${item.name}, ${t(kindKeys[item.kind])}, ${violationWords(t, hard, warnings)}`}
    >
      <span className={styles.cardHead} style={{ backgroundImage: kindImage(item.kind) }}>
        <span className={styles.cardName}>{shortened(item.name, 'name', roomForName(hard, warnings))}</span>
        <ViolationCounts hard={hard} warnings={warnings} />
      </span>
      <span className={styles.fields}>{shortened(said, 'field', grid.itemWidth - beside.edges)}</span>
    </div>
  )
})
ItemCard.displayName = 'ItemCard'

export const massNodeTypes: NodeTypes = { block: BlockLabel, card: ItemCard }
