import { useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { useTranslate } from '../i18n/use-translate'
import classes from './inspector.module.css'

export const Section = ({ title, count, children }: {
  readonly title: string
  readonly count?: number
  readonly children: ReactNode
}): ReactElement => {
  const { formatNumber } = useTranslate()
  return (
    <section className={classes.section} aria-label={title}>
      <h4>{title}{count !== undefined && count > 0 && <span> {formatNumber(count)}</span>}</h4>
      {children}
    </section>
  )
}

const first = 30
const step = 200

/** A list of which a little is shown at first: a hub has thousands of neighbours. */
export const LongList = <Row,>({ rows, render }: {
  readonly rows: readonly Row[]
  readonly render: (row: Row, index: number) => ReactNode
}): ReactElement => {
  const { t } = useTranslate()
  const [shown, setShown] = useState(first)
  const left = rows.length - shown
  return (
    <>
      <ul className={classes.list}>{rows.slice(0, shown).map(render)}</ul>
      {left > 0 && (
        <button type="button" className={classes.link} onClick={() => setShown(shown + step)}>
          {t('common.showMore', { count: Math.min(step, left) })}
        </button>
      )}
    </>
  )
}

/** A name that selects what it names. */
export const ItemLink = ({ name, onClick, title }: {
  readonly name: string
  readonly onClick: () => void
  readonly title?: string
}): ReactElement => (
  <button type="button" className={classes.itemLink} onClick={onClick} title={title ?? name}>{name}</button>
)
