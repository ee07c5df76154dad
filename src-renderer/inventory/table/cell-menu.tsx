import {
  IconArrowBarDown, IconClipboard, IconCopy, IconCut, IconEraser, IconFocus2, IconForms, IconPencil, IconPlus, IconRoute, IconTopologyStar3, IconTrash,
} from '@tabler/icons-react'
import type { ReactElement, RefObject } from 'react'
import { runAction } from '../../actions/action-registry'
import { notifyDone } from '../../app/notify'
import { useIsMac } from '../../app/platform-store'
import { useTranslate } from '../../i18n/use-translate'
import { focusItem, showView } from '../../stores/view-store'
import { MenuChoice } from './column-menu'
import { clearRange, fillFrom, rangeRowsOrSelected } from './table-acts'
import { rangeOf, rowsIn } from './table-model'
import type { TableModel } from './table-model'
import { startEditing } from './use-table-keys'
import { copyWithHeadings } from './copy-with-headings'
import classes from './floating-panel.module.css'

const size = 16

/** What can be done with the cells and rows that are selected, with the key that does it faster. */
export const CellMenu = <Row, Write>({ model, scroller, close }: {
  readonly model: TableModel<Row, Write>
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly close: () => void
}): ReactElement => {
  const { t } = useTranslate()
  const command = useIsMac() ? '⌘' : 'Ctrl+'
  const rows = rowsIn(model, rangeOf(model, model.store.getState()))
  const first = rows[0]
  // The browser lets a page write the clipboard only from the element that has the focus.
  const onGrid = (act: () => void) => () => {
    close()
    scroller.current?.focus({ preventScroll: true })
    act()
  }
  // A page may not read the clipboard by itself; a program that lets it does.
  const paste = (): void => {
    if (!document.execCommand('paste')) notifyDone(t('table.paste'), t('table.pasteByKey', { key: `${command}V` }))
  }
  const showInGraph = (): void => {
    showView('graph')
    const [itemId] = first === undefined ? [] : model.adapter.itemIdsOf(first)
    if (itemId !== undefined) focusItem(itemId)
  }
  return (
    <>
      <MenuChoice icon={<IconPencil size={size} />} label={t('table.editCell')} hint="F2" run={onGrid(() => startEditing(model, null))} />
      <MenuChoice icon={<IconCut size={size} />} label={t('table.cut')} hint={`${command}X`} run={onGrid(() => document.execCommand('cut'))} />
      <MenuChoice icon={<IconCopy size={size} />} label={t('table.copy')} hint={`${command}C`} run={onGrid(() => document.execCommand('copy'))} />
      <MenuChoice icon={<IconCopy size={size} />} label={t('table.copyHeadings')} hint={`${command}⇧C`} run={onGrid(() => copyWithHeadings(model))} />
      <MenuChoice icon={<IconClipboard size={size} />} label={t('table.paste')} hint={`${command}V`} run={onGrid(paste)} />
      <MenuChoice icon={<IconArrowBarDown size={size} />} label={t('table.fillDown')} hint={`${command}D`} run={onGrid(() => fillFrom(model, 'down'))} />
      <MenuChoice icon={<IconEraser size={size} />} label={t('table.clearCells')} hint="Delete" run={onGrid(() => clearRange(model))} />
      <hr className={classes.line} />
      <MenuChoice icon={<IconForms size={size} />} label={t('table.setField')} hint="F4" run={onGrid(() => runAction('set-field'))} />
      <MenuChoice icon={<IconTopologyStar3 size={size} />} label={t('table.showInGraph')} run={onGrid(showInGraph)} off={first === undefined} />
      <MenuChoice icon={<IconFocus2 size={size} />} label={t('focus.open')} run={onGrid(() => runAction('show-neighbourhood'))} off={first === undefined} />
      <MenuChoice icon={<IconRoute size={size} />} label={t('focus.openPaths')} run={onGrid(() => runAction('show-paths'))} off={first === undefined} />
      <hr className={classes.line} />
      <MenuChoice icon={<IconPlus size={size} />} label={model.adapter.words.add} hint={`${command}Enter`} run={onGrid(() => runAction('add-row'))} />
      <MenuChoice
        icon={<IconTrash size={size} />} label={model.adapter.words.remove(rangeRowsOrSelected(model).length)} hint={`${command}Delete`}
        run={onGrid(() => runAction('remove-rows'))} off={rangeRowsOrSelected(model).length === 0}
      />
    </>
  )
}
