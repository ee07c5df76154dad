import { Button } from '@mantine/core'
import { IconFileImport, IconTopologyStar3 } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { runAction } from '../actions/action-registry'
import { focusViewIfLost } from '../app/focus-view'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { useFocus } from './focus/focus-store'
import { FocusView } from './focus/focus-view'
import { useLingering } from './focus/use-lingering'
import { usePrepareFocus } from './focus/use-prepare-focus'
import { MassView } from './mass/mass-view'
import styles from './graph.module.css'

const EmptyGraph = () => {
  const { t } = useTranslate()
  return (
    <div className={styles.empty} data-view="graph">
      <IconTopologyStar3 size={52} stroke={1.4} aria-hidden />
      <h2>{t('graph.empty')}</h2>
      <p>{t('graph.emptyHint')}</p>
      <Button leftSection={<IconFileImport size={18} aria-hidden />} onClick={() => runAction('import-workbook')}>{t('menu.importWorkbook')}</Button>
    </div>
  )
}

/** One element, so that it is not made anew when a question covers it. */
const mass = <MassView />

/** The estate as a graph: all of it, or what lies around a question. */
export const GraphView = () => {
  const { estate } = usePlanDocument()
  const question = useFocus()
  const place = useRef<HTMLDivElement>(null)
  const isLingering = useLingering(question !== null)
  usePrepareFocus(place)
  const isWhole = question === null
  useEffect(() => {
    if (isWhole) focusViewIfLost()
  }, [isWhole])
  if (estate.items.length === 0) return <EmptyGraph />
  return (
    <div className={styles.place} ref={place} data-view="graph">
      {(question === null || isLingering) && <div key="mass" className={styles.mass} aria-hidden={question !== null || undefined}>{mass}</div>}
      {question && <FocusView question={question} />}
    </div>
  )
}
