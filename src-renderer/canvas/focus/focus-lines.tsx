import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { useFocusMarks } from './focus-context'
import type { FocusLine } from './focus-elements'
import { lineWords } from './focus-words'
import styles from './focus.module.css'

const widthOf = ({ hard, dependencies }: FocusLine): number => (hard ? 2.2 : 1.4) + Math.min(2, Math.log2(dependencies.length) * 0.5)

/** Hard is a full line, soft a dashed one; broken is red with a mark; provider first has a bar at its head. */
const Drawing = ({ line, tone, isQuiet = false, onPoint }: {
  readonly line: FocusLine
  /** Thin and without a head, until it is pointed at. */
  readonly isQuiet?: boolean
  readonly tone: 'plain' | 'near'
  readonly onPoint?: (id: string | null) => void
}): ReactElement => {
  const isOrdered = line.dependencies.some(({ order }) => order === 'provider-first')
  const head = `url(#focus-${isOrdered ? 'order' : 'arrow'}-${line.broken ? 'broken' : tone})`
  return (
    <g className={styles.line} data-broken={line.broken || undefined} data-near={tone === 'near' || undefined} data-aside={isQuiet || undefined}>
      <path d={line.path} strokeWidth={widthOf(line)} strokeDasharray={line.hard ? undefined : '7 5'} markerEnd={isQuiet ? undefined : head} />
      {line.broken && (
        <g transform={`translate(${line.middle.x} ${line.middle.y})`}>
          <circle r={9} className={styles.lineMark} />
          <text className={styles.lineMarkText} textAnchor="middle" dy="0.36em">!</text>
        </g>
      )}
      {onPoint && <path className={styles.lineReach} d={line.path} onPointerEnter={() => onPoint(line.id)} onPointerLeave={() => onPoint(null)} />}
    </g>
  )
}

/** With more lines than this, those within a column are drawn quietly. */
const mostAside = 80

/** All lines once; they stay as they are while the pointer goes about. */
const AllLines = memo(({ lines, onPoint }: { readonly lines: readonly FocusLine[]; readonly onPoint: (id: string | null) => void }): ReactElement => (
  <>
    {lines.map((line) => (
      <Drawing key={line.id} line={line} tone="plain" isQuiet={line.isAside && !line.broken && lines.length > mostAside} onPoint={onPoint} />
    ))}
  </>
))
AllLines.displayName = 'AllLines'

/** Beyond so many lines their words would cover each other. */
const mostWords = 16

const Words = ({ line }: { readonly line: FocusLine }): ReactElement => {
  const { t } = useTranslate()
  const words = lineWords(t, line)
  const { x, y } = line.middle
  // In two rows, since between two columns there is little room.
  return (
    <text className={styles.lineWords} x={x} y={y} textAnchor="middle">
      <tspan x={x} dy={words.length > 2 ? '-1.5em' : '-0.5em'}>{words.slice(0, 2).join(' · ')}</tspan>
      {words.length > 2 && <tspan x={x} dy="1.15em">{words.slice(2).join(' · ')}</tspan>}
    </text>
  )
}

const colours = [['plain', 'var(--ww-line-strong)'], ['near', 'var(--ww-accent)'], ['broken', 'var(--violation)']] as const

/** The heads of the lines; that of an order has a bar behind it. */
const Heads = (): ReactElement => (
  <defs>
    {colours.flatMap(([name, colour]) => [
      <marker key={name} id={`focus-arrow-${name}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="10" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto">
        <path d="M0,0.5 L7.5,4 L0,7.5 Z" fill={colour} />
      </marker>,
      <marker key={`${name} order`} id={`focus-order-${name}`} viewBox="0 0 12 8" refX="11" refY="4" markerWidth="15" markerHeight="10" markerUnits="userSpaceOnUse" orient="auto">
        <path d="M4,0.5 L11.5,4 L4,7.5 Z M0,0.5 h1.8 v7 h-1.8 Z" fill={colour} />
      </marker>,
    ])}
  </defs>
)

/**
 * The lines of the picture in one drawing beneath the blocks, the strong ones once more over the dimmed rest. React Flow
 * would make an element and a subscription of each of 300.
 */
export const FocusLines = ({ lines, onPoint }: { readonly lines: readonly FocusLine[]; readonly onPoint: (id: string | null) => void }): ReactElement => {
  const { lines: strong } = useFocusMarks()
  const near = strong === null ? [] : lines.filter(({ id }) => strong.has(id))
  return (
    <ViewportPortal>
      <svg className={styles.lines} aria-hidden>
        <Heads />
        <g data-line-count={lines.length} className={styles.allLines} data-dim={strong !== null || undefined}><AllLines lines={lines} onPoint={onPoint} /></g>
        {near.map((line) => <Drawing key={line.id} line={line} tone="near" />)}
      </svg>
      {near.length > 0 && near.length <= mostWords && (
        <svg className={styles.wordsLayer} aria-hidden>{near.map((line) => <Words key={line.id} line={line} />)}</svg>
      )}
    </ViewportPortal>
  )
}
