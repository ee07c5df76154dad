import { useEffect, useMemo, useState, type MouseEvent, type RefObject } from 'react'
import { useStoreApi } from '@xyflow/react'
import { notifyProblem } from '../../app/notify'
import { currentTranslate } from '../../i18n/words'
import { clearSelection, viewStore } from '../../stores/view-store'
import { DragOverlay } from './drag-overlay'
import { boxOfBlock, boxOfItem, hitAt, itemsOfBlock, type Hit } from './hit'
import { itemsInShape, lassoShape, type Point } from './lasso'
import { massStore, setMass, type Cursor } from './mass-store'
import { selectAloud } from './select-aloud'
import { toggleFold } from './toggle-fold'
import { cursorOfBlock, cursorOfItem } from './walk-picture'
import { isNear } from './levels'
import type { MassTools } from './mass-context'
import { dropTargetAt, endDrag, movableOf, startDrag } from './pointer-drag'

export type PointerParts = {
  readonly pane: RefObject<HTMLElement | null>
  readonly ghost: RefObject<HTMLElement | null>
  readonly lasso: RefObject<SVGSVGElement | null>
  readonly overlay: RefObject<HTMLCanvasElement | null>
}

/** A press that moves less than this, in pixels, is a click. */
const leastMove = 4
/** Near the edge of the pane the picture moves by itself while something is carried. */
const edge = { width: 36, speed: 14 } as const
/** The pointer has to rest on something before its dependencies are drawn, in milliseconds. */
const dwell = 90

/** `way`: where the pointer has been, of a lasso. Stuck: what has no wave is only told to be so. */
type Press = { readonly start: Point; readonly kind: 'drag' | 'lasso' | 'stuck'; readonly itemIds: readonly string[]; readonly way: Point[]; isMoving: boolean }

const isAdding = (event: { ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): boolean => event.ctrlKey || event.metaKey || event.shiftKey

const isChrome = (target: EventTarget | null): boolean => target instanceof Element && target.closest('[data-chrome], button, input') !== null

const looksNear = ({ walker }: MassTools): boolean => isNear(massStore.getState().level, walker.place().zoom)

/** What a hit means where one looks from: far out, where items are dots, the group. */
const cursorOfHit = (tools: MassTools, { lane, block, item }: Hit): Cursor | null => {
  const { picture } = tools
  if (item >= 0 && looksNear(tools)) return cursorOfItem(picture, item)
  if (block >= 0) return cursorOfBlock(picture, block)
  const found = picture.lanes[lane]
  return found ? { kind: 'lane', key: found.key } : null
}

/** Takes what is there, unless it is taken already, and asks what can be done with it. */
const openMenuAt = (tools: MassTools, hit: Hit, { x, y }: Point): void => {
  const at = cursorOfHit(tools, hit)
  if (!at) return
  const itemIds = at.kind === 'lane' ? [] : itemsOfHit(tools, hit)
  const selection = viewStore.getState().selection.itemIds
  if (itemIds.length > 0 && !itemIds.every((id) => selection.has(id))) selectAloud(itemIds)
  setMass({ cursor: at, hover: null, menu: { x, y, at } })
}

/** What a press takes: the item or the group under it. Far out, where items are dots, the group. */
const itemsOfHit = (tools: MassTools, hit: Hit): string[] => {
  const { picture } = tools
  const items = hit.item >= 0 && looksNear(tools) ? [hit.item] : hit.block >= 0 ? itemsOfBlock(picture, hit.block) : []
  return items.map((item) => picture.model.items[item]?.id ?? '')
}

const tellStuck = (): void => {
  const t = currentTranslate()
  notifyProblem(t('mass.staysTitle'), t('mass.stays'))
}

class PointerWork {
  private press: Press | null = null
  private hoverTimer: ReturnType<typeof setTimeout> | undefined
  private hovered = ''
  private overlay: DragOverlay | null = null
  private last: Point = { x: 0, y: 0 }
  private frame = 0
  /** Where the pane stands, while something is carried: it does not move under the hand. */
  private paneBox: DOMRect | null = null
  /** What the last frame of carrying was drawn for. */
  private carried = ''
  /** Away from the edge once since it was taken: what stands at the edge is not pushed at once. */
  private canPush = false
  isSpaceDown = false
  /** Where the right button went down: moved with it the picture moves, let go there it asks what can be done. */
  private rightPress: Point | null = null
  /** A click that ends a drag or a lasso is no click. */
  private skipsClick = false
  private known: MassTools | null = null

  constructor(
    private readonly parts: PointerParts,
    private readonly store: ReturnType<typeof useStoreApi>,
  ) {}

  /** The picture as it is now; what lay under the pointer in the old one is forgotten. */
  setTools(tools: MassTools): void {
    this.known = tools
    this.clearHover()
  }

  private get tools(): MassTools {
    if (!this.known) throw new Error('The pointer was used before there was a picture')
    return this.known
  }

  private inPane({ x, y }: Point): Point {
    const box = this.paneBox ?? this.parts.pane.current?.getBoundingClientRect()
    return { x: x - (box?.left ?? 0), y: y - (box?.top ?? 0) }
  }

  private inFlow(point: Point): Point {
    const [x, y, zoom] = this.store.getState().transform
    const at = this.inPane(point)
    return { x: (at.x - x) / zoom, y: (at.y - y) / zoom }
  }

  hit(point: Point): Hit {
    const { x, y } = this.inFlow(point)
    return hitAt(this.tools.picture, x, y)
  }

  /** True when the press is ours, and the picture must not move with it. */
  down(event: MouseEvent): boolean {
    this.skipsClick = false
    this.rightPress = event.button === 2 && !isChrome(event.target) ? { x: event.clientX, y: event.clientY } : null
    const { tool } = massStore.getState()
    if (event.button !== 0 || this.isSpaceDown || tool === 'hand' || isChrome(event.target)) return false
    const start = { x: event.clientX, y: event.clientY }
    if (tool === 'lasso' || event.shiftKey) {
      this.press = { start, kind: 'lasso', itemIds: [], way: [start], isMoving: false }
      return true
    }
    const hit = this.hit(start)
    const itemIds = itemsOfHit(this.tools, hit)
    const selection = viewStore.getState().selection.itemIds
    const isSelected = itemIds.length > 0 && itemIds.every((id) => selection.has(id))
    const onLabel = event.target instanceof Element && event.target.closest('[data-grab]') !== null
    const isGrabbed = isSelected || onLabel || (looksNear(this.tools) && (hit.item >= 0 || hit.onHeader))
    if (!isGrabbed) return false
    const carried = movableOf(isSelected ? selection : itemIds)
    this.press = { start, kind: carried.length === 0 ? 'stuck' : 'drag', itemIds: carried, way: [], isMoving: false }
    return true
  }

  move(event: { clientX: number; clientY: number }): void {
    this.last = { x: event.clientX, y: event.clientY }
    const { press } = this
    if (!press) return
    if (!press.isMoving && Math.hypot(this.last.x - press.start.x, this.last.y - press.start.y) < leastMove) return
    if (!press.isMoving) this.begin(press)
    if (press.kind === 'lasso') this.drawLasso(press)
  }

  private begin(press: Press): void {
    press.isMoving = true
    this.clearHover()
    if (press.kind === 'lasso') return
    if (press.kind === 'stuck') return tellStuck()
    const selection = viewStore.getState().selection.itemIds
    if (!press.itemIds.every((id) => selection.has(id))) selectAloud(press.itemIds)
    startDrag(press.itemIds)
    const { indexById } = this.tools.picture.model
    if (this.parts.overlay.current) {
      this.overlay = new DragOverlay(this.parts.overlay.current)
      this.overlay.start(this.tools.picture, new Set(press.itemIds.map((id) => indexById.get(id) ?? -1)))
    }
    this.paneBox = this.parts.pane.current?.getBoundingClientRect() ?? null
    this.carried = ''
    this.canPush = false
    this.frame = requestAnimationFrame(this.carry)
  }

  /** Once a frame while something is carried: the stack follows, targets light up, edges move the picture. */
  private readonly carry = (): void => {
    const { drag } = massStore.getState()
    if (!drag) return
    this.frame = requestAnimationFrame(this.carry)
    const at = this.inPane(this.last)
    const { transform, width, height } = this.store.getState()
    const push = (value: number, size: number): number => (value < edge.width ? edge.speed : value > size - edge.width ? -edge.speed : 0)
    const isInside = at.x >= 0 && at.y >= 0 && at.x <= width && at.y <= height
    const wanted = isInside ? [push(at.x, width), push(at.y, height)] as const : [0, 0] as const
    if (wanted[0] === 0 && wanted[1] === 0) this.canPush = true
    const [dx, dy] = this.canPush ? wanted : [0, 0]
    // A hand that holds still over a picture that does so costs nothing.
    const now = `${at.x} ${at.y} ${transform.join(' ')} ${dx} ${dy} ${drag.previews === null}`
    if (now === this.carried && dx === 0 && dy === 0) return
    this.carried = now
    if (this.parts.ghost.current) this.parts.ghost.current.style.transform = `translate(${at.x + 12}px, ${at.y - 48}px)`
    this.overlay?.draw(at.x, at.y, transform)
    const under = document.elementFromPoint(this.last.x, this.last.y)
    const over = dropTargetAt(this.tools.picture, under, this.last, this.inFlow(this.last).x)
    if (over !== drag.over) setMass({ drag: { ...drag, over } })
    if ((dx !== 0 || dy !== 0) && under?.closest('[data-drop], [data-minimap]') === null) this.tools.walker.panBy(dx, dy)
  }

  private drawLasso({ way }: Press): void {
    way.push(this.last)
    const { current } = this.parts.lasso
    current?.toggleAttribute('hidden', false)
    const points = lassoShape(way).map((point) => this.inPane(point)).map(({ x, y }) => `${x},${y}`)
    current?.firstElementChild?.setAttribute('points', points.join(' '))
  }

  /** The right button was let go. */
  rightUp({ clientX, clientY }: { clientX: number; clientY: number }): void {
    const { rightPress } = this
    this.rightPress = null
    if (!rightPress || Math.hypot(clientX - rightPress.x, clientY - rightPress.y) >= leastMove) return
    openMenuAt(this.tools, this.hit(rightPress), rightPress)
  }

  up(event: { clientX: number; clientY: number; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean }): void {
    const { press } = this
    this.press = null
    if (!press?.isMoving) return
    this.skipsClick = true
    this.last = { x: event.clientX, y: event.clientY }
    if (press.kind === 'drag') return this.stopCarrying(true)
    if (press.kind === 'stuck') return
    this.parts.lasso.current?.toggleAttribute('hidden', true)
    const { picture } = this.tools
    const shape = lassoShape([...press.way, this.last]).map((point) => this.inFlow(point))
    const found = itemsInShape(picture, shape).map((item) => picture.model.items[item]?.id ?? '')
    setMass({ cursor: null })
    selectAloud(found, event.ctrlKey || event.metaKey ? 'add' : 'replace')
  }

  private stopCarrying(isDropped: boolean): void {
    cancelAnimationFrame(this.frame)
    this.overlay?.end()
    this.overlay = null
    this.paneBox = null
    if (isDropped) {
      const { drag } = massStore.getState()
      const under = document.elementFromPoint(this.last.x, this.last.y)
      const over = dropTargetAt(this.tools.picture, under, this.last, this.inFlow(this.last).x)
      if (drag && drag.over !== over) setMass({ drag: { ...drag, over } })
    }
    endDrag(isDropped)
  }

  /** Leaves everything where it was. True when something was carried. */
  cancel(): boolean {
    const { press } = this
    this.press = null
    this.parts.lasso.current?.toggleAttribute('hidden', true)
    if (!massStore.getState().drag) return press?.isMoving ?? false
    this.skipsClick = true
    this.stopCarrying(false)
    return true
  }

  click(event: MouseEvent): void {
    if (this.skipsClick || isChrome(event.target)) {
      this.skipsClick = false
      return
    }
    const hit = this.hit({ x: event.clientX, y: event.clientY })
    const itemIds = itemsOfHit(this.tools, hit)
    if (itemIds.length === 0) {
      if (!isAdding(event)) clearSelection()
      setMass({ cursor: null })
      return
    }
    const isItem = itemIds.length === 1 && hit.item >= 0
    setMass({ cursor: { kind: isItem ? 'item' : 'block', itemId: itemIds[0] ?? '' }, violationsOf: null })
    selectAloud(itemIds, isAdding(event) ? 'toggle' : 'replace')
  }

  /** Goes nearer to what is under the pointer. */
  doubleClick(event: MouseEvent): void {
    if (isChrome(event.target)) return
    const { picture, walker } = this.tools
    const hit = this.hit({ x: event.clientX, y: event.clientY })
    const box = hit.item >= 0 && looksNear(this.tools) ? boxOfItem(picture, hit.item) : hit.block >= 0 ? boxOfBlock(picture, hit.block) : null
    if (picture.blocks.closed[hit.block] === 1) toggleFold(this.tools, { kind: 'block', at: hit.block })
    else if (box) walker.show(box)
    else {
      const lane = picture.lanes[hit.lane]
      if (lane) walker.show({ ...lane, height: picture.bounds.height })
    }
  }

  hover(event: MouseEvent): void {
    const { level, drag } = massStore.getState()
    if (drag || event.buttons !== 0 || isChrome(event.target)) return this.clearHover()
    const hit = this.hit({ x: event.clientX, y: event.clientY })
    const key = hit.item >= 0 && looksNear(this.tools) ? `i${hit.item}` : hit.block >= 0 ? `b${hit.block}` : ''
    if (key === this.hovered) return
    this.clearHover()
    this.hovered = key
    if (key === '') return
    const items = key.startsWith('i') ? [hit.item] : itemsOfBlock(this.tools.picture, hit.block)
    this.hoverTimer = setTimeout(() => setMass({ hover: { items, isBlock: key.startsWith('b'), hasLines: level !== 'programme' } }), dwell)
  }

  clearHover(): void {
    clearTimeout(this.hoverTimer)
    this.hovered = ''
    if (massStore.getState().hover) setMass({ hover: null })
  }
}

/** What is begun in the pane goes on wherever the pointer is. */
const useWindowEvents = (work: PointerWork): void => {
  useEffect(() => {
    const move = (event: globalThis.MouseEvent): void => work.move(event)
    const up = (event: globalThis.MouseEvent): void => work.up(event)
    // What moves the picture keeps the mouse's own event to itself.
    const rightUp = (event: PointerEvent): void => {
      if (event.button === 2) work.rightUp(event)
    }
    const key = (event: KeyboardEvent): void => {
      if (event.key === ' ') work.isSpaceDown = event.type === 'keydown'
      if (event.key === 'Escape' && event.type === 'keydown' && work.cancel()) event.stopPropagation()
    }
    window.addEventListener('mousemove', move)
    window.addEventListener('mouseup', up)
    window.addEventListener('pointerup', rightUp)
    window.addEventListener('keydown', key, true)
    window.addEventListener('keyup', key, true)
    return () => {
      window.removeEventListener('mousemove', move)
      window.removeEventListener('mouseup', up)
      window.removeEventListener('pointerup', rightUp)
      window.removeEventListener('keydown', key, true)
      window.removeEventListener('keyup', key, true)
      work.cancel()
      work.clearHover()
    }
  }, [work])
}

/** Everything that a pointer does in the picture, apart from moving it. */
export const useMassPointer = (parts: PointerParts, tools: MassTools) => {
  const store = useStoreApi()
  const [work] = useState(() => new PointerWork(parts, store))
  useEffect(() => work.setTools(tools), [work, tools])
  useWindowEvents(work)
  return useMemo(
    () => ({
      onMouseDownCapture: (event: MouseEvent<HTMLElement>) => {
        if (!work.down(event)) return
        event.stopPropagation()
        event.preventDefault()
        event.currentTarget.focus({ preventScroll: true })
      },
      onClick: (event: MouseEvent) => work.click(event),
      onDoubleClick: (event: MouseEvent) => work.doubleClick(event),
      onContextMenu: (event: MouseEvent) => event.preventDefault(),
      onMouseMove: (event: MouseEvent) => work.hover(event),
      onMouseLeave: () => work.clearHover(),
    }),
    [work],
  )
}
