import { useMemo } from 'react'
import { ViewportPortal, useStore } from '@xyflow/react'
import { useTranslate } from '../../i18n/use-translate'
import { laneTitle } from '../graph-words'
import { labelStep, signScale } from './levels'
import { pointAt } from './line-curve'
import { useMassTools } from './mass-context'
import { useMass } from './mass-store'
import type { Picture } from './picture-types'
import { placeLabels, type Label } from './place-labels'
import { mostRibbons, ribbonBand, type Ribbon } from './ribbons'
import { Sign } from './sign'
import shared from '../canvas.module.css'
import styles from './lines.module.css'

/** Of the largest ribbons the sums are written without being asked for. */
const written = 6

type Hanging = { readonly x1: number; readonly x2: number; readonly y: number; readonly depth: number }

/** From what needs to what is needed, deeper the further these are apart. */
const hangingOf = ({ lanes, bounds }: Picture, { from, to }: Ribbon): Hanging | null => {
  const [first, second] = [lanes[from], lanes[to]]
  if (!first || !second) return null
  const span = Math.abs(from - to) / Math.max(1, lanes.length - 1)
  const depth = (ribbonBand(bounds.height) - 24) * (0.25 + 0.75 * Math.sqrt(span))
  return { x1: first.x + first.width * 0.4, x2: second.x + second.width * 0.6, y: bounds.height + 12, depth }
}

const keyOf = ({ from, to }: Ribbon): string => `${from}>${to}`

const arc = ({ x1, x2, y, depth }: Hanging): string =>
  `M${Math.round(x1)},${Math.round(y)} C${Math.round(x1)},${Math.round(y + depth * 1.33)} ${Math.round(x2)},${Math.round(y + depth * 1.33)} ${Math.round(x2)},${Math.round(y)}`

const RibbonDrawing = ({ ribbon, most }: { readonly ribbon: Ribbon; readonly most: number }) => {
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
  const hanging = hangingOf(picture, ribbon)
  if (!hanging) return null
  const isNear = lane !== null && (lane === from?.key || lane === to?.key)
  return (
    <g className={styles.ribbon} data-broken={ribbon.broken > 0 || undefined} data-near={isNear || undefined} data-apart={(lane !== null && !isNear) || undefined}>
      <title>{title}</title>
      <path d={arc(hanging)} style={{ '--w': 1 + 11 * (Math.log2(ribbon.count + 1) / Math.log2(most + 1)) ** 3 } as object} />
      {/* A thread in what is broken: who sees no red sees that. */}
      {broken > 0 && <path className={styles.thread} d={arc(hanging)} />}
      <Sign at={{ x: hanging.x2, y: hanging.y }}><path className={styles.head} d="M-6,9 L0,-2 L6,9 Z" /></Sign>
    </g>
  )
}

/** Parts of an arc at which its sum may stand. */
const stations = [0.5, 0.42, 0.58, 0.34, 0.66] as const

const sumLabel = (picture: Picture, ribbon: Ribbon): Label => {
  const { x1, x2, y, depth } = hangingOf(picture, ribbon) ?? { x1: 0, x2: 0, y: 0, depth: 0 }
  const points = [x1, y, x1, y + depth * 1.33, x2, y + depth * 1.33, x2, y]
  return { id: keyOf(ribbon), text: String(ribbon.count), places: stations.map((part) => pointAt(points, part)) }
}

/** The largest sums, or those of the lane that the keyboard is at; each where no other is written. */
const Sums = ({ ribbons }: { readonly ribbons: readonly Ribbon[] }) => {
  const { picture } = useMassTools()
  const unit = signScale(useStore(({ transform }) => labelStep(transform[2])))
  const key = useMass((state) => (state.cursor?.kind === 'lane' ? state.cursor.key : null))
  const labels = useMemo(() => {
    const lane = picture.lanes.findIndex((one) => one.key === key)
    const wanted = lane < 0 ? ribbons.slice(0, written) : ribbons.filter(({ from, to }) => from === lane || to === lane)
    const all = wanted.map((ribbon) => sumLabel(picture, ribbon))
    const places = placeLabels(all, [], unit, { left: -Infinity, right: Infinity })
    return all.map(({ id, text }) => ({ id, text, at: places.get(id) }))
  }, [picture, ribbons, key, unit])
  return labels.map(({ id, text, at }) => at && (
    <Sign key={id} at={at}><text className={shared.lineWords} textAnchor="middle" dy="0.35em">{text}</text></Sign>
  ))
}

/** Sums between the lanes, hanging below them: they never cover what they are about. */
export const RibbonsLayer = () => {
  const { ribbons, picture } = useMassTools()
  const { ribbons: all } = ribbons
  const most = all[0]?.count ?? 1
  // With half a window to spare, so that they are there when they come into sight.
  const isSeen = useStore(({ height, transform: [, y, zoom] }) => picture.bounds.height * zoom + y < height * 1.5)
  const drawn = useMemo(() => all.slice(0, mostRibbons), [all])
  if (!isSeen) return null
  return (
    <ViewportPortal>
      <svg className={shared.lines} data-ribbons aria-hidden>
        {drawn.map((ribbon) => <RibbonDrawing key={keyOf(ribbon)} ribbon={ribbon} most={most} />)}
        <Sums ribbons={drawn} />
      </svg>
    </ViewportPortal>
  )
}
