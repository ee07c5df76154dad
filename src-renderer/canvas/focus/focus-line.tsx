import { memo } from 'react'
import type { ReactElement } from 'react'
import type { EdgeProps } from '@xyflow/react'
import { useTranslate } from '../../i18n/use-translate'
import { useFocusMarks } from './focus-context'
import type { FocusFlowEdge } from './focus-elements'
import { lineWords } from './focus-words'
import styles from './focus.module.css'

/** Hard is a full line, soft a dashed one; broken is red with a mark; provider first has a bar at its head. */
export const FocusLine = memo(({ id, data }: EdgeProps<FocusFlowEdge>): ReactElement | null => {
  const { t } = useTranslate()
  const { lines } = useFocusMarks()
  if (!data) return null
  const isStrong = lines?.has(id) === true
  const words = lineWords(t, data)
  const isOrdered = data.dependencies.some(({ order }) => order === 'provider-first')
  const arrow = data.broken ? 'broken' : isStrong ? 'near' : 'plain'
  return (
    <g className={styles.line} data-broken={data.broken || undefined} data-near={isStrong || undefined} data-apart={(lines !== null && !isStrong) || undefined}>
      <title>{words.join(', ')}</title>
      <path
        d={data.path} strokeWidth={(data.hard ? 2.2 : 1.4) + Math.min(2, Math.log2(data.dependencies.length) * 0.5)}
        strokeDasharray={data.hard ? undefined : '7 5'} markerEnd={`url(#focus-${isOrdered ? 'order' : 'arrow'}-${arrow})`}
      />
      {data.broken && !isStrong && (
        <g transform={`translate(${data.middle.x} ${data.middle.y})`}>
          <circle r={9} className={styles.lineMark} />
          <text className={styles.lineMarkText} textAnchor="middle" dy="0.36em">!</text>
        </g>
      )}
      {isStrong && <text className={styles.lineWords} x={data.middle.x} y={data.middle.y} textAnchor="middle" dy="-0.5em">{words.slice(0, 3).join(' · ')}</text>}
    </g>
  )
})
FocusLine.displayName = 'FocusLine'

const colours = [['plain', 'var(--ww-line-strong)'], ['near', 'var(--ww-accent)'], ['broken', 'var(--violation)']] as const

/** The heads of the lines; that of an order has a bar behind it. */
export const FocusArrows = (): ReactElement => (
  <svg width="0" height="0" className={styles.definitions} aria-hidden>
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
  </svg>
)
