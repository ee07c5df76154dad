import { useLayoutEffect, useRef } from 'react'
import { IconAlertOctagonFilled, IconAlertTriangleFilled } from '@tabler/icons-react'
import { itemKinds, type ItemKind } from '@core/estate/item'
import { KindIcon } from '../../items/kind-icon'
import { useThemeTurn } from './use-theme-turn'

/** Of an item's kind, as the background of an element in the view. */
export const kindImage = (kind: ItemKind): string => `var(--kind-${kind})`

/**
 * Gives the icons that stand on cards and labels to the view's style sheet, as images in the colours of the theme. Drawn as
 * elements, each would be a part that the browser sorts in every frame of a movement.
 */
export const SignImages = () => {
  const host = useRef<HTMLDivElement>(null)
  const theme = useThemeTurn()
  useLayoutEffect(() => {
    const view = host.current?.parentElement
    for (const sign of host.current?.children ?? []) {
      const drawing = sign.innerHTML.replaceAll('currentColor', getComputedStyle(sign).color)
      const { name } = (sign as HTMLElement).dataset
      view?.style.setProperty(`--${name}`, `url("data:image/svg+xml,${encodeURIComponent(drawing)}")`)
    }
  }, [theme])
  return (
    <div ref={host} hidden>
      {itemKinds.map((kind) => (
        <span key={kind} data-name={`kind-${kind}`} style={{ color: 'var(--ww-text-quiet)' }}><KindIcon kind={kind} /></span>
      ))}
      <span data-name="hard-sign" style={{ color: 'var(--violation)' }}><IconAlertOctagonFilled /></span>
      <span data-name="warning-sign" style={{ color: 'var(--warning)' }}><IconAlertTriangleFilled /></span>
    </div>
  )
}
