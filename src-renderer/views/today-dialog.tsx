import { Button, Checkbox, Table, Text, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ReactElement } from 'react'
import { foldText } from '@core/estate/find/fold-text'
import { lookup } from '@core/plan/lookup'
import type { PlanDocument } from '@core/plan/plan-document'
import { graphModel } from '../canvas/graph-model'
import { laneTitle } from '../canvas/graph-words'
import { groupingKeys } from '../canvas/mass/mass-words'
import { useTranslate } from '../i18n/use-translate'
import { setSettings, useGraphSettings } from '../stores/graph-settings-store'
import { usePlanDocument } from '../stores/plan-store'
import { closeAll, columnsOf, openAll, showHidden, withKeys } from './today'
import { showViewsDialog, useViews } from './views-store'
import { Dialog } from '../ui/dialog'
import classes from './views.module.css'

type Line = { readonly key: string; readonly name: string; readonly items: number }

/** What a key that is hidden stands for, where it is not a column of the present grouping. */
const lineOfKey = (document: PlanDocument, key: string): Line | null => {
  const { groupById, itemById } = lookup(document)
  const [kind, ...rest] = key.split(':')
  const id = rest.join(':')
  const group = kind === 'group' ? groupById.get(id) : undefined
  if (group) return { key, name: group.name, items: group.itemIds.length }
  const item = kind === 'item' ? itemById.get(id) : undefined
  return item ? { key, name: item.name, items: 1 } : null
}

const useLines = (): readonly Line[] => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const grouping = useGraphSettings((state) => state.settings.grouping)
  const hidden = useGraphSettings((state) => state.settings.hidden)
  const columns = useMemo(() => {
    const model = graphModel(document, [])
    return columnsOf(document, grouping).map(({ lane, items }) => ({ key: lane.key, name: laneTitle(t, model, lane.title), items }))
  }, [document, grouping, t])
  const known = new Set(columns.map(({ key }) => key))
  return [...columns, ...hidden.filter((key) => !known.has(key)).flatMap((key) => lineOfKey(document, key) ?? [])]
}

const Row = ({ line }: { readonly line: Line }): ReactElement => {
  const { t, formatNumber } = useTranslate()
  const { closed, hidden } = useGraphSettings((state) => state.settings)
  const isColumn = !line.key.startsWith('item:')
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.cell}>{line.name}</Table.Th>
      <Table.Td className={classes.figure}>{formatNumber(line.items)}</Table.Td>
      <Table.Td>
        <Checkbox
          aria-label={t('views.shownOf', { name: line.name })} checked={!hidden.includes(line.key)}
          onChange={(event) => setSettings({ hidden: withKeys(hidden, [line.key], !event.currentTarget.checked) })}
        />
      </Table.Td>
      <Table.Td>
        {isColumn && (
          <Checkbox
            aria-label={t('views.openOf', { name: line.name })} checked={!closed.includes(line.key)}
            onChange={(event) => setSettings({ closed: withKeys(closed, [line.key], !event.currentTarget.checked) })}
          />
        )}
      </Table.Td>
    </Table.Tr>
  )
}

const Content = (): ReactElement => {
  const { t } = useTranslate()
  const grouping = useGraphSettings((state) => state.settings.grouping)
  const lines = useLines()
  const [text, setText] = useState('')
  const shown = lines.filter(({ name }) => foldText(name).includes(foldText(text.trim())))
  return (
    <>
      <TextInput mb="sm" data-autofocus autoFocus aria-label={t('views.narrow')} placeholder={t('views.narrow')} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <div className={classes.table}>
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t(groupingKeys[grouping])}</Table.Th>
              <Table.Th className={classes.figure}>{t('views.items')}</Table.Th>
              <Table.Th>{t('views.shown')}</Table.Th>
              <Table.Th>{t('views.opened')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>{shown.map((line) => <Row key={line.key} line={line} />)}</Table.Tbody>
        </Table>
        {shown.length === 0 && <Text role="status" p="sm">{t('find.nothing')}</Text>}
      </div>
      <div className={classes.foot}>
        <Button variant="default" onClick={showHidden}>{t('views.showHidden')}</Button>
        <Button variant="default" onClick={openAll}>{t('views.openAll')}</Button>
        <Button variant="default" onClick={closeAll}>{t('views.closeAll')}</Button>
      </div>
    </>
  )
}

/** What matters today: the columns of the graph, shown or hidden, open or folded up, and all else that is hidden. */
export const TodayDialog = (): ReactElement => {
  const { t } = useTranslate()
  const opened = useViews((state) => state.dialog === 'today')
  return (
    <Dialog
      opened={opened} onClose={() => showViewsDialog(null)} title={t('views.todayTitle')} size="lg"
    >
      <Content />
    </Dialog>
  )
}
