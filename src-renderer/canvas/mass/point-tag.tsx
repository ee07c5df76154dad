import { ViewportPortal, useStore } from '@xyflow/react'
import { useTranslate } from '../../i18n/use-translate'
import { kindKeys } from '../../i18n/words'
import { laneTitle } from '../graph-words'
import { nameOfBlock } from './geometry-message'
import { ViolationCounts } from './mass-blocks'
import { useMassTools } from './mass-context'
import { useMass } from './mass-store'
import { usePointed } from './use-pointed'
import styles from './tag.module.css'

/** Room that a tag needs above what it names, and to each side of its middle, in pixels of the window. */
const room = { above: 38, beside: 130 } as const

/** Names what the pointer or the keyboard is at, as large at any distance: far out nothing else does. */
export const PointTag = () => {
  const tools = useMassTools()
  const { t } = useTranslate()
  const isWanted = useMass((state) => state.level !== 'cards' && state.drag === null)
  const found = usePointed(tools)
  const pointed = isWanted ? found : null
  const box = pointed?.box ?? { x: 0, y: 0, width: 0, height: 0 }
  const middle = box.x + box.width / 2
  const isBelow = useStore(({ transform: [, y, zoom] }) => box.y * zoom + y < room.above)
  const side = useStore(({ width, transform: [x, , zoom] }) => {
    const at = middle * zoom + x
    return at < room.beside ? 'right' : at > width - room.beside ? 'left' : 'middle'
  })
  if (!pointed || pointed.kind === 'lane') return null
  const { picture, marks } = tools
  const { model, blocks, lanes } = picture
  const { at, kind } = pointed
  const isBlock = kind === 'block'
  const count = isBlock ? (blocks.end[at] ?? 0) - (blocks.start[at] ?? 0) : 1
  const item = isBlock ? (picture.order[blocks.start[at] ?? 0] ?? -1) : at
  const lane = lanes[blocks.lane[isBlock ? at : (picture.blockOf[at] ?? -1)] ?? -1]
  const name = isBlock ? nameOfBlock(picture, at, (of) => laneTitle(t, model, of.title)) : (model.items[at]?.name ?? '')
  const inLane = lane ? laneTitle(t, model, lane.title) : name
  const what = count > 1 ? t('graph.items', { count }) : t(kindKeys[model.items[item]?.kind ?? 'application'])
  return (
    <ViewportPortal>
      <div
        className={styles.tag}
        data-point-tag
        data-below={isBelow || undefined}
        data-side={side}
        aria-hidden
        style={{ transform: `translate(${middle}px, ${isBelow ? box.y + box.height : box.y}px) scale(var(--sign))` }}
      >
        <div>
          <b>{name}</b>
          <span>{what}</span>
          {inLane !== name && <span>{inLane}</span>}
          <ViolationCounts
            hard={isBlock ? (marks.hardOfBlock[at] ?? 0) : (model.hardOfItem[at] ?? 0)}
            warnings={isBlock ? (marks.warningsOfBlock[at] ?? 0) : (model.warningsOfItem[at] ?? 0)}
          />
        </div>
      </div>
    </ViewportPortal>
  )
}
