import { ActionIcon, Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowRight, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ReactElement } from 'react'
import { useTranslate } from '../i18n/use-translate'
import { useLookup, usePlanDocument } from '../stores/plan-store'
import { clearSelection, showDialog, useViewStore } from '../stores/view-store'
import { moveTo, whatOf } from './board-commands'
import { loadOf } from './board-selection'
import { useBoardState } from './board-state'
import classes from './selection-bar.module.css'

/** How to go on while nothing is selected, or while one drags. */
const Hint = ({ text }: { readonly text: string }): ReactElement => (
  <div className={classes.bar}><span className={classes.hint} title={text}>{text}</span></div>
)

/**
 * Below the lanes: what is selected and what can be done with it, the way without dragging. Its height never changes, so
 * that it covers no card, and nothing slides under a hand that clicks twice.
 */
export const SelectionBar = (): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const { groupByItemId } = useLookup()
  const itemIds = useViewStore((state) => state.selection.itemIds)
  const dragging = useBoardState(({ drag }) => drag?.kind === 'cards')
  const load = useMemo(() => loadOf(groupByItemId, itemIds), [groupByItemId, itemIds])
  if (dragging) return <Hint text={t('waves.dragHelp')} />
  if (load.itemIds.length === 0) return <Hint text={t('waves.footHelp')} />
  const what = t('waves.selection', { what: whatOf(t, document, load) })
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('waves.selectionActions')}>
      <span className={classes.what} title={what}>{what}</span>
      <Button size="xs" variant="light" className={classes.choice} leftSection={<IconArrowRight size={15} aria-hidden />} onClick={() => showDialog('move-to-wave')}>
        {t('waves.moveTo')}
      </Button>
      <Button size="xs" variant="default" className={classes.choice} leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={() => moveTo(load.itemIds, null)}>
        {t('waves.unplan')}
      </Button>
      <ActionIcon size="md" onClick={clearSelection} aria-label={t('waves.clearSelection')}><IconX size={15} aria-hidden /></ActionIcon>
    </div>
  )
}
