import { useEffect, type KeyboardEvent } from 'react'
import type { Translate } from '@core/messages/translator'
import { announce } from '../../app/announcer'
import { useTranslate } from '../../i18n/use-translate'
import { kindKeys } from '../../i18n/words'
import { showDialog, clearSelection, select, viewStore } from '../../stores/view-store'
import { setSettings, graphSettingsStore } from '../../stores/graph-settings-store'
import { isWalkKey } from '../graph-keyboard'
import { laneTitle } from '../graph-words'
import { groupKey } from './picture-layout'
import { itemsOfBlock } from './hit'
import { nameOfBlock } from './geometry-message'
import { zoomOf } from './levels'
import type { MassTools } from './mass-context'
import { massStore, setMass, type Cursor } from './mass-store'
import { violationWords } from './mass-words'
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
  if (standing.kind === 'lane') tools.walker.reveal(standing.box)
  else tools.walker.centre(x + width / 2, y + height / 2, least[standing.kind])
  announce(sentence(t, tools, standing))
}

const enter = (t: Translate, tools: MassTools, standing: Standing | null): void => {
  const next = inward(tools.picture, standing)
  if (standing?.kind === 'item') {
    const id = tools.picture.model.items[standing.at]?.id
    if (id !== undefined) select([id])
    tools.walker.show(standing.box, 1.3)
  } else if (standing?.kind === 'block') {
    const isClosed = tools.picture.blocks.closed[standing.at] === 1
    if (isClosed) toggleFold(tools, standing)
    else tools.walker.show(standing.box)
  }
  if (next) goTo(t, tools, next)
}

/** Folds or opens what the keyboard stands on: a lane, or the group of an item. */
const toggleFold = ({ picture }: MassTools, standing: Standing): void => {
  const block = standing.kind === 'item' ? (picture.blockOf[standing.at] ?? -1) : standing.at
  const lane = standing.kind === 'lane' ? standing.at : (picture.blocks.lane[block] ?? -1)
  const group = standing.kind === 'lane' ? undefined : picture.model.groups[picture.blocks.group[block] ?? -1]
  const key = group ? groupKey(group.id) : picture.lanes[lane]?.key
  if (key === undefined) return
  const { closed } = graphSettingsStore.getState().settings
  setSettings({ closed: closed.includes(key) ? closed.filter((other) => other !== key) : [...closed, key] })
}

const selectHere = (tools: MassTools, standing: Standing, isAdding: boolean): void => {
  const { items } = tools.picture.model
  select(itemsAt(tools, standing).map((item) => items[item]?.id ?? ''), isAdding ? 'toggle' : 'replace')
}

const back = (t: Translate, tools: MassTools, standing: Standing | null): void => {
  const { violationsOf } = massStore.getState()
  if (violationsOf !== null) setMass({ violationsOf: null })
  else if (viewStore.getState().selection.itemIds.size > 0) clearSelection()
  else if (standing) {
    const next = outward(tools.picture, standing)
    if (next) goTo(t, tools, next)
    else {
      setMass({ cursor: null })
      tools.walker.fit()
    }
  } else tools.walker.fit()
}

const showViolations = ({ picture }: MassTools, standing: Standing): void => {
  const block = standing.kind === 'item' ? (picture.blockOf[standing.at] ?? -1) : standing.at
  const lane = picture.lanes[standing.kind === 'lane' ? standing.at : (picture.blocks.lane[block] ?? -1)]
  const { violationsOf } = massStore.getState()
  setMass({ violationsOf: lane && violationsOf !== lane.key ? lane.key : null })
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
  '0': ({ tools }) => tools.walker.fit(),
  '/': () => showDialog('find'),
  Home: (press) => toEnd(press, 0),
  End: (press) => toEnd(press, -1),
}

/** Keys about what the keyboard stands on. */
const atSomething: Readonly<Record<string, (tools: MassTools, standing: Standing, isAdding: boolean) => void>> = {
  ' ': selectHere,
  f: toggleFold,
  b: showViolations,
}

/** Carries out a key. False: it means nothing here. */
const press = (t: Translate, tools: MassTools, { key, shiftKey }: KeyboardEvent): boolean => {
  const standing = standingOf(tools.picture, massStore.getState().cursor)
  if (isWalkKey(key)) {
    const next = walkTo(tools.picture, standing, key)
    if (next) goTo(t, tools, next)
    return true
  }
  const anywhere = everywhere[key]
  const here = atSomething[key]
  if (anywhere) anywhere({ t, tools, standing, isAdding: shiftKey })
  else if (here && standing) here(tools, standing, shiftKey)
  else return false
  return true
}

/** The keys of the picture; those of the whole program (M moves, N shows the neighbourhood) are in the table of actions. */
export const useMassKeys = (tools: MassTools) => {
  const { t } = useTranslate()
  return (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    if (!press(t, tools, event)) return
    event.preventDefault()
    event.stopPropagation()
  }
}

/** Answers a wish to see an item (from search, a violation, the inspector): brings it near and stands on it. */
export const useItemRequests = (tools: MassTools, request: { readonly itemId: string; readonly turn: number } | null): void => {
  const { picture, walker } = tools
  useEffect(() => {
    if (!request || answered === request.turn) return
    const standing = standingOf(picture, { kind: 'item', itemId: request.itemId })
    if (!standing) return
    answered = request.turn
    const { x, y, width, height } = standing.box
    setMass({ cursor: { kind: 'item', itemId: request.itemId } })
    walker.centre(x + width / 2, y + height / 2, zoomOf.cards)
  }, [request, picture, walker])
}

let answered = 0
