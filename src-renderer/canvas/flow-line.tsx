import { memo } from 'react'
import type { EdgeProps } from '@xyflow/react'
import type { FlowEdge } from './flow-elements'
import styles from './flow-line.module.css'

/** Hard is a full line, soft a dashed one; broken is red and carries a mark, so that it does not rest on colour. */
export const FlowLine = memo(({ data }: EdgeProps<FlowEdge>) => {
  if (!data) return null
  const width = Math.min(5, (data.hard ? 1.6 : 1.2) + Math.log2(data.count) * 0.6)
  const arrow = data.broken ? 'url(#graph-arrow-broken)' : data.emphasis === 'near' ? 'url(#graph-arrow-near)' : 'url(#graph-arrow)'
  return (
    <g className={styles.line} data-emphasis={data.emphasis} data-broken={data.broken || undefined}>
      <path d={data.path} strokeWidth={width} strokeDasharray={data.hard ? undefined : '6 5'} markerEnd={arrow} />
      {data.broken && (
        <g transform={`translate(${data.middle.x} ${data.middle.y})`}>
          <circle r={9} className={styles.lineMark} />
          <text className={styles.lineMarkText} textAnchor="middle" dy="0.36em">
            !
          </text>
        </g>
      )}
      {!data.broken && data.count > 1 && data.emphasis === 'near' && (
        <text className={styles.lineCount} x={data.middle.x} y={data.middle.y} textAnchor="middle" dy="-0.4em">
          {data.count}
        </text>
      )}
    </g>
  )
})
FlowLine.displayName = 'FlowLine'

const arrows = [
  ['graph-arrow', 'var(--ww-line-strong)'],
  ['graph-arrow-near', 'var(--ww-accent)'],
  ['graph-arrow-broken', 'var(--violation)'],
] as const

/** The arrow heads that the lines refer to. */
export const LineArrows = () => (
  <svg width="0" height="0" className={styles.definitions} aria-hidden>
    <defs>
      {arrows.map(([id, colour]) => (
        <marker key={id} id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto">
          <path d="M0,0.5 L7.5,4 L0,7.5 Z" fill={colour} />
        </marker>
      ))}
    </defs>
  </svg>
)
