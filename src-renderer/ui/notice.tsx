import type { ReactElement, ReactNode } from 'react'
import styles from './notice.module.css'

/** What stands where there is nothing to show: a sign, what that means, and what can be done. */
export const Notice = ({ icon, title, hint, children }: {
  readonly icon: ReactNode
  readonly title: string
  readonly hint?: string
  /** What can be done, as buttons. */
  readonly children?: ReactNode
}): ReactElement => (
  <div className={styles.notice}>
    {icon}
    <strong>{title}</strong>
    {hint && <p>{hint}</p>}
    {children && <div className={styles.acts}>{children}</div>}
  </div>
)
