import { useEffect, useRef, type KeyboardEvent } from 'react'
import type { Translate } from '@core/messages/translator'
import { useAction } from '../../actions/use-action'
import { announce } from '../../app/announcer'
import { useTranslate } from '../../i18n/use-translate'
import { kindKeys } from '../../i18n/words'
import { showDialog, clearSelection, viewStore, type FocusRequest } from '../../stores/view-store'
import { saySelection } from '../../waves/board-actions'
import { isWalkKey, type WalkKey } from '../graph-keyboard'
import { laneTitle } from '../graph-words'
import { itemsOfBlock } from './hit'
import { nameOfBlock } from './geometry-message'
import { zoomOf } from './levels'
import type { MassTools } from './mass-context'
import { massStore, setMass, type Cursor } from './mass-store'
import { violationWords } from './mass-words'
import { selectAloud } from './select-aloud'
import { boxOfSelection } from './selection-box'
import { isFolded, toggleFold } from './toggle-fold'
import { inward, outward, standingOf, walkTo, type Standing } from './walk-picture'

const itemsAt = ({ picture }: MassTools, { kind, at }: Standing): number[] => {
  if (kind === 'item') return [at]
  if (kind === 'block') return itemsOfBlock(picture, at)
  const lane = picture.lanes[at]
  return lane ? Array.from(picture.order.subarray(picture.blocks.start[lane.start] ?? 0, lane.end > lane.start ? (picture.blocks.end[lane.end - 1] ?? 0) : 0)) : []
}

/** What a screen reader hears of where the keyboard stands. */
const sentence = (t: Translate, { picture, marks }: MassTools, { kind, at }: Standing): string => {
  const { model, lanes, blocks } = picture
  const laneName = (lane: number): string => (lanes[lane] ? laneTitle(t, model, lanes[lane].title) : '')
  if (kind === 'lane') {
    return t('mass.saysLane', {
      name: laneName(at), items: t('graph.items', { count: lanes[at]?.items ?? 0 }),
      violations: violationWords(t, marks.hardOfLane[at] ?? 0, marks.warningsOfLane[at] ?? 0),
    })
  }
  const block = kind === 'block' ? at : (picture.blockOf[at] ?? 0)
  const lane = laneName(blocks.lane[block] ?? 0)
  if (kind === 'block') {
    const count = (blocks.end[block] ?? 0) - (blocks.start[block] ?? 0)
    const violations = violationWords(t, marks.hardOfBlock[block] ?? 0, marks.warningsOfBlock[block] ?? 0)
    return t('mass.saysBlock', { name: nameOfBlock(picture, block, (of) => laneTitle(t, model, of.title)), items: t('graph.items', { count }), lane, violations })
  }
  const item = model.items[at]
  const violations = violationWords(t, model.hardOfItem[at] ?? 0, model.warningsOfItem[at] ?? 0)
  return item ? t('mass.saysItem', { name: item.name, kind: t(kindKeys[item.kind]), lane, violations }) : ''
}

/** Zoom at which what the keyboard stands on can be read. */
const least = { lane: 0, block: zoomOf.groups, item: zoomOf.items } as const

const goTo = (t: Translate, tools: MassTools, cursor: Cursor | null): void => {
  const standing = standingOf(tools.picture, cursor)
  setMass({ cursor: standing ? cursor : null })
  if (!standing) return
  const { x, y, width, height } = standing.box
  // What can be read where one is is only brought into sight: a picture that jumps at every step cannot be followed.
  if (standing.kind === 'lane' || tools.walker.place().zoom >= least[standing.kind]) tools.walker.reveal(standing.box)
  else tools.walker.centre(x + width / 2, y + height / 2, least[standing.kind])
  announce(sentence(t, tools, standing))
}

const foldAloud = (t: Translate, tools: MassTools, standing: Standing): void => {
  toggleFold(tools, standing)
  announce(t(isFolded(tools, standing) ? 'mass.saysFolded' : 'mass.saysOpened'))
}

const fitAloud = (t: Translate, { walker }: MassTools): void => {
  walker.fit()
  announce(t('mass.saysWhole'))
}

const enter = (t: Translate, tools: MassTools, standing: Standing | null): void => {
  const next = inward(tools.picture, standing)
  if (standing?.kind === 'item') {
    const id = tools.picture.model.items[standing.at]?.id
    if (id !== undefined) selectAloud([id])
    tools.walker.show(standing.box, 1.3)
  } else if (standing?.kind === 'block') {
    const isClosed = tools.picture.blocks.closed[standing.at] === 1
    if (isClosed) foldAloud(t, tools, standing)
    else tools.walker.show(standing.box)
  }
  if (next) goTo(t, tools, next)
}

const selectHere = (tools: MassTools, standing: Standing, isAdding: boolean): void => {
  const { items } = tools.picture.model
  selectAloud(itemsAt(tools, standing).map((item) => items[item]?.id ?? ''), isAdding ? 'toggle' : 'replace')
}

const hideViolations = (t: Translate): void => {
  setMass({ violationsOf: null })
  announce(t('mass.saysViolationsHidden'))
}

const back = (t: Translate, tools: MassTools, standing: Standing | null): void => {
  const { violationsOf } = massStore.getState()
  if (violationsOf !== null) hideViolations(t)
  else if (viewStore.getState().selection.itemIds.size > 0) {
    clearSelection()
    saySelection()
  } else if (standing) {
    const next = outward(tools.picture, standing)
    if (next) goTo(t, tools, next)
    else {
      setMass({ cursor: null })
      fitAloud(t, tools)
    }
  } else fitAloud(t, tools)
}

const showViolations = (t: Translate, { picture, marks }: MassTools, standing: Standing): void => {
  const block = standing.kind === 'item' ? (picture.blockOf[standing.at] ?? -1) : standing.at
  const place = standing.kind === 'lane' ? standing.at : (picture.blocks.lane[block] ?? -1)
  const lane = picture.lanes[place]
  if (!lane || massStore.getState().violationsOf === lane.key) return hideViolations(t)
  setMass({ violationsOf: lane.key })
  const violations = violationWords(t, marks.hardOfLane[place] ?? 0, marks.warningsOfLane[place] ?? 0)
  announce(t('mass.saysViolations', { lane: laneTitle(t, picture.model, lane.title), violations }))
}

type Press = { readonly t: Translate; readonly tools: MassTools; readonly standing: Standing | null; readonly isAdding: boolean }

const toEnd = ({ t, tools }: Press, place: 0 | -1): void => {
  const lane = tools.picture.lanes.at(place)
  if (lane) goTo(t, tools, { kind: 'lane', key: lane.key })
}

const zoomIn = ({ tools }: Press): void => tools.walker.zoomBy(1.5)

/** Keys that mean something wherever the keyboard stands. */
const everywhere: Readonly<Record<string, (press: Press) => void>> = {
  Enter: ({ t, tools, standing }) => enter(t, tools, standing),
  Escape: ({ t, tools, standing }) => back(t, tools, standing),
  '+': zoomIn,
  '=': zoomIn,
  '-': ({ tools }) => tools.walker.zoomBy(1 / 1.5),
  '/': () => showDialog('find'),
  Home: (press) => toEnd(press, 0),
  End: (press) => toEnd(press, -1),
}

/** The same menu as under the right button, where the keyboard stands. */
const openMenu = (tools: MassTools, standing: Standing): void => {
  const { cursor } = massStore.getState()
  const pane = document.querySelector('[data-mass-pane]')?.getBoundingClientRect()
  const { x0, y0 } = tools.walker.area()
  const { zoom } = tools.walker.place()
  const { x, y, width } = standing.box
  if (!cursor || !pane) return
  if (standing.kind !== 'lane') selectHere(tools, standing, false)
  setMass({ menu: { x: pane.left + (x + width / 2 - x0) * zoom, y: pane.top + Math.max(0, y - y0) * zoom + 8, at: cursor } })
}

/** Keys about what the keyboard stands on. */
const atSomething: Readonly<Record<string, (t: Translate, tools: MassTools, standing: Standing) => void>> = {
  f: foldAloud,
  b: showViolations,
  ContextMenu: (_t, tools, standing) => openMenu(tools, standing),
  F10: (_t, tools, standing) => openMenu(tools, standing),
}

/** Actions of the whole program that mean the selection; where there is none, they mean what the keyboard stands on. */
const meantForSelection: ReadonlySet<string> = new Set(['m', 'n', 'h'])

/** With Shift arrows move the picture, a third of the window at a time, and leave the cursor where it is. */
const pan = ({ walker }: MassTools, key: WalkKey): void => {
  const { x0, y0, x1, y1 } = walker.area()
  const part = walker.place().zoom / 3
  const [dx, dy] = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[key]
  walker.panBy((dx ?? 0) * (x1 - x0) * part, (dy ?? 0) * (y1 - y0) * part)
}

/** Carries out a key. False: it means nothing here. */
const press = (t: Translate, tools: MassTools, { key, shiftKey }: KeyboardEvent): boolean => {
  const standing = standingOf(tools.picture, massStore.getState().cursor)
  if (isWalkKey(key) && shiftKey) {
    pan(tools, key)
    return true
  }
  if (isWalkKey(key)) {
    const next = walkTo(tools.picture, standing, key)
    if (next) goTo(t, tools, next)
    return true
  }
  const anywhere = everywhere[key]
  const here = atSomething[key]
  if (anywhere) anywhere({ t, tools, standing, isAdding: shiftKey })
  else if (here && standing) here(t, tools, standing)
  else {
    const isBare = viewStore.getState().selection.itemIds.size === 0
    if (standing && isBare && meantForSelection.has(key)) selectHere(tools, standing, false)
    return false
  }
  return true
}

/** What is in the menus as well. */
export const useMassActions = (tools: MassTools): void => {
  const { t } = useTranslate()
  const { walker, picture, selected } = tools
  const showSelection = (): void => {
    const box = boxOfSelection(picture, selected)
    if (box) walker.show(box)
  }
  useAction('fit-graph', () => fitAloud(t, tools))
  useAction('zoom-to-selection', showSelection, () => selected.size > 0)
}

/** Space selects when it is let go, unless the picture was moved by it meanwhile. */
const useSpace = (tools: MassTools) => {
  const isSelecting = useRef(false)
  useEffect(() => {
    const moves = (): void => {
      isSelecting.current = false
    }
    window.addEventListener('pointerdown', moves, true)
    return () => window.removeEventListener('pointerdown', moves, true)
  }, [])
  const down = (event: KeyboardEvent): void => {
    event.preventDefault()
    if (!event.repeat) isSelecting.current = true
  }
  const up = (event: KeyboardEvent): void => {
    const standing = standingOf(tools.picture, massStore.getState().cursor)
    if (event.key !== ' ' || !isSelecting.current) return
    isSelecting.current = false
    if (standing) selectHere(tools, standing, event.shiftKey)
  }
  return { down, up }
}

/** The keys of the picture; those of the whole program (M moves, N shows the neighbourhood) are in the table of actions. */
export const useMassKeys = (tools: MassTools) => {
  const { t } = useTranslate()
  const space = useSpace(tools)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === ' ') return space.down(event)
    if (!press(t, tools, event)) return
    event.preventDefault()
    event.stopPropagation()
  }
  return { onKeyDown, onKeyUp: space.up }
}

/** Answers a wish to see an item (from search, a violation, the inspector): brings it near and stands on it. */
export const useItemRequests = (tools: MassTools, request: FocusRequest | null): void => {
  const { picture, walker } = tools
  useEffect(() => {
    if (!request || answered === request.turn) return
    const standing = standingOf(picture, { kind: 'item', itemId: request.itemId })
    if (!standing) return
    answered = request.turn
    if (request.gently) {
      walker.reveal(standing.box)
      return
    }
    const { x, y, width, height } = standing.box
    setMass({ cursor: { kind: 'item', itemId: request.itemId } })
    walker.centre(x + width / 2, y + height / 2, zoomOf.cards)
  }, [request, picture, walker])
}

let answered = 0
