import { useMemo } from 'react'
import { ViewportPortal, useStore } from '@xyflow/react'
import type { Translate } from '@core/messages/translator'
import { useTranslate } from '../../i18n/use-translate'
import type { Box } from '../lane-title'
import { itemsOfBlock } from './hit'
import { dependenciesAt, dependenciesOfViolations, linesOf, noLines, type Line, type Lines } from './lines'
import { labelStep, signScale } from './levels'
import { lineWords } from './line-words'
import { curveOf, pointAt } from './line-curve'
import { placeLabels, widthOfLabel, type Label } from './place-labels'
import { usePointed } from './use-pointed'
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
    if (hover?.hasLines) return linesOf(picture, dependenciesAt(picture, hover.items))
    const lane = picture.lanes.findIndex(({ key }) => key === violationsOf)
    if (lane >= 0) return linesOf(picture, dependenciesOfViolations(picture, evaluation.violations, marks.violationsOfLane[lane] ?? []))
    if (selected.size > 0) return linesOf(picture, dependenciesAt(picture, selected))
    return noLines
  }, [picture, marks, evaluation, selected, hover, violationsOf, isDragging])
}

/** Beyond so many broken lines their signs would cover each other: then their colour and width must do. */
const mostSigns = 12

const LineDrawing = ({ line, hasSign }: { readonly line: Line; readonly hasSign: boolean }) => {
  const { path, middle, end, angle, start } = curveOf(line.from, line.to)
  const isHard = line.hard > 0
  const width = Math.min(line.id.startsWith('l') ? 3.5 : 6, (isHard ? 1.8 : 1.4) + Math.log2(line.count) * 0.6)
  const order = line.only?.strength === 'hard' ? undefined : line.only?.order
  return (
    <g className={styles.line} data-broken={line.broken > 0 || undefined} data-soft={!isHard || undefined} data-line={line.id}>
      <path d={path} style={{ '--w': width } as object} />
      <Sign at={end} angle={angle}>
        {order === 'provider-first' && <path className={styles.bar} d="M-13,-7 V7" />}
        {order === 'together' ? <circle r="5" /> : <path className={styles.head} d="M-11,-5.5 L0,0 L-11,5.5 Z" />}
      </Sign>
      {order === 'together' && <Sign at={start}><circle r="5" /></Sign>}
      {hasSign && (
        <Sign at={middle}>
          <circle r="9" />
          <text className={styles.markText} textAnchor="middle" dy="0.36em">!</text>
        </Sign>
      )}
    </g>
  )
}

type FrameProps = { readonly box: Box; readonly isLane: boolean; readonly isSelected: boolean }

const Frame = ({ box: { x, y, width, height }, isLane, isSelected }: FrameProps) => (
  <g className={styles.frame} data-lane-frame={isLane || undefined} data-selected={isSelected || undefined}>
    <rect x={x} y={y} width={width} height={height} rx={6} />
  </g>
)

const framesOf = ({ lines }: Lines): ReadonlyMap<string, Box> =>
  new Map(lines.flatMap((line) => {
    const [from = '', to = ''] = line.id.split('>')
    return [[from, line.from], [to, line.to]] as const
  }))

/** Whether what has the id is selected, or holds something that is. */
const isSelectedEnd = ({ picture, selected }: MassTools, id: string): boolean => {
  const at = Number(id.slice(1))
  if (id.startsWith('i')) return selected.has(at)
  return id.startsWith('b') && itemsOfBlock(picture, at).some((item) => selected.has(item))
}

const nameOf = ({ picture }: MassTools, id: string): string => {
  const at = Number(id.slice(1))
  if (id.startsWith('i')) return picture.model.items[at]?.name ?? ''
  return id.startsWith('b') ? (picture.model.groups[picture.blocks.group[at] ?? -1]?.name ?? '') : ''
}

/** Beyond so many ends or lines their words would fill the picture, also where each had a place. */
const most = { names: 24, words: 40 } as const

/** Beside the picture, in pixels of the window, where words may still stand. */
const margin = 12

/** Parts of a line at which its words may stand. */
const stations = [0.5, 0.38, 0.62, 0.28, 0.72] as const
/** And how far above or below it, in pixels of the window. */
const aside = [-8, 9, -22, 22] as const

/** Above or below its end, in its middle or from one of its sides. */
const nameLabel = (tools: MassTools, id: string, { x, y, width, height }: Box, unit: number): Label => {
  const text = nameOf(tools, id)
  const half = widthOfLabel(text, unit) / 2
  const across = [x + width / 2, x + width - half, x + half]
  const places = [y - 9 * unit, y + height + 9 * unit].flatMap((down) => across.map((at) => ({ x: at, y: down })))
  return { id, text, places: [...places, { x: x + width + half + 4 * unit, y: y + height / 2 }, { x: x - half - 4 * unit, y: y + height / 2 }] }
}

const wordsLabel = (t: Translate, line: Line, unit: number): Label => {
  const { points } = curveOf(line.from, line.to)
  const places = aside.flatMap((by) => stations.map((part) => pointAt(points, part)).map(({ x, y }) => ({ x, y: y + by * unit })))
  return { id: line.id, text: lineWords(t, line), places }
}

/** What has a tag of its own. */
const usePointedId = (tools: MassTools): string => {
  const pointed = usePointed(tools)
  return pointed ? `${pointed.kind.slice(0, 1)}${pointed.at}` : ''
}

/** All that is written on lines and at their ends, each where nothing else is written. */
const Words = ({ lines, frames }: { readonly lines: Lines; readonly frames: ReadonlyMap<string, Box> }) => {
  const tools = useMassTools()
  const { t } = useTranslate()
  const unit = signScale(useStore(({ transform }) => labelStep(transform[2])))
  const hasNames = useMass((state) => state.level !== 'cards') && frames.size <= most.names
  const pointed = usePointedId(tools)
  const labels = useMemo(() => {
    const names = hasNames ? [...frames].filter(([id]) => id !== pointed).map(([id, box]) => nameLabel(tools, id, box, unit)) : []
    const words = lines.lines.length <= most.words ? lines.lines.map((line) => wordsLabel(t, line, unit)) : []
    const all = [...names, ...words].filter(({ text }) => text !== '')
    const signs = lines.lines.filter(({ broken }) => broken > 0).map(({ from, to }) => curveOf(from, to).middle)
    const places = placeLabels(all, signs, unit, { left: -margin * unit, right: tools.picture.bounds.width + margin * unit })
    return all.flatMap(({ id, text }) => {
      const at = places.get(id)
      return at ? [{ id, text, at }] : []
    })
  }, [lines, frames, tools, t, unit, hasNames, pointed])
  return labels.map(({ id, text, at }) => (
    <Sign key={id} at={at}><text className={shared.lineWords} textAnchor="middle" dy="0.35em">{text}</text></Sign>
  ))
}

/** The dependencies that were asked for, over everything else. */
export const LinesLayer = ({ lines }: { readonly lines: Lines }) => {
  const tools = useMassTools()
  const frames = useMemo(() => framesOf(lines), [lines])
  if (lines.lines.length === 0) return null
  const hasSigns = lines.lines.filter(({ broken }) => broken > 0).length <= mostSigns
  return (
    <ViewportPortal>
      <svg className={shared.lines} aria-hidden>
        {[...frames].map(([id, box]) => <Frame key={id} box={box} isLane={id.startsWith('l')} isSelected={isSelectedEnd(tools, id)} />)}
        {lines.lines.map((line) => <LineDrawing key={line.id} line={line} hasSign={hasSigns && line.broken > 0} />)}
        <Words lines={lines} frames={frames} />
      </svg>
    </ViewportPortal>
  )
}
