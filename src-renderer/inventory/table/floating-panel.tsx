import { FocusTrap, Portal } from '@mantine/core'
import { useClickOutside } from '@mantine/hooks'
import { useLayoutEffect, useRef, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import classes from './floating-panel.module.css'

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
  const inner = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const element = inner.current
    if (!element) return
    const observer = new ResizeObserver(() => setHeight(element.offsetHeight))
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
            if (event.key !== 'Escape') return
            event.stopPropagation()
            close()
          }}
        >
          <div ref={inner} className={classes.inner}>{children}</div>
        </div>
      </FocusTrap>
    </Portal>
  )
}
