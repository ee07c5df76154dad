import type { RefObject } from 'react'
import { Kbd, Menu } from '@mantine/core'
import type { ActionId } from '@main/contract/actions'
import { useTranslate } from '../../i18n/use-translate'
import { setSettings, useGraphSettings } from '../../stores/graph-settings-store'
import { ActionMenuItem } from '../../ui/action-menu-item'
import { laneTitle } from '../graph-words'
import { nameOfBlock } from './geometry-message'
import { useMassTools, type MassTools } from './mass-context'
import { setMass, useMass } from './mass-store'
import { isFolded, toggleFold } from './toggle-fold'
import { standingOf, type Standing } from './walk-picture'

/** The lane itself, or the group that something is in; an item alone has nothing that could be folded up. */
const foldable = ({ picture }: MassTools, { kind, at, box }: Standing): Standing | null => {
  if (kind === 'lane') return { kind, at, box }
  const block = kind === 'item' ? (picture.blockOf[at] ?? -1) : at
  const count = (picture.blocks.end[block] ?? 0) - (picture.blocks.start[block] ?? 0)
  return count > 1 ? { kind: 'block', at: block, box } : null
}

const nameOf = (tools: MassTools, { kind, at }: Standing, laneName: (lane: number) => string): string => {
  const { picture } = tools
  if (kind === 'lane') return laneName(at)
  if (kind === 'item') return picture.model.items[at]?.name ?? ''
  return nameOfBlock(picture, at, (lane) => laneName(picture.lanes.indexOf(lane)))
}

const ofSelection: readonly ActionId[] = ['zoom-to-selection', 'show-neighbourhood', 'move-to-wave', 'hide-selection']

const MenuRows = ({ standing }: { readonly standing: Standing }) => {
  const tools = useMassTools()
  const { t } = useTranslate()
  const hidden = useGraphSettings((state) => state.settings.hidden)
  const { lanes, model } = tools.picture
  const laneName = (lane: number): string => (lanes[lane] ? laneTitle(t, model, lanes[lane].title) : '')
  const fold = foldable(tools, standing)
  const name = nameOf(tools, standing, laneName)
  const lane = standing.kind === 'lane' ? lanes[standing.at] : undefined
  return (
    <>
      <Menu.Label>{name}</Menu.Label>
      {!lane && ofSelection.map((id) => <ActionMenuItem key={id} id={id} />)}
      {fold && (
        <Menu.Item rightSection={<Kbd size="xs">F</Kbd>} onClick={() => toggleFold(tools, fold)}>
          {t(isFolded(tools, fold) ? 'mass.unfold' : 'mass.fold', { name: nameOf(tools, fold, laneName) })}
        </Menu.Item>
      )}
      {lane && <Menu.Item onClick={() => setSettings({ hidden: [...hidden, lane.key] })}>{t('mass.hide', { name })}</Menu.Item>}
    </>
  )
}

/** What can be done with what is under the pointer or where the keyboard stands. */
export const PointMenu = ({ pane }: { readonly pane: RefObject<HTMLElement | null> }) => {
  const { picture } = useMassTools()
  const menu = useMass((state) => state.menu)
  const standing = standingOf(picture, menu?.at ?? null)
  if (!menu || !standing) return null
  const close = (): void => {
    setMass({ menu: null })
    pane.current?.focus({ preventScroll: true })
  }
  return (
    <Menu opened withinPortal position="bottom-start" offset={2} returnFocus={false} onClose={close}>
      <Menu.Target><span style={{ position: 'fixed', left: menu.x, top: menu.y, width: 1, height: 1 }} /></Menu.Target>
      <Menu.Dropdown miw={220} data-chrome><MenuRows standing={standing} /></Menu.Dropdown>
    </Menu>
  )
}
