import { ViewportPortal } from '@xyflow/react'
import { memo } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../../i18n/use-translate'
import { useFocusMarks } from './focus-context'
import type { FocusLine } from './focus-elements'
import { lineWords } from './focus-words'
import { curvePath, discsPath, headsPath, marksPath, middleOfCurve } from './line-shapes'
import shared from '../canvas.module.css'
import styles from './focus.module.css'

const widthOf = ({ hard, dependencies }: FocusLine): number =>
  Math.round(((hard ? 2.2 : 1.4) + Math.min(2, Math.log2(dependencies.length) * 0.5)) * 10) / 10

type Tone = 'plain' | 'near' | 'broken' | 'quiet'

/** Hard is a full line, soft a dashed one; provider first has a bar behind its head. */
const Strokes = ({ lines, tone }: { readonly lines: readonly FocusLine[]; readonly tone: Tone }): ReactElement | null => {
  if (lines.length === 0) return null
  return (
    <g className={styles.strokes} data-tone={tone}>
      {lines.map((line) => (
        <path
          key={line.id} d={curvePath(line.curve)} strokeWidth={tone === 'quiet' ? 1 : widthOf(line)}
          strokeDasharray={line.hard ? undefined : '7 5'}
        />
      ))}
      {tone !== 'quiet' && <path className={styles.heads} d={headsPath(lines)} />}
    </g>
  )
}

/** With more lines than this, those within a column are drawn quietly. */
const mostAside = 80

/** What is broken is red, with a mark, over the others. */
const Lines = memo(({ lines, tone }: { readonly lines: readonly FocusLine[]; readonly tone: 'plain' | 'near' }): ReactElement => {
  const isQuiet = (line: FocusLine): boolean => tone === 'plain' && line.isAside && lines.length > mostAside
  const broken = lines.filter((line) => line.broken)
  const whole = lines.filter((line) => !line.broken)
  return (
    <>
      <Strokes lines={whole.filter(isQuiet)} tone="quiet" />
      <Strokes lines={whole.filter((line) => !isQuiet(line))} tone={tone} />
      <Strokes lines={broken} tone="broken" />
      {broken.length > 0 && <path className={styles.lineMark} d={discsPath(broken)} />}
      {broken.length > 0 && <path className={styles.lineMarkSign} d={marksPath(broken)} />}
    </>
  )
})
Lines.displayName = 'Lines'

/** Beyond so many lines their words would cover each other. */
const mostWords = 16

const Words = ({ line }: { readonly line: FocusLine }): ReactElement => {
  const { t } = useTranslate()
  const words = lineWords(t, line)
  const { x, y } = middleOfCurve(line.curve)
  // In two rows, since between two columns there is little room.
  return (
    <text className={shared.lineWords} x={x} y={y} textAnchor="middle">
      <tspan x={x} dy={words.length > 2 ? '-1.5em' : '-0.5em'}>{words.slice(0, 2).join(' · ')}</tspan>
      {words.length > 2 && <tspan x={x} dy="1.15em">{words.slice(2).join(' · ')}</tspan>}
    </text>
  )
}

/**
 * The lines of the picture in one drawing beneath the blocks, the strong ones once more over the dimmed rest. React Flow
 * would make elements and a subscription of each of 300. They stay as they are while the pointer goes about.
 */
export const FocusLines = ({ lines }: { readonly lines: readonly FocusLine[] }): ReactElement => {
  const { lines: strong, near: blocks } = useFocusMarks()
  const near = strong === null ? [] : lines.filter(({ id }) => strong.has(id))
  return (
    <ViewportPortal>
      <svg className={`${shared.lines} ${styles.lines}`} aria-hidden>
        <g data-line-count={lines.length} className={styles.allLines} data-dim={strong === null ? undefined : blocks === null ? 'little' : 'much'}><Lines lines={lines} tone="plain" /></g>
        {near.length > 0 && <Lines lines={near} tone="near" />}
      </svg>
      {blocks !== null && near.length > 0 && near.length <= mostWords && (
        <svg className={`${shared.lines} ${styles.wordsLayer}`} aria-hidden>{near.map((line) => <Words key={line.id} line={line} />)}</svg>
      )}
    </ViewportPortal>
  )
}
