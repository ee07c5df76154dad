import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { useFocus } from './focus/focus-store'
import { FocusView } from './focus/focus-view'
import { usePrepareFocus } from './focus/use-prepare-focus'
import { MassView } from './mass/mass-view'
import styles from './graph.module.css'

const EmptyGraph = () => {
  const { t } = useTranslate()
  return (
    <div className={styles.empty}>
      <strong>{t('graph.empty')}</strong>
      <span>{t('graph.emptyHint')}</span>
    </div>
  )
}

/** The estate as a graph: all of it, or what lies around a question. */
export const GraphView = () => {
  const { estate } = usePlanDocument()
  const question = useFocus()
  usePrepareFocus()
  if (estate.items.length === 0) return <EmptyGraph />
  return question ? <FocusView question={question} /> : <MassView />
}
