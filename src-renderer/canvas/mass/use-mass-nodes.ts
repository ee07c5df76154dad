import { useEffect, useMemo, useRef, useState } from 'react'
import { useStoreApi, type Node } from '@xyflow/react'
import type { Item } from '@core/estate/item'
import type { Translate } from '@core/messages/translator'
import { useTranslate } from '../../i18n/use-translate'
import { laneTitle } from '../graph-words'
import { elided } from './elided'
import { nameOfBlock } from './geometry-message'
import { labelScale, labelStep, lettersOfLabel, levelAt, signScale, type Level } from './levels'
import { massScene, type Area, type MassNode } from './mass-scene'
import { massStore, setMass } from './mass-store'
import { colourOfTone } from './tone-colour'
import type { PictureView } from './use-picture'
import { fitZoomOf } from './use-walker'
import { followMotion, type SeenPane } from './viewport-motion'

type Marked = { readonly bits: number; readonly hard: number; readonly warnings: number }

/** All that a card or a block shows, so that it is drawn anew only when something of that changes. */
export type MassNodeData = Marked & (
  | { readonly kind: 'card'; readonly item: Item; readonly band: string }
  | { readonly kind: 'block'; readonly block: number; readonly name: string; readonly label: string; readonly hasCount: boolean; readonly count: number }
)
export type MassFlowNode = Node<MassNodeData & Record<string, unknown>, 'block' | 'card'>

/** Around what is seen, so that not every movement changes what is held. */
const margin = { far: 0.25, near: 0.2 } as const
/** Held blocks are chosen anew when they have become so much larger or smaller; under the hand only when twice that. */
const mostChange = { resting: 1.6, moving: 2.2 } as const
/** Under the hand the canvas stands in for what is not held, as long as this part of what is seen is. */
const leastHeld = 0.5
/** Under the hand labels may be so many steps too large or too small: their size is that of all that is seen, drawn anew. */
const labelPatience = 2
/** After the hand rests, in milliseconds: a hand that only hesitates, or a slow machine, must not have all drawn anew. */
const settleAfter = 260

/**
 * What is seen lies on a layer of its own, which the hand only moves. When that has rested the layer is taken down for a frame,
 * so that all is drawn sharp, and put up again at once: drawn only when the next movement begins, it would hold that up.
 */
const layerOf = (pane: React.RefObject<HTMLElement | null>) => {
  let settling: ReturnType<typeof setTimeout> | undefined
  let frame = 0
  const lift = (): void => pane.current?.setAttribute('data-lifted', '')
  const settle = (): void => {
    pane.current?.removeAttribute('data-moving')
    pane.current?.removeAttribute('data-lifted')
    frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(lift)
    })
  }
  const stop = (): void => {
    clearTimeout(settling)
    cancelAnimationFrame(frame)
  }
  return {
    stop,
    rests: (): void => {
      settling = setTimeout(settle, settleAfter)
    },
    moves: (): void => {
      stop()
      pane.current?.setAttribute('data-moving', '')
      lift()
    },
  }
}

type Held = { readonly area: Area; readonly level: Level; readonly zoom: number }

const seen = ({ width, height, transform: [x, y, zoom] }: SeenPane, part: number): Area => ({
  x0: -x / zoom - (width / zoom) * part,
  y0: -y / zoom - (height / zoom) * part,
  x1: (width - x) / zoom + (width / zoom) * part,
  y1: (height - y) / zoom + (height / zoom) * part,
})

const heldFor = (pane: SeenPane, level: Level): Held =>
  ({ area: seen(pane, level === 'cards' ? margin.near : margin.far), level, zoom: pane.transform[2] })

const isLike = (held: Held, zoom: number, most: number): boolean => zoom < held.zoom * most && zoom > held.zoom / most

const isEnough = (held: Held, pane: SeenPane, level: Level): boolean => {
  const now = seen(pane, 0)
  const covers = now.x0 >= held.area.x0 && now.y0 >= held.area.y0 && now.x1 <= held.area.x1 && now.y1 <= held.area.y1
  return covers && held.level === level && isLike(held, pane.transform[2], mostChange.resting)
}

/** Whether what is held will do until the hand rests. Cards are the same however near one comes, names of blocks are not. */
const willDo = ({ area, level, zoom }: Held, pane: SeenPane): boolean => {
  const now = seen(pane, 0)
  const wide = Math.max(0, Math.min(now.x1, area.x1) - Math.max(now.x0, area.x0))
  const high = Math.max(0, Math.min(now.y1, area.y1) - Math.max(now.y0, area.y0))
  const part = (wide * high) / ((now.x1 - now.x0) * (now.y1 - now.y0))
  const near = level === 'cards' ? Math.min(pane.transform[2], zoom) : pane.transform[2]
  return part >= leastHeld && isLike({ area, level, zoom }, near, mostChange.moving)
}

const cardData = ({ picture, flags, colouring }: PictureView, at: number): MassNodeData | null => {
  const item = picture.model.items[at]
  if (!item) return null
  const tone = colouring.classes[colouring.classOf[at] ?? 0]?.tone ?? { kind: 'none' }
  const hard = picture.model.hardOfItem[at] ?? 0
  return { kind: 'card', item, band: colourOfTone(tone), bits: flags[at] ?? 0, hard, warnings: picture.model.warningsOfItem[at] ?? 0 }
}

/** Fewer letters of a name say nothing: then only its violations stand there. */
const leastLetters = 4

const blockData = ({ picture, marks, flags }: PictureView, block: number, zoom: number, t: Translate): MassNodeData => {
  const { blocks, order, model } = picture
  const start = blocks.start[block] ?? 0
  const [hard, warnings] = [marks.hardOfBlock[block] ?? 0, marks.warningsOfBlock[block] ?? 0]
  const count = (blocks.end[block] ?? 0) - start
  const name = nameOfBlock(picture, block, (lane) => laneTitle(t, model, lane.title))
  const letters = lettersOfLabel(blocks.width[block] ?? 0, zoom, [hard, warnings].filter((marked) => marked > 0))
  const hasCount = name.length + String(count).length + 1 <= letters
  return { kind: 'block', block, count, name, hasCount, label: letters < leastLetters ? '' : elided(name, letters), bits: flags[order[start] ?? 0] ?? 0, hard, warnings }
}

const toFlowNode = (view: PictureView, node: MassNode, zoom: number, t: Translate): MassFlowNode[] => {
  const { x, y, width, height } = node
  const data = node.kind === 'card' ? cardData(view, node.item) : blockData(view, node.block, zoom, t)
  if (!data) return []
  return [{
    id: node.id, type: node.kind, position: { x, y }, width, height, measured: { width, height }, handles: [],
    selectable: false, focusable: false, draggable: false, data: { ...data },
  }]
}

const isSame = (a: MassFlowNode | undefined, b: MassFlowNode): a is MassFlowNode =>
  a !== undefined && a.position.x === b.position.x && a.position.y === b.position.y && a.width === b.width && a.height === b.height &&
  Object.entries(b.data).every(([key, value]) => a.data[key] === value)

/** Labels and signs change size by variables of the style sheet, and only when the step changes. */
const show = (pane: HTMLElement, level: Level, step: number | null): void => {
  if (step !== null) {
    pane.style.setProperty('--label', String(labelScale(step)))
    pane.style.setProperty('--sign', String(signScale(step)))
  }
  if (pane.dataset.level !== level) pane.dataset.level = level
}

/** With the nodes that were there before where nothing in them has changed, so that React leaves them alone. */
const flowNodes = (view: PictureView, held: Held, known: ReadonlyMap<string, MassFlowNode>, t: Translate): MassFlowNode[] =>
  massScene(view.picture, held.area, held.level, held.zoom).flatMap((node) => toFlowNode(view, node, held.zoom, t)).map((made) => {
    const old = known.get(made.id)
    return isSame(old, made) ? old : made
  })

/** What is held for where one looks: changed when the hand rests, and before that only where it would not do at all. */
const useHeld = ({ picture }: PictureView, pane: React.RefObject<HTMLElement | null>): Held | null => {
  const store = useStoreApi()
  const [held, setHeld] = useState<Held | null>(null)
  const latest = useRef<{ held: Held | null; step: number }>({ held: null, step: -Infinity })
  useEffect(() => {
    const hold = (now: SeenPane, level: Level): void => {
      latest.current.held = heldFor(now, level)
      setHeld(latest.current.held)
    }
    const follow = (now: SeenPane, isMoving: boolean): Level | null => {
      if (now.width === 0) return null
      const { level: before } = massStore.getState()
      const level = levelAt(now.transform[2], latest.current.held ? before : null, fitZoomOf(picture, now.width, now.height))
      const step = labelStep(now.transform[2])
      const isDue = Math.abs(step - latest.current.step) >= (isMoving ? labelPatience : 1)
      if (pane.current) show(pane.current, level, isDue ? step : null)
      if (isDue) latest.current.step = step
      if (level !== before) setMass({ level })
      return level
    }
    const layer = layerOf(pane)
    const rested = (now: SeenPane): void => {
      layer.rests()
      const level = follow(now, false)
      if (level !== null && !(latest.current.held && isEnough(latest.current.held, now, level))) hold(now, level)
    }
    const moved = (now: SeenPane): void => {
      layer.moves()
      const level = follow(now, true)
      if (level !== null && !(latest.current.held && willDo(latest.current.held, now))) hold(now, level)
    }
    rested(store.getState())
    const stop = followMotion(store, { moved, rested })
    return () => {
      stop()
      layer.stop()
    }
  }, [store, picture, pane])
  return held
}

/** Around all of the nodes, with room for the frame of one that is selected; null without nodes. */
const groundOf = (nodes: readonly MassFlowNode[]): Area | null => {
  if (nodes.length === 0) return null
  const frame = 8
  return {
    x0: Math.min(...nodes.map(({ position }) => position.x)) - frame,
    y0: Math.min(...nodes.map(({ position }) => position.y)) - frame,
    x1: Math.max(...nodes.map(({ position, width = 0 }) => position.x + width)) + frame,
    y1: Math.max(...nodes.map(({ position, height = 0 }) => position.y + height)) + frame,
  }
}

/** What React Flow holds of the picture for where one looks, and the area that lies under all of it. */
export const useMassNodes = (view: PictureView, pane: React.RefObject<HTMLElement | null>): { readonly nodes: MassFlowNode[]; readonly ground: Area | null } => {
  const held = useHeld(view, pane)
  const { t } = useTranslate()
  const previous = useRef<ReadonlyMap<string, MassFlowNode>>(new Map())
  const nodes = useMemo(() => {
    if (!held) return []
    // eslint-disable-next-line react-hooks/refs -- only a cache: what comes out is the same with or without it
    const found = flowNodes(view, held, previous.current, t)
    // eslint-disable-next-line react-hooks/refs
    previous.current = new Map(found.map((node) => [node.id, node]))
    return found
  }, [view, held, t])
  return { nodes, ground: useMemo(() => groundOf(nodes), [nodes]) }
}
