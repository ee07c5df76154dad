import type { ReactElement } from 'react'
import { UnstyledButton } from '@mantine/core'
import { useTranslate } from '../../i18n/use-translate'
import { useLookup, usePlanDocument } from '../../stores/plan-store'
import { pathWords } from './focus-words'
import styles from './focus.module.css'

/** The ways in words, the shortest first; the chosen one is drawn strongly. */
export const PathList = ({ paths, chosen, onChoose }: {
  readonly paths: readonly (readonly number[])[]
  readonly chosen: number | null
  readonly onChoose: (place: number | null) => void
}): ReactElement => {
  const { t } = useTranslate()
  const { items } = usePlanDocument().estate
  const found = useLookup()
  return (
    <nav className={styles.paths} aria-label={t('focus.pathList')}>
      <h2 className={styles.pathsTitle}>{t('focus.pathList')}</h2>
      <ol className={styles.pathRows}>
        {paths.map((path, place) => (
          <li key={path.join()}>
            <UnstyledButton className={styles.path} aria-pressed={chosen === place} onClick={() => onChoose(chosen === place ? null : place)}>
              <span className={styles.steps}>{t('focus.steps', { count: path.length - 1 })}</span>
              <span>{pathWords(found, path.flatMap((item) => items[item] ?? []))}</span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </nav>
  )
}
