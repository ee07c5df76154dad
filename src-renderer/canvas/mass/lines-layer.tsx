import { useMemo } from 'react'
import { ViewportPortal } from '@xyflow/react'
import type { Translate } from '@core/messages/translator'
import { useTranslate } from '../../i18n/use-translate'
import type { Box } from '../lane-title'
import { dependenciesAt, dependenciesOfViolations, linesOf, noLines, type Line, type Lines } from './lines'
import { curveOf } from './line-curve'
import { Sign } from './sign'
import { useMassTools, type MassTools } from './mass-context'
import { useMass } from './mass-store'
import shared from '../canvas.module.css'
import styles from './lines.module.css'

/** What is asked to be seen: what lies under the pointer, else a lane's violations, else what is selected. */
export const useLines = (): Lines => {
  const { picture, marks, evaluation, selected } = useMassTools()
  const hover = useMass((state) => state.hover)
  const violationsOf = useMass((state) => state.violationsOf)
  const isDragging = useMass((state) => state.drag !== null)
  return useMemo(() => {
    if (isDragging) return noLines
    if (hover) return linesOf(picture, dependenciesAt(picture, hover.items))
    const lane = picture.lanes.findIndex(({ key }) => key === violationsOf)
    if (lane >= 0) return linesOf(picture, dependenciesOfViolations(picture, evaluation.violations, marks.violationsOfLane[lane] ?? []))
    if (selected.size > 0) return linesOf(picture, dependenciesAt(picture, selected))
    return noLines
  }, [picture, marks, evaluation, selected, hover, violationsOf, isDragging])
}

/** Words on a line: weight where it is a sum; order, latency and price where it is one dependency. */
const lineWords = (t: Translate, { count, only }: Line): string => {
  if (!only) return count > 1 ? String(count) : ''
  return [
    ...(only.order === 'together' && only.strength === 'soft' ? [t('mass.orderTogether')] : []),
    ...(only.order === 'provider-first' ? [t('mass.orderFirst')] : []),
    ...(only.maxLatencyMs === undefined ? [] : [t('mass.latency', { ms: only.maxLatencyMs })]),
    ...(only.strength === 'soft' && only.pricePerDay !== undefined ? [t('mass.price', { price: only.pricePerDay })] : []),
  ].join(' · ')
}

/** Beyond so many lines their words would cover each other; far out sooner. */
const mostWords = { near: 24, far: 6 } as const

const LineDrawing = ({ line, hasWords }: { readonly line: Line; readonly hasWords: boolean }) => {
  const { t } = useTranslate()
  const { path, middle, end, angle, start } = curveOf(line.from, line.to)
  const isHard = line.hard > 0
  const width = Math.min(6, (isHard ? 1.8 : 1.4) + Math.log2(line.count) * 0.6)
  const words = hasWords ? lineWords(t, line) : ''
  const order = line.only?.strength === 'hard' ? undefined : line.only?.order
  return (
    <g className={styles.line} data-broken={line.broken > 0 || undefined} data-soft={!isHard || undefined} data-line={line.id}>
      <path d={path} style={{ '--w': width } as object} />
      <Sign at={end} angle={angle}>
        {order === 'provider-first' && <path className={styles.bar} d="M-13,-7 V7" />}
        {order === 'together' ? <circle r="5" /> : <path className={styles.head} d="M-11,-5.5 L0,0 L-11,5.5 Z" />}
      </Sign>
      {order === 'together' && <Sign at={start}><circle r="5" /></Sign>}
      {line.broken > 0 && (
        <Sign at={middle}>
          <circle className={styles.mark} r="9" />
          <text className={styles.markText} textAnchor="middle" dy="0.36em">!</text>
        </Sign>
      )}
      {words !== '' && (
        <Sign at={middle}>
          <text className={shared.lineWords} textAnchor="middle" dy={line.broken > 0 ? '-1em' : '-0.4em'}>{words}</text>
        </Sign>
      )}
    </g>
  )
}

const Frame = ({ box, name }: { readonly box: Box; readonly name: string | null }) => (
  <g className={styles.frame}>
    <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={6} />
    {name !== null && (
      <Sign at={{ x: box.x + box.width / 2, y: box.y }}>
        <text className={shared.lineWords} textAnchor="middle" dy="-0.35em">{name}</text>
      </Sign>
    )}
  </g>
)

/** Ends are named while there are few enough of them to be read. */
const mostNames = 14

const framesOf = ({ picture }: MassTools, { lines }: Lines): { id: string; box: Box; name: string | null }[] => {
  const boxes = new Map<string, Box>()
  for (const line of lines) {
    const [from = '', to = ''] = line.id.split('>')
    boxes.set(from, line.from)
    boxes.set(to, line.to)
  }
  const hasNames = boxes.size <= mostNames
  const nameOf = (id: string): string | null => {
    const at = Number(id.slice(1))
    if (id.startsWith('i')) return picture.model.items[at]?.name ?? null
    return id.startsWith('b') ? (picture.model.groups[picture.blocks.group[at] ?? -1]?.name ?? null) : null
  }
  return [...boxes].map(([id, box]) => ({ id, box, name: hasNames ? nameOf(id) : null }))
}

/** The dependencies that were asked for, over everything else. */
export const LinesLayer = ({ lines }: { readonly lines: Lines }) => {
  const tools = useMassTools()
  const frames = useMemo(() => framesOf(tools, lines), [tools, lines])
  const level = useMass((state) => state.level)
  const isFar = level === 'programme' || level === 'groups'
  if (lines.lines.length === 0) return null
  return (
    <ViewportPortal>
      <svg className={shared.lines} aria-hidden>
        {frames.map(({ id, box, name }) => <Frame key={id} box={box} name={level === 'cards' ? null : name} />)}
        {lines.lines.map((line) => <LineDrawing key={line.id} line={line} hasWords={lines.lines.length <= (isFar ? mostWords.far : mostWords.near)} />)}
      </svg>
    </ViewportPortal>
  )
}
