import type { ReactElement } from 'react'
import { waveColour } from '../theme/wave-colours'

const rows = [
  { y: 4, from: 0, blocks: [34, 22, 46, 18] },
  { y: 22, from: 30, blocks: [28, 40, 24] },
  { y: 40, from: 72, blocks: [34, 26, 30, 18] },
] as const

/** The sign of the product: groups of a landscape, leaving in three waves. */
export const WaveMark = (): ReactElement => (
  <svg viewBox="0 0 200 56" width="200" height="56" aria-hidden focusable="false">
    {rows.flatMap(({ y, from, blocks }, row) => {
      let x: number = from
      return blocks.map((width, index) => {
        const at = x
        x += width + 4
        const colour = waveColour(row)
        return (
          <rect
            key={`${row} ${index}`} x={at} y={y} width={width} height={12} rx={3}
            fill={index === 0 ? colour.solid : colour.background} stroke={colour.border} strokeWidth={1}
          />
        )
      })
    })}
  </svg>
)
