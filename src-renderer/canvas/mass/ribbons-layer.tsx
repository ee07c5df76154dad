import { useMemo } from 'react'
import { ViewportPortal, useStore } from '@xyflow/react'
import { useTranslate } from '../../i18n/use-translate'
import { laneTitle } from '../graph-words'
import { useMassTools } from './mass-context'
import { useMass } from './mass-store'
import { mostRibbons, ribbonBand, type Ribbon } from './ribbons'
import { Sign } from './sign'
import shared from '../canvas.module.css'
import styles from './lines.module.css'

/** Of the largest ribbons the sums are written without being asked for. */
const written = 6

const arc = (x1: number, x2: number, y: number, depth: number): string =>
  `M${Math.round(x1)},${Math.round(y)} C${Math.round(x1)},${Math.round(y + depth * 1.33)} ${Math.round(x2)},${Math.round(y + depth * 1.33)} ${Math.round(x2)},${Math.round(y)}`

const RibbonDrawing = ({ ribbon, place, most }: { readonly ribbon: Ribbon; readonly place: number; readonly most: number }) => {
  const { picture } = useMassTools()
  const { t } = useTranslate()
  const lane = useMass((state) => (state.cursor?.kind === 'lane' ? state.cursor.key : null))
  const { count, hard, broken } = ribbon
  const from = picture.lanes[ribbon.from]
  const to = picture.lanes[ribbon.to]
  const fromName = from ? laneTitle(t, picture.model, from.title) : ''
  const toName = to ? laneTitle(t, picture.model, to.title) : ''
  // Sentences cost more than the drawing: made anew only where a figure in them is another.
  const title = useMemo(() => [
    t('mass.betweenLanes', { count, from: fromName, to: toName }),
    ...(hard > 0 ? [t('mass.ofThemHard', { count: hard })] : []),
    ...(broken > 0 ? [t('mass.ofThemBroken', { count: broken })] : []),
  ].join(', '), [t, count, hard, broken, fromName, toName])
  if (!from || !to) return null
  const y = picture.bounds.height + 12
  const band = ribbonBand(picture.bounds.height) - 24
  const span = Math.abs(ribbon.from - ribbon.to) / Math.max(1, picture.lanes.length - 1)
  const depth = band * (0.25 + 0.75 * Math.sqrt(span))
  const x1 = from.x + from.width * 0.4
  const x2 = to.x + to.width * 0.6
  const isNear = lane === from.key || lane === to.key
  return (
    <g className={styles.ribbon} data-broken={ribbon.broken > 0 || undefined} data-near={isNear || undefined} data-apart={(lane !== null && !isNear) || undefined}>
      <title>{title}</title>
      <path d={arc(x1, x2, y, depth)} style={{ '--w': 1 + 11 * (Math.log2(ribbon.count + 1) / Math.log2(most + 1)) ** 3 } as object} />
      {/* A white thread in what is broken: who sees no red sees that. */}
      {broken > 0 && <path className={styles.thread} d={arc(x1, x2, y, depth)} />}
      <Sign at={{ x: x2, y }}><path className={styles.head} d="M-6,9 L0,-2 L6,9 Z" /></Sign>
      {(isNear || (lane === null && place < written)) && (
        <Sign at={{ x: (x1 + x2) / 2, y: y + depth }}>
          <text className={shared.lineWords} textAnchor="middle" dy="0.35em">{ribbon.count}</text>
        </Sign>
      )}
    </g>
  )
}

/** Sums between the lanes, hanging below them: they never cover what they are about. */
export const RibbonsLayer = () => {
  const { ribbons, picture } = useMassTools()
  const { ribbons: all } = ribbons
  const most = all[0]?.count ?? 1
  // With half a window to spare, so that they are there when they come into sight.
  const isSeen = useStore(({ height, transform: [, y, zoom] }) => picture.bounds.height * zoom + y < height * 1.5)
  if (!isSeen) return null
  return (
    <ViewportPortal>
      <svg className={shared.lines} data-ribbons aria-hidden>
        {all.slice(0, mostRibbons).map((ribbon, place) => (
          <RibbonDrawing key={`${ribbon.from}>${ribbon.to}`} ribbon={ribbon} place={place} most={most} />
        ))}
      </svg>
    </ViewportPortal>
  )
}
