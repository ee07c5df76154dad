import { Menu, Portal } from '@mantine/core'
import {
  IconArrowBackUp, IconArrowLeft, IconArrowRight, IconChevronRight, IconClipboard, IconCut, IconGitMerge, IconListCheck,
  IconPencil, IconRowRemove, IconTrash, IconTopologyStar3, IconUsersPlus,
} from '@tabler/icons-react'
import type { ReactElement, ReactNode } from 'react'
import type { MessageKey } from '@core/messages/translator'
import type { Wave } from '@core/plan/wave'
import { useTranslate } from '../i18n/use-translate'
import { usePlanDocument } from '../stores/plan-store'
import { useViewStore } from '../stores/view-store'
import { askWhereTo, cutAt, pasteInto, pickLane, rowAtCursor, showInGraph, unplanAt } from './board-actions'
import { dropWave, joinTo, mergeSelected, moveWave, takeOut, waveIndex, whyWaveStays } from './board-commands'
import { addWaveAndGo } from './board-keys'
import type { Board, Lane, Row } from './board-model'
import { editWaveOf, openMenu, toggleOpen, useBoardState, wantFocus } from './board-state'
import type { MenuPlace } from './board-state'
import type { Cursor } from './board-walk'
import classes from './board-menu.module.css'

const Choice = ({ label, icon, hint, run, off = false, why = null }: {
  readonly label: MessageKey
  readonly icon: ReactNode
  readonly hint?: string
  readonly run: () => void
  readonly off?: boolean
  /** Why it cannot be chosen; then it is off. */
  readonly why?: string | null
}): ReactElement => {
  const { t } = useTranslate()
  return (
    <Menu.Item leftSection={icon} rightSection={hint && <kbd className={classes.key}>{hint}</kbd>} onClick={run} disabled={off || why !== null}>
      {t(label)}
      {why !== null && <span className={classes.why}>{why}</span>}
    </Menu.Item>
  )
}

const size = 16

const RowChoices = ({ board, row, cursor }: { readonly board: Board; readonly row: Row; readonly cursor: Cursor }): ReactElement => {
  const selected = useViewStore((state) => state.selection.itemIds)
  const others = [...selected].some((id) => !row.group.itemIds.includes(id))
  const isPart = row.group.itemIds.length > 1
  return (
    <>
      <Choice label="waves.moveTo" icon={<IconArrowRight size={size} />} hint="M" run={() => askWhereTo(board, cursor)} />
      <Choice label="waves.unplan" icon={<IconArrowBackUp size={size} />} hint="U" run={() => unplanAt(board, cursor)} off={row.group.waveId === null && !others} />
      <Choice label="waves.cut" icon={<IconCut size={size} />} hint="Ctrl X" run={() => cutAt(board, cursor)} />
      <Menu.Divider />
      {row.type === 'card' && isPart && (
        <Choice label="waves.openGroup" icon={<IconChevronRight size={size} />} hint="Enter" run={() => toggleOpen(row.group.id)} />
      )}
      {row.type === 'item' && (
        <Choice label="waves.takeOut" icon={<IconRowRemove size={size} />} run={() => takeOut([row.item.id])} />
      )}
      <Choice label="waves.mergeSelected" icon={<IconGitMerge size={size} />} run={() => mergeSelected(selected)} off={!others} />
      <Choice label="waves.joinHere" icon={<IconUsersPlus size={size} />} run={() => joinTo(selected, row.group)} off={!others} />
      <Choice label="waves.showInGraph" icon={<IconTopologyStar3 size={size} />} run={() => showInGraph(row)} />
    </>
  )
}

const WaveChoices = ({ wave, last }: { readonly wave: Wave; readonly last: number }): ReactElement => {
  const { t } = useTranslate()
  const document = usePlanDocument()
  const index = waveIndex(wave)
  const whyNot = (place: number): string | null => whyWaveStays(t, document, wave, place)
  return (
    <>
      <Choice label="waves.editWave" icon={<IconPencil size={size} />} hint="Enter" run={() => editWaveOf(wave.id)} />
      <Choice label="waves.moveLeft" icon={<IconArrowLeft size={size} />} hint="Alt ←" run={() => moveWave(wave, index - 1)} off={index === 0} why={whyNot(index - 1)} />
      <Choice label="waves.moveRight" icon={<IconArrowRight size={size} />} hint="Alt →" run={() => moveWave(wave, index + 1)} off={index === last} why={whyNot(index + 1)} />
      <Choice label="waves.removeWave" icon={<IconTrash size={size} />} hint="Delete" run={() => dropWave(wave)} />
      <Menu.Divider />
    </>
  )
}

const LaneChoices = ({ board, lane }: { readonly board: Board; readonly lane: Lane }): ReactElement => {
  const cut = useBoardState((state) => state.cut)
  return (
    <>
      {lane.wave && <WaveChoices wave={lane.wave} last={board.lanes.length - 2} />}
      <Choice label="waves.pasteHere" icon={<IconClipboard size={size} />} hint="Ctrl V" run={() => pasteInto(lane.key)} off={cut.length === 0} />
      <Choice label="waves.selectLane" icon={<IconListCheck size={size} />} hint="Ctrl A" run={() => pickLane(lane)} off={lane.shownGroups === 0} />
      <Choice label="waves.addWave" icon={<IconPencil size={size} />} run={addWaveAndGo} />
    </>
  )
}

const Choices = ({ board, menu }: { readonly board: Board; readonly menu: MenuPlace }): ReactElement | null => {
  const lane = board.laneByKey.get(menu.cursor.lane)
  const row = rowAtCursor(board, menu.cursor)
  if (row) return <RowChoices board={board} row={row} cursor={menu.cursor} />
  return lane ? <LaneChoices board={board} lane={lane} /> : null
}

/** One menu for every card and header, at the pointer or beside what has the keyboard. */
export const BoardMenu = ({ board }: { readonly board: Board }): ReactElement | null => {
  const menu = useBoardState((state) => state.menu)
  const close = (): void => {
    openMenu(null)
    wantFocus()
  }
  if (!menu) return null
  return (
    <Portal>
      <Menu
        opened
        onChange={(opened) => opened || close()}
        position="bottom-start"
        shadow="md"
        withinPortal={false}
        returnFocus={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <span style={{ position: 'fixed', left: menu.x, top: menu.y, width: 1, height: 1 }} />
        </Menu.Target>
        <Menu.Dropdown>
          <Choices board={board} menu={menu} />
        </Menu.Dropdown>
      </Menu>
    </Portal>
  )
}
