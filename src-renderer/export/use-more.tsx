import { Button } from '@mantine/core'
import { useState, type ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'

const firstRows = 200

/** The first rows, and a button for more of them where there are any. */
export const useMore = <T,>(rows: readonly T[]): { readonly shown: readonly T[]; readonly more: ReactElement | null } => {
  const { t } = useTranslate()
  const [count, setCount] = useState(firstRows)
  const left = rows.length - count
  const more = left > 0
    ? <Button variant="default" size="compact-sm" onClick={() => setCount(count + firstRows * 5)}>{t('common.showMore', { count: left })}</Button>
    : null
  return { shown: rows.slice(0, count), more }
}
