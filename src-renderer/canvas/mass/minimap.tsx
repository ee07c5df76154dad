import { useLayoutEffect, useRef, type PointerEvent, type RefObject } from 'react'
import { useStoreApi } from '@xyflow/react'
import { useTranslate } from '../../i18n/use-translate'
import { useMassTools } from './mass-context'
import { fitInMap, mapSize } from './minimap-fit'
import styles from './minimap.module.css'

/** The overview: drawn by the worker, with a frame around what is seen. */
export const Minimap = ({ canvas }: { readonly canvas: RefObject<HTMLCanvasElement | null> }) => {
  const { picture, walker } = useMassTools()
  const { t } = useTranslate()
  const store = useStoreApi()
  const frame = useRef<HTMLDivElement>(null)
  const { bounds } = picture
  useLayoutEffect(() => {
    const place = (): void => {
      const map = canvas.current
      if (!map || !frame.current) return
      const { width, height, transform: [x, y, zoom] } = store.getState()
      const fit = fitInMap(bounds, mapSize.width, mapSize.height)
      const left = Math.max(0, (-x / zoom) * fit.zoom + fit.x)
      const top = Math.max(0, (-y / zoom) * fit.zoom + fit.y)
      const right = Math.min(mapSize.width, ((width - x) / zoom) * fit.zoom + fit.x)
      const bottom = Math.min(mapSize.height, ((height - y) / zoom) * fit.zoom + fit.y)
      // Where everything is seen, a map of it would only cover a part.
      const isWhole = x >= 0 && x + bounds.width * zoom <= width + 1 && y >= 0 && y + bounds.height * zoom <= height + 1
      if (map.parentElement?.hasAttribute('data-whole') !== isWhole) map.parentElement?.toggleAttribute('data-whole', isWhole)
      if (isWhole) return
      // Whole pixels: panning seldom changes the size, and what is only moved costs next to nothing.
      const size = { width: `${Math.round(Math.max(4, right - left))}px`, height: `${Math.round(Math.max(4, bottom - top))}px` }
      const { style } = frame.current
      style.transform = `translate(${left}px, ${top}px)`
      if (style.width !== size.width) style.width = size.width
      if (style.height !== size.height) style.height = size.height
    }
    place()
    return store.subscribe((now, before) => {
      if (now.transform !== before.transform || now.width !== before.width || now.height !== before.height) place()
    })
  }, [store, canvas, bounds])
  const go = (event: PointerEvent): void => {
    const map = canvas.current
    if (!map || event.buttons !== 1) return
    const box = map.getBoundingClientRect()
    const fit = fitInMap(bounds, box.width, box.height)
    walker.centreAt((event.clientX - box.left - fit.x) / fit.zoom, (event.clientY - box.top - fit.y) / fit.zoom)
  }
  return (
    <div className={styles.minimap} data-chrome data-minimap title={t('mass.minimap')} onPointerDown={go} onPointerMove={go}>
      <canvas ref={canvas} aria-hidden />
      <div ref={frame} className={styles.minimapFrame} />
    </div>
  )
}
