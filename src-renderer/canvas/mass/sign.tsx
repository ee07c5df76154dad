import type { ReactNode } from 'react'
import styles from './lines.module.css'

type SignProps = { readonly at: { readonly x: number; readonly y: number }; readonly angle?: number; readonly children: ReactNode }

/** Something at a point of the picture that keeps its size in the window, by a variable of the style sheet. */
export const Sign = ({ at, angle = 0, children }: SignProps) => (
  <g transform={`translate(${at.x} ${at.y}) rotate(${angle})`}>
    <g className={styles.sign}>{children}</g>
  </g>
)
