import { ActionIcon, Tooltip } from '@mantine/core'
import { IconHandClick, IconX } from '@tabler/icons-react'
import { useMemo } from 'react'
import type { ReactElement } from 'react'
import type { MoveGroup } from '@core/plan/plan-document'
import { useTranslate } from '../i18n/use-translate'
import { useLookup } from '../stores/plan-store'
import { clearSelection, togglePanel, useViewStore } from '../stores/view-store'
import { GroupPage } from './group-page'
import { ItemPage } from './item-page'
import { ManyPage } from './many-page'
import classes from './inspector.module.css'

/** The group that is selected whole, where it has more than one member and nothing else is selected. */
const useSelectedGroup = (selected: ReadonlySet<string>): MoveGroup | null => {
  const { groupByItemId } = useLookup()
  return useMemo(() => {
    const [first] = selected
    const group = first === undefined ? undefined : groupByItemId.get(first)
    if (!group || group.itemIds.length < 2 || group.itemIds.length !== selected.size) return null
    return group.itemIds.every((id) => selected.has(id)) ? group : null
  }, [selected, groupByItemId])
}

const Nothing = (): ReactElement => {
  const { t } = useTranslate()
  return (
    <div className={classes.nothing}>
      <IconHandClick size={32} stroke={1.4} aria-hidden />
      <strong>{t('inspector.nothing')}</strong>
      <p>{t('inspector.nothingHint')}</p>
    </div>
  )
}

const Page = (): ReactElement => {
  const selected = useViewStore((state) => state.selection.itemIds)
  const { itemById } = useLookup()
  const group = useSelectedGroup(selected)
  const known = useMemo(() => [...selected].filter((id) => itemById.has(id)), [selected, itemById])
  const [only] = known
  if (only === undefined) return <Nothing />
  if (group) return <GroupPage key={group.id} group={group} />
  if (known.length > 1) return <ManyPage itemIds={known} />
  return <ItemPage key={only} itemId={only} />
}

/** What is selected: an item, a move group, or many. */
export const Inspector = (): ReactElement => {
  const { t } = useTranslate()
  const selected = useViewStore((state) => state.selection.itemIds.size)
  return (
    <aside className={classes.inspector} aria-label={t('shell.inspector')}>
      <div className={classes.bar}>
        <h2>{t('shell.inspector')}</h2>
        {selected > 0 && (
          <button type="button" className={classes.link} onClick={clearSelection}>{t('inspector.clearSelection')}</button>
        )}
        <Tooltip label={t('shell.closePanel')}>
          <ActionIcon aria-label={t('shell.closePanel')} onClick={() => togglePanel('inspector')}><IconX size={16} aria-hidden /></ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.page} tabIndex={0} role="region" aria-label={t('shell.inspector')}><Page /></div>
    </aside>
  )
}
