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

/** What is selected and what can be done with it: the way without dragging. Floats, so that no lane moves for it. */
export const SelectionBar = (): ReactElement | null => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const { groupByItemId } = useLookup()
  const itemIds = useViewStore((state) => state.selection.itemIds)
  const dragging = useBoardState(({ drag }) => drag !== null)
  const load = useMemo(() => loadOf(groupByItemId, itemIds), [groupByItemId, itemIds])
  if (load.itemIds.length === 0 || dragging) return null
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('waves.selectionActions')}>
      <span className={classes.what}>{t('waves.selection', { what: whatOf(t, document, load) })}</span>
      <Button size="xs" variant="light" leftSection={<IconArrowRight size={15} aria-hidden />} onClick={() => showDialog('move-to-wave')}>
        {t('waves.moveTo')}
      </Button>
      <Button size="xs" variant="default" leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={() => moveTo(load.itemIds, null)}>
        {t('waves.unplan')}
      </Button>
      <ActionIcon size="md" onClick={clearSelection} aria-label={t('waves.clearSelection')}><IconX size={15} aria-hidden /></ActionIcon>
    </div>
  )
}
