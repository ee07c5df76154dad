import { useEffect, useMemo, useRef, useState } from 'react'
import { useStoreApi, type Node } from '@xyflow/react'
import { levelAt, labelScale, labelStep, signScale, type Level } from './levels'
import { massScene, type Area, type MassNode } from './mass-scene'
import { massStore, setMass } from './mass-store'
import { fitZoomOf } from './use-walker'
import type { PictureView } from './use-picture'

export type MassNodeData = { readonly node: MassNode; readonly bits: number; readonly hard: number; readonly warnings: number; readonly colourClass: number }
export type MassFlowNode = Node<MassNodeData & Record<string, unknown>, 'block' | 'card'>

/** Around what is seen, so that not every movement changes what is held. */
const margin = { far: 0.25, near: 0.12 } as const
/** Held blocks are chosen anew when they have become so much larger or smaller. */
const mostChange = 1.6

type Held = { readonly area: Area; readonly level: Level; readonly zoom: number }

type Pane = { readonly width: number; readonly height: number; readonly transform: readonly [number, number, number] }

const seen = ({ width, height, transform: [x, y, zoom] }: Pane, part: number): Area => ({
  x0: -x / zoom - (width / zoom) * part,
  y0: -y / zoom - (height / zoom) * part,
  x1: (width - x) / zoom + (width / zoom) * part,
  y1: (height - y) / zoom + (height / zoom) * part,
})

const heldFor = (pane: Pane, level: Level): Held =>
  ({ area: seen(pane, level === 'cards' ? margin.near : margin.far), level, zoom: pane.transform[2] })

const isEnough = (held: Held, pane: Pane, level: Level): boolean => {
  const now = seen(pane, 0)
  const [, , zoom] = pane.transform
  const covers = now.x0 >= held.area.x0 && now.y0 >= held.area.y0 && now.x1 <= held.area.x1 && now.y1 <= held.area.y1
  return covers && held.level === level && zoom < held.zoom * mostChange && zoom > held.zoom / mostChange
}

const toFlowNode = ({ picture, marks, flags, colouring }: PictureView, node: MassNode): MassFlowNode => {
  const { x, y, width, height } = node
  const isCard = node.kind === 'card'
  const hard = isCard ? (picture.model.hardOfItem[node.item] ?? 0) : (marks.hardOfBlock[node.block] ?? 0)
  const warnings = isCard ? (picture.model.warningsOfItem[node.item] ?? 0) : (marks.warningsOfBlock[node.block] ?? 0)
  const first = isCard ? node.item : (picture.order[picture.blocks.start[node.block] ?? 0] ?? 0)
  const data: MassNodeData = { node, bits: flags[first] ?? 0, hard, warnings, colourClass: colouring.classOf[first] ?? 0 }
  return {
    id: node.id, type: node.kind, position: { x, y }, width, height, measured: { width, height }, handles: [],
    selectable: false, focusable: false, draggable: false, data: { ...data },
  }
}

const isSame = (a: MassFlowNode | undefined, b: MassFlowNode): a is MassFlowNode =>
  a !== undefined && a.position.x === b.position.x && a.position.y === b.position.y && a.width === b.width && a.height === b.height &&
  a.data.bits === b.data.bits && a.data.hard === b.data.hard && a.data.warnings === b.data.warnings && a.data.colourClass === b.data.colourClass &&
  (a.data.node.kind !== 'block' || b.data.node.kind !== 'block' || a.data.node.block === b.data.node.block)

/** Labels and signs change size by variables of the style sheet, and only when the step changes. */
const show = (pane: HTMLElement, level: Level, step: number | null): void => {
  if (step !== null) {
    pane.style.setProperty('--label', String(labelScale(step)))
    pane.style.setProperty('--sign', String(signScale(step)))
  }
  if (pane.dataset.level !== level) pane.dataset.level = level
}

/** With the nodes that were there before where nothing in them has changed, so that React leaves them alone. */
const flowNodes = (view: PictureView, held: Held, known: ReadonlyMap<string, MassFlowNode>): MassFlowNode[] =>
  massScene(view.picture, held.area, held.level, held.zoom).map((node) => {
    const made = toFlowNode(view, node)
    const old = known.get(made.id)
    return isSame(old, made) ? old : made
  })

/** Follows the viewport: which level it is, what React Flow holds, and how large labels are. */
export const useMassNodes = (view: PictureView, pane: React.RefObject<HTMLElement | null>): MassFlowNode[] => {
  const store = useStoreApi()
  const [held, setHeld] = useState<Held | null>(null)
  const latest = useRef<{ held: Held | null; step: number }>({ held: null, step: -1 })
  const { picture } = view
  useEffect(() => {
    const follow = (now: Pane): void => {
      if (now.width === 0) return
      const { level: before } = massStore.getState()
      const level = levelAt(now.transform[2], latest.current.held ? before : null, fitZoomOf(picture, now.width, now.height))
      const step = labelStep(now.transform[2])
      if (pane.current) show(pane.current, level, step === latest.current.step ? null : step)
      latest.current.step = step
      if (level !== before) setMass({ level })
      if (latest.current.held && isEnough(latest.current.held, now, level)) return
      latest.current.held = heldFor(now, level)
      setHeld(latest.current.held)
    }
    follow(store.getState())
    return store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height) follow(now)
    })
  }, [store, picture, pane])
  const previous = useRef<ReadonlyMap<string, MassFlowNode>>(new Map())
  return useMemo(() => {
    if (!held) return []
    // eslint-disable-next-line react-hooks/refs -- only a cache: what comes out is the same with or without it
    const nodes = flowNodes(view, held, previous.current)
    // eslint-disable-next-line react-hooks/refs
    previous.current = new Map(nodes.map((node) => [node.id, node]))
    return nodes
  }, [view, held])
}
