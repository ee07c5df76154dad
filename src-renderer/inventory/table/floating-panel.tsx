import { FocusTrap, Portal } from '@mantine/core'
import { useClickOutside } from '@mantine/hooks'
import { useCallback, useState } from 'react'
import type { KeyboardEvent, ReactElement, ReactNode } from 'react'
import classes from './floating-panel.module.css'

/** To the next or the previous thing that can be chosen, round and round. */
const walk = (event: KeyboardEvent<HTMLElement>): void => {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('button:enabled, input')].filter((stop) => stop.tabIndex >= 0)
  const at = stops.findIndex((stop) => stop === document.activeElement)
  const next = event.key === 'ArrowDown' ? at + 1 : at < 0 ? stops.length - 1 : at - 1 + stops.length
  stops[next % stops.length]?.focus()
  event.preventDefault()
}

/** A small panel at a place of the window, kept inside it; Escape and a click elsewhere close it. */
export const FloatingPanel = ({ x, y, label, width, close, children }: {
  readonly x: number
  readonly y: number
  readonly label: string
  readonly width: number
  readonly close: () => void
  readonly children: ReactNode
}): ReactElement => {
  const outside = useClickOutside<HTMLDivElement>(close)
  const [height, setHeight] = useState(0)
  // As soon as it is there: a portal shows what is in it only after its own first effect.
  const inner = useCallback((element: HTMLDivElement | null) => {
    if (!element) return
    const measure = (): void => setHeight(element.offsetHeight)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const left = Math.max(8, Math.min(x, window.innerWidth - width - 8))
  const top = Math.max(8, Math.min(y, window.innerHeight - height - 10))
  return (
    <Portal>
      <FocusTrap active>
        <div
          ref={outside} role="dialog" aria-label={label} tabIndex={-1} className={classes.panel} style={{ left, top, width, maxHeight: window.innerHeight - 16 }}
          onKeyDown={(event) => {
            if (event.key === 'Escape') close()
            else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') walk(event)
            else return
            event.stopPropagation()
          }}
        >
          <div ref={inner} className={classes.inner}>{children}</div>
        </div>
      </FocusTrap>
    </Portal>
  )
}
