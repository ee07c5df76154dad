import type { CSSProperties, ReactElement } from 'react'
import classes from './load-bar.module.css'

/** Person-days against capacity: full is the capacity, and what is beyond it is hatched red. Decoration: text says it. */
export const LoadBar = ({ effort, capacity }: { readonly effort: number; readonly capacity: number | undefined }): ReactElement => {
  const whole = Math.max(effort, capacity ?? effort, 1)
  const inside = Math.min(effort, capacity ?? effort)
  const share = (value: number): string => `${(100 * value) / whole}%`
  const style = { '--inside': share(inside), '--over': share(effort - inside) } as CSSProperties
  return (
    <span className={classes.bar} style={style} data-unlimited={capacity === undefined || undefined} aria-hidden>
      <span className={classes.inside} />
      <span className={classes.over} />
    </span>
  )
}
